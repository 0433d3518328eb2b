package io.keyholder.audit.log.model;

import io.keyholder.contracts.AuditEntry;
import java.util.Set;
import java.util.UUID;

/** Which entries of a log: of each field any of the named values, and every value where none is named. */
public record EntryFilter(
        Set<AuditEntry.Category> categories,
        Set<AuditEntry.Operation> operations,
        Set<AuditEntry.Result> results,
        Set<String> userIds,
        Set<UUID> userTenantIds) {

    public EntryFilter {
        categories = Set.copyOf(categories);
        operations = Set.copyOf(operations);
        results = Set.copyOf(results);
        userIds = Set.copyOf(userIds);
        userTenantIds = Set.copyOf(userTenantIds);
    }

    public static EntryFilter none() {
        return new EntryFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }
}
