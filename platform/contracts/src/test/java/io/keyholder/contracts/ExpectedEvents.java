package io.keyholder.contracts;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What each golden file says, as an object: one story from the registration of two tenants to the end of their relationship. */
final class ExpectedEvents {
    private static final UUID AURORA = id(0x101);
    private static final UUID MERIDIAN = id(0x102);
    private static final UUID INVITATION = id(0x201);
    private static final UUID RELATIONSHIP = id(0x301);
    private static final UUID PRIMARY_ADMIN = id(0x401);
    private static final UUID HELP_DESK = id(0x402);
    private static final UUID ASSIGNMENT = id(0x501);
    private static final UUID ROOM = id(0x601);
    private static final UUID OTHER_ROOM = id(0x602);
    private static final UUID GROUP = id(0x701);

    private static final Actor GRACE = new Actor("grace", AURORA);
    private static final Actor MARA = new Actor("mara", MERIDIAN);
    private static final Actor OPERATOR = new Actor("oscar", null);

    private static final Scope SELECTED = Scope.selected(List.of(ROOM, OTHER_ROOM), List.of(GROUP));
    private static final List<Principal> ADMINS = List.of(
            new Principal(MERIDIAN, Principal.Type.USER, "nora"),
            new Principal(MERIDIAN, Principal.Type.GROUP, "rooms-team"));
    private static final List<NamedPrincipal> NAMED_ADMINS = List.of(
            new NamedPrincipal(MERIDIAN, Principal.Type.USER, "nora", "Nora Jones"),
            new NamedPrincipal(MERIDIAN, Principal.Type.GROUP, "rooms-team", null));

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final Map<String, Event<?>> events = new LinkedHashMap<>();

    private ExpectedEvents() {}

    /** By the name of the golden file, without {@code .json}. */
    static Map<String, Event<?>> all() {
        ExpectedEvents expected = new ExpectedEvents();
        expected.tenants();
        expected.invitations();
        expected.relationships();
        expected.roles();
        expected.assignments();
        expected.delegations();
        expected.rooms();
        expected.audit();
        expected.auditOfFields();
        expected.counted();
        expected.tokenReading();
        return expected.events;
    }

    private void tokenReading() {
        TenantState meridian = new TenantState(
                MERIDIAN,
                "Meridian",
                List.of("meridian.example"),
                List.of(
                        new TenantState.Issuer("https://login.meridian.example", false),
                        new TenantState.Issuer(
                                "https://login.microsoftonline.com/directory/v2.0",
                                true,
                                new TokenReading(
                                        TokenReading.Preset.ENTRA,
                                        List.of("api://keyholder"),
                                        new TokenReading.Claims("tid", "directory", null, null, "roles", null),
                                        Map.of("Keyholder.Admin", "global-admin")))),
                true,
                TenantState.Status.ACTIVE,
                START);
        events.put(
                "tenant.registered.v1-token-reading",
                new Event<>(
                        id(0xf10),
                        EventType.TENANT_REGISTERED.ceType(),
                        "tenant-relationship-service",
                        START,
                        new Sequence(1, 1),
                        EventContext.of(meridian),
                        OPERATOR,
                        TRACE,
                        meridian));
    }

    private void tenants() {
        TenantState aurora = new TenantState(
                AURORA,
                "Aurora",
                List.of("aurora.example", "aurora.test"),
                List.of(
                        new TenantState.Issuer("https://login.aurora.example", false),
                        new TenantState.Issuer("https://login.shared.example", true)),
                true,
                TenantState.Status.ACTIVE,
                START);
        add(EventType.TENANT_REGISTERED, "tenant-relationship-service", 1, OPERATOR, aurora);
        add(EventType.TENANT_CHANGED, "tenant-relationship-service", 2, OPERATOR, aurora.ended());
    }

    private void invitations() {
        add(
                EventType.INVITATION_SENT,
                "invitation-service",
                1,
                GRACE,
                invitation(InvitationState.Status.PENDING, null));
        add(
                EventType.INVITATION_ACCEPTED,
                "invitation-service",
                2,
                MARA,
                invitation(
                        InvitationState.Status.ACCEPTED,
                        new InvitationState.Acceptance(
                                RELATIONSHIP, PRIMARY_ADMIN, ASSIGNMENT, NAMED_ADMINS, START.plusSeconds(90_000))));
        add(
                EventType.INVITATION_DENIED,
                "invitation-service",
                2,
                MARA,
                invitation(InvitationState.Status.DENIED, null));
        add(
                EventType.INVITATION_CANCELLED,
                "invitation-service",
                2,
                GRACE,
                invitation(InvitationState.Status.CANCELLED, null));
        add(
                EventType.INVITATION_EXPIRED,
                "invitation-service",
                2,
                null,
                invitation(InvitationState.Status.EXPIRED, null));
    }

