package io.keyholder.rooms.room.api;

import io.keyholder.problems.CommonProblem;
import io.keyholder.web.ProblemException;
import java.util.List;
import java.util.SortedSet;

/**
 * What of a room is its own tenant's alone to change: what rules can read, for with it a room would come into groups, and
 * the id by which the tenant's own systems and imports know it.
 */
final class PartnerFields {
    private static final List<String> CUSTOMERS = List.of("location", "site", "externalId");

    private PartnerFields() {}

    /**
     * @param changed by their paths
     * @throws ProblemException {@code forbidden} naming them
     */
    static void requireNone(SortedSet<String> changed) {
        List<String> refused =
                changed.stream().filter(PartnerFields::isCustomers).toList();
        if (!refused.isEmpty()) {
            throw ProblemException.of(
                    CommonProblem.FORBIDDEN,
                    "A partner does not change where a room is, nor its external id: " + String.join(", ", refused)
                            + ". That is its own tenant's to do.");
        }
    }

    private static boolean isCustomers(String path) {
        return CUSTOMERS.stream().anyMatch(field -> path.equals(field) || path.startsWith(field + "."));
    }
}
