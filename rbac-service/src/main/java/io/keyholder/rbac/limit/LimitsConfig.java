package io.keyholder.rbac.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How many roles and assignments there may be. Who is at a limit is answered {@code 409 limit-reached}; what there is already
 * when a limit is lowered stays, and can be made less.
 */
@ConfigMapping(prefix = "keyholder.rbac")
public interface LimitsConfig {

    /** How many roles, built-in ones included, a tenant has for itself, and each relationship has. */
    @WithDefault("1000")
    int rolesPerContext();

    /** How many assignments a tenant has for itself, and each relationship has; ended ones count until they are deleted. */
    @WithDefault("100000")
    int assignmentsPerContext();

    /** How many users and groups one assignment names. */
    @WithDefault("1000")
    int membersPerAssignment();

    /** How many rooms and room groups the scope of one assignment names, taken together. */
    @WithDefault("10000")
    int idsPerScope();
}