    private static InvitationState invitation(InvitationState.Status status, InvitationState.Acceptance acceptance) {
        return new InvitationState(
                INVITATION,
                AURORA,
                MERIDIAN,
                "meridian.example",
                status,
                SELECTED,
                List.of("rooms:view", "incidents:view"),
                START,
                START.plusSeconds(14 * 86_400),
                acceptance);
    }

    private void relationships() {
        String owner = "tenant-relationship-service";
        add(EventType.RELATIONSHIP_ESTABLISHED, owner, 1, MARA, relationship(RelationshipState.Status.ACTIVE, null));
        add(EventType.RELATIONSHIP_SUSPENDED, owner, 2, GRACE, relationship(RelationshipState.Status.SUSPENDED, null));
        add(EventType.RELATIONSHIP_RESUMED, owner, 3, GRACE, relationship(RelationshipState.Status.ACTIVE, List.of()));
        add(
                EventType.RELATIONSHIP_TERMINATED,
                owner,
                4,
                GRACE,
                relationship(RelationshipState.Status.TERMINATED, List.of("rooms:view")));
    }

    private static RelationshipState relationship(RelationshipState.Status status, List<String> ceiling) {
        return new RelationshipState(
                RELATIONSHIP, AURORA, MERIDIAN, status, INVITATION, START.plusSeconds(90_000), ceiling, List.of());
    }

    private void roles() {
        add(
                EventType.ROLE_CREATED,
                "rbac-service",
                1,
                MARA,
                new RoleState(
                        PRIMARY_ADMIN,
                        AURORA,
                        RELATIONSHIP,
                        "primary-admin",
                        "Primary admin",
                        List.of("rooms:view", "rooms:modify"),
                        RoleState.Status.ACTIVE,
                        List.of()));
        RoleState helpDesk = new RoleState(
                HELP_DESK,
                AURORA,
                null,
                null,
                "Help desk",
                List.of("incidents:view"),
                RoleState.Status.ACTIVE,
                List.of());
        add(EventType.ROLE_CHANGED, "rbac-service", 2, GRACE, helpDesk);
        add(EventType.ROLE_DELETED, "rbac-service", 3, GRACE, helpDesk.ended());
        republished(2, helpDesk);
    }

    private void assignments() {
        AssignmentState first = new AssignmentState(
                ASSIGNMENT,
                PRIMARY_ADMIN,
                new Sequence(1, 1),
                AURORA,
                RELATIONSHIP,
                ADMINS,
                Scope.all(),
                null,
                null,
                AssignmentState.Status.ACTIVE,
                List.of());
        AssignmentState temporary = new AssignmentState(
                ASSIGNMENT,
                HELP_DESK,
                new Sequence(1, 2),
                AURORA,
                null,
                List.of(new Principal(AURORA, Principal.Type.USER, "ada")),
                SELECTED,
                START,
                START.plusSeconds(86_400),
                AssignmentState.Status.ACTIVE,
                List.of());
        add(EventType.ASSIGNMENT_CREATED, "rbac-service", 1, MARA, first);
        add(EventType.ASSIGNMENT_CHANGED, "rbac-service", 2, GRACE, temporary);
        add(EventType.ASSIGNMENT_DELETED, "rbac-service", 3, GRACE, temporary.ended());
    }

    private void delegations() {
        DelegationState all = new DelegationState(
                RELATIONSHIP, AURORA, MERIDIAN, Scope.all(), DelegationState.Status.ACTIVE, List.of());
        DelegationState narrowed =
                new DelegationState(RELATIONSHIP, AURORA, MERIDIAN, SELECTED, DelegationState.Status.ACTIVE, List.of());
        add(EventType.DELEGATION_CREATED, "rooms-service", 1, MARA, all);
        add(EventType.DELEGATION_CHANGED, "rooms-service", 2, GRACE, narrowed);
        add(EventType.DELEGATION_ENDED, "rooms-service", 3, GRACE, narrowed.ended());
    }

