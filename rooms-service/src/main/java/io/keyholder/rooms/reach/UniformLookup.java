package io.keyholder.rooms.reach;

import io.keyholder.access.AccessContext;
import io.keyholder.web.Access;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whether the caller sees what was looked for. What is hidden takes as long as what does not exist: where there is nothing to ask
 * about, or only something of the caller's own tenant, the same question is asked about something that does not exist, of one of its
 * customers. So the time of an answer tells nobody what exists.
 */
@RequestScoped
public class UniformLookup {
    private final Access access;

    UniformLookup(Access access) {
        this.access = access;
    }

    /**
     * @param tenantOf whose it is
     * @param sees whether it is covered, as the database has it
     * @param nonexistent makes one that does not exist, of that tenant
     */
    public <T> Optional<T> of(
            UUID id, Optional<T> found, Function<T, UUID> tenantOf, Predicate<T> sees, Function<UUID, T> nonexistent) {
        List<AccessContext> contexts = access.contexts();
        List<UUID> customers = contexts.stream()
                .filter(context -> context.relationshipId() != null)
                .map(AccessContext::customerId)
                .toList();
        Optional<T> reachable = found.filter(one ->
                contexts.stream().anyMatch(context -> context.customerId().equals(tenantOf.apply(one))));
        if (reachable.filter(sees).isPresent()) {
            return reachable;
        }
        return reachable.filter(one -> customers.contains(tenantOf.apply(one))).isPresent()
                ? Optional.empty()
                : Optional.of(nonexistent.apply(anyOf(customers, id)))
                        .filter(sees)
                        .filter(one -> false);
    }

    /** For one id always the same. */
    private static UUID anyOf(List<UUID> customers, UUID id) {
        return customers.isEmpty() ? id : customers.get(Math.floorMod(id.hashCode(), customers.size()));
    }
}
