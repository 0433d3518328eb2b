package io.keyholder.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The roles that every context has from the start. Which permissions each holds, {@link Permission} says. */
public enum BuiltInRole {
    MANAGED_SERVICE_ADMINISTRATOR(
            "managed-service-administrator",
            "Managed service administrator",
            "Full access to the own tenant: partners, invitations, roles, rooms, settings and the audit log.",
            Context.OWN_TENANT),
    SITE_LEAD(
            "site-lead",
            "Site lead",
            "Manages rooms, room groups, update rings and incidents of the own tenant.",
            Context.OWN_TENANT),
    SITE_TECH("site-tech", "Site tech", "Looks after rooms and incidents of the own tenant.", Context.OWN_TENANT),
    TENANT_MANAGER(
            "tenant-manager",
            "Tenant manager",
            "Sees and answers invitations of customers; sees no rooms.",
            Context.OWN_TENANT),
    PRIMARY_ADMIN(
            "primary-admin",
            "Primary admin",
            "Manages the rooms one customer has delegated, and who of the partner does what for that customer.",
            Context.RELATIONSHIP);

    /** Where a role of this kind exists. */
    public enum Context {
        OWN_TENANT,
        RELATIONSHIP
    }

    private final String key;
    private final String displayName;
    private final String description;
    private final Context context;

    BuiltInRole(String key, String displayName, String description, Context context) {
        this.key = key;
        this.displayName = displayName;
        this.description = description;
        this.context = context;
    }

    public static Optional<BuiltInRole> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
    }

    public String key() {
        return key;
    }

    public String displayName() {
        return displayName;
    }

    public String description() {
        return description;
    }

    public Context context() {
        return context;
    }

    public Set<Permission> permissions() {
        EnumSet<Permission> held = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (permission.isHeldBy(this)) {
                held.add(permission);
            }
        }
        return Collections.unmodifiableSet(held);
    }
}
