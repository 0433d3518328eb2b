package io.keyholder.rbac.limit;

import io.keyholder.record.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Which limit a change would pass. What there is already of it, or what does not grow, passes none. */
@ApplicationScoped
public class Limits {
    private final LimitsConfig config;

    Limits(LimitsConfig config) {
        this.config = config;
    }

    /** @param present how many the context has */
    public Optional<Limit> ofOneMoreRole(long present) {
        return passed(
                present,
                present + 1,
                new Limit("keyholder.rbac.roles-per-context", config.rolesPerContext(), "roles in one context"));
    }

    public Limit ofAssignments() {
        return new Limit(
                "keyholder.rbac.assignments-per-context", config.assignmentsPerContext(), "assignments in one context");
    }

    public Optional<Limit> ofMembers(long before, long after) {
        return passed(
                before,
                after,
                new Limit(
                        "keyholder.rbac.members-per-assignment",
                        config.membersPerAssignment(),
                        "members of one assignment"));
    }

    /** Of rooms and room groups together. */
    public Optional<Limit> ofIds(long before, long after) {
        return passed(
                before,
                after,
                new Limit("keyholder.rbac.ids-per-scope", config.idsPerScope(), "rooms and room groups in one scope"));
    }

    private static Optional<Limit> passed(long before, long after, Limit limit) {
        return after > Math.max(before, limit.most()) ? Optional.of(limit) : Optional.empty();
    }
}
