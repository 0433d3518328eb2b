package io.keyholder.access;

import static io.keyholder.access.BuiltInRole.MANAGED_SERVICE_ADMINISTRATOR;
import static io.keyholder.access.BuiltInRole.PRIMARY_ADMIN;
import static io.keyholder.access.BuiltInRole.SITE_LEAD;
import static io.keyholder.access.BuiltInRole.SITE_TECH;
import static io.keyholder.access.BuiltInRole.TENANT_MANAGER;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue of permissions, and which built-in roles hold each: the permission matrix. A new permission is one more
 * line here.
 */
public enum Permission {
    ROOMS_VIEW("rooms:view", "See rooms.", Reach.ROOMS, msa(SITE_LEAD, SITE_TECH, PRIMARY_ADMIN)),
    ROOMS_MODIFY("rooms:modify", "Change rooms.", Reach.ROOMS, msa(SITE_LEAD, SITE_TECH, PRIMARY_ADMIN)),
    ROOMS_CREATE("rooms:create", "Add rooms.", Reach.ROOMS, msa(SITE_LEAD)),
    ROOMS_RESET_KEY("rooms:reset-key", "Reset a room's enrolment key.", Reach.ROOMS, msa()),
    ROOMS_DOWNLOAD_KEY(
            "rooms:download-key", "Download a room's enrolment key.", Reach.ROOMS, msa(SITE_LEAD, SITE_TECH)),
    ROOMS_UNENROLL("rooms:unenroll", "Take rooms out of management.", Reach.ROOMS, msa(SITE_LEAD, SITE_TECH)),
    ROOM_GROUPS_VIEW("room-groups:view", "See room groups.", Reach.ROOMS, msa(SITE_LEAD, PRIMARY_ADMIN)),
    ROOM_GROUPS_MODIFY("room-groups:modify", "Change room groups and their rooms.", Reach.ROOMS, msa(SITE_LEAD)),
    ROOM_GROUPS_CREATE("room-groups:create", "Add room groups.", Reach.ROOMS, msa(SITE_LEAD)),
    UPDATE_RINGS_VIEW("update-rings:view", "See update rings.", Reach.ROOMS, msa(SITE_LEAD, PRIMARY_ADMIN)),
    UPDATE_RINGS_MODIFY("update-rings:modify", "Change update rings.", Reach.ROOMS, msa(SITE_LEAD, PRIMARY_ADMIN)),
    UPDATE_RINGS_CREATE("update-rings:create", "Add update rings.", Reach.ROOMS, msa(SITE_LEAD)),
    REPORTS_VIEW("reports:view", "See reports.", Reach.ROOMS, msa(SITE_LEAD, PRIMARY_ADMIN)),
    INCIDENTS_CREATE("incidents:create", "Open incidents.", Reach.ROOMS, msa(SITE_LEAD, SITE_TECH, PRIMARY_ADMIN)),
    INCIDENTS_VIEW("incidents:view", "See incidents.", Reach.ROOMS, msa(SITE_LEAD, SITE_TECH, PRIMARY_ADMIN)),
    INCIDENTS_UPDATE("incidents:update", "Work on incidents.", Reach.ROOMS, msa(SITE_LEAD, SITE_TECH, PRIMARY_ADMIN)),
    SETTINGS_VIEW("settings:view", "See the tenant's settings.", Reach.CONTEXT, msa()),
    SETTINGS_MODIFY("settings:modify", "Change the tenant's settings.", Reach.CONTEXT, msa()),
    ROLES_VIEW("roles:view", "See roles and who holds them.", Reach.CONTEXT, msa(PRIMARY_ADMIN)),
    ROLES_MODIFY("roles:modify", "Change roles and who holds them.", Reach.CONTEXT, msa(PRIMARY_ADMIN)),

    PARTNERS_VIEW("partners:view", "See partners, relationships and sent invitations.", Reach.PLATFORM, msa()),
    PARTNERS_MANAGE("partners:manage", "Invite, suspend and remove partners.", Reach.PLATFORM, msa()),
    AUDIT_VIEW("audit:view", "Read the audit log.", Reach.PLATFORM, msa()),
    AUDIT_EXPORT("audit:export", "Export the audit log.", Reach.PLATFORM, msa()),
    INVITATIONS_VIEW("invitations:view", "See received invitations.", Reach.PLATFORM, msa(TENANT_MANAGER)),
    INVITATIONS_RESPOND("invitations:respond", "Answer received invitations.", Reach.PLATFORM, msa(TENANT_MANAGER)),
    TENANT_MANAGERS_MANAGE("tenant-managers:manage", "Name tenant managers.", Reach.PLATFORM, msa());

    /** What a permission is about. */
    public enum Reach {
        /** Rooms and what is attached to them: an assignment's scope narrows it. */
        ROOMS,
        /** The context as a whole. */
        CONTEXT,
        /** The platform itself: never part of a relationship's role. */
        PLATFORM
    }

    private static final Map<String, Permission> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Permission::permissionName, Function.identity()));

    private final String permissionName;
    private final String description;
    private final Reach reach;
    private final Set<BuiltInRole> heldBy;

    Permission(String permissionName, String description, Reach reach, Set<BuiltInRole> heldBy) {
        this.permissionName = permissionName;
        this.description = description;
        this.reach = reach;
        this.heldBy = heldBy;
    }

    public static Optional<Permission> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public String permissionName() {
        return permissionName;
    }

    /** What the permission is about, the first part of its name: {@code rooms} of {@code rooms:view}. */
    public String feature() {
        return permissionName.substring(0, permissionName.indexOf(':'));
    }

    public String description() {
        return description;
    }

    public Reach reach() {
        return reach;
    }

    public boolean isHeldBy(BuiltInRole role) {
        return heldBy.contains(role);
    }

    /** Whether a relationship's role may hold it: what the Primary admin holds, and nothing else. */
    public boolean isDelegable() {
        return isHeldBy(PRIMARY_ADMIN);
    }

    /** Every permission is the managed service administrator's; the others that hold it are named. */
    private static Set<BuiltInRole> msa(BuiltInRole... others) {
        return Stream.concat(Stream.of(MANAGED_SERVICE_ADMINISTRATOR), Arrays.stream(others))
                .collect(Collectors.toUnmodifiableSet());
    }
}
