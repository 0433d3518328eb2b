package io.keyholder.rooms.room.model;

import java.util.List;
import java.util.Set;

/**
 * What of a room its own tenant alone may change: what rules can read, because it would move a room into groups, and the id by which
 * the tenant's own systems and imports know it.
 */
public final class PartnerFields {
    private static final List<String> CUSTOMERS = List.of("location", "site", "externalId");

    private PartnerFields() {}

    /** @param changed fields by their paths, of which those are returned that a partner may not change */
    public static List<String> refusedOf(Set<String> changed) {
        return changed.stream().filter(PartnerFields::isCustomers).sorted().toList();
    }

    private static boolean isCustomers(String path) {
        return CUSTOMERS.stream().anyMatch(field -> path.equals(field) || path.startsWith(field + "."));
    }
}
