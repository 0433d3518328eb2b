package io.keyholder.rbac.limit.application;

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
                "roles of one context",
                config.rolesPerContext(),
                "keyholder.rbac.roles-per-context");
    }

    public Limit ofAssignments() {
        return new Limit(
                "assignments of one context", config.assignmentsPerContext(), "keyholder.rbac.assignments-per-context");
    }

    public Optional<Limit> ofMembers(long before, long after) {
        return passed(
                before,
                after,
                "members of one assignment",
                config.membersPerAssignment(),
                "keyholder.rbac.members-per-assignment");
    }

    /** Of rooms and room groups together. */
    public Optional<Limit> ofIds(long before, long after) {
        return passed(
                before,
                after,
                "rooms and room groups named by one scope",
                config.idsPerScope(),
                "keyholder.rbac.ids-per-scope");
    }

    private static Optional<Limit> passed(long before, long after, String of, int most, String key) {
        return after > Math.max(before, most) ? Optional.of(new Limit(of, most, key)) : Optional.empty();
    }
}