    private void rooms() {
        RoomState room = new RoomState(ROOM, AURORA, List.of(), RoomState.Status.ACTIVE);
        add(EventType.ROOM_CREATED, "rooms-service", 1, GRACE, room);
        add(
                EventType.ROOM_CHANGED,
                "rooms-service",
                2,
                GRACE,
                new RoomState(ROOM, AURORA, List.of(GROUP), RoomState.Status.ACTIVE));
        add(EventType.ROOM_UNENROLLED, "rooms-service", 3, GRACE, room.ended());
        RoomGroupState group = new RoomGroupState(GROUP, AURORA, RoomGroupState.Status.ACTIVE);
        add(EventType.ROOM_GROUP_CREATED, "rooms-service", 1, GRACE, group);
        add(EventType.ROOM_GROUP_CHANGED, "rooms-service", 2, GRACE, group);
        add(EventType.ROOM_GROUP_DELETED, "rooms-service", 3, GRACE, group.ended());
    }

    private void audit() {
        AuditEntry changed = new AuditEntry(
                id(0x801),
                START,
                AuditEntry.Category.PARTNER_INVITATION,
                AuditEntry.Operation.CREATE,
                AuditEntry.Result.SUCCESSFUL,
                INVITATION.toString(),
                "meridian.example",
                AURORA,
                "grace",
                AURORA,
                null,
                null,
                1);
        AuditEntry refused = new AuditEntry(
                id(0x802),
                START.plusMillis(1),
                AuditEntry.Category.ROOM,
                AuditEntry.Operation.UPDATE,
                AuditEntry.Result.FAILED,
                ROOM.toString(),
                "",
                AURORA,
                "nora",
                MERIDIAN,
                RELATIONSHIP,
                "forbidden",
                17);
        add(EventType.AUDIT_RECORDED, "invitation-service", 1, GRACE, changed);
        put("audit.recorded.v1-refused", EventType.AUDIT_RECORDED, "rooms-service", new Sequence(1, 1), null, refused);
    }

    private void auditOfFields() {
        AuditEntry renamed = new AuditEntry(
                id(0x803),
                START.plusMillis(2),
                AuditEntry.Category.ROOM,
                AuditEntry.Operation.UPDATE,
                AuditEntry.Result.SUCCESSFUL,
                ROOM.toString(),
                "Board room",
                AURORA,
                "grace",
                AURORA,
                null,
                null,
                1,
                "203.0.113.7",
                "3f9c0a52",
                List.of(
                        new FieldChange("name", TextNode.valueOf("Old room"), TextNode.valueOf("Board room")),
                        new FieldChange("capacity", null, IntNode.valueOf(12)),
                        new FieldChange("location.city", TextNode.valueOf("Seattle"), null)));
        put("audit.recorded.v1-changes", EventType.AUDIT_RECORDED, "rooms-service", new Sequence(1, 1), GRACE, renamed);
    }

    /** Those sent before there were counts have none. */
    private void counted() {
        InvitationState sent = invitation(InvitationState.Status.PENDING, null);
        InvitationState counted = new InvitationState(
                sent.id(),
                sent.customerId(),
                sent.partnerId(),
                sent.partnerDomain(),
                sent.status(),
                sent.roomScope(),
                sent.permissionCeiling(),
                sent.createdAt(),
                sent.expiresAt(),
                null,
                new InvitationState.RoomCounts(22, 1));
        put(
                "invitation.sent.v1-room-counts",
                EventType.INVITATION_SENT,
                "invitation-service",
                new Sequence(1, 1),
                GRACE,
                counted);
    }

    private void republished(int epoch, RoleState role) {
        put("state.republished.v1", EventType.REPUBLISHED, "rbac-service", new Sequence(epoch, 1), null, role);
    }

    private void add(EventType type, String source, long version, Actor actor, Payload data) {
        put(type.ceType(), type, source, new Sequence(1, version), actor, data);
    }

    private void put(String name, EventType type, String source, Sequence sequence, Actor actor, Payload data) {
        events.put(
                name,
                new Event<>(
                        id(0xe00 + events.size()),
                        type.ceType(),
                        source,
                        START.plusSeconds(60L * events.size()),
                        sequence,
                        EventContext.of(data),
                        actor,
                        actor == null ? null : TRACE,
                        data));
    }

    private static UUID id(int number) {
        return new UUID(0x019c_a000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }
}
