package io.keyholder.contracts;

import org.jspecify.annotations.Nullable;

/** What happened, as {@code ce_type} says it. Readers go by the state; the type is for people and integrations. */
public enum EventType {
    TENANT_REGISTERED("tenant.registered.v1", Topic.TENANTS),
    TENANT_CHANGED("tenant.changed.v1", Topic.TENANTS),
    RELATIONSHIP_ESTABLISHED("relationship.established.v1", Topic.RELATIONSHIPS),
    RELATIONSHIP_SUSPENDED("relationship.suspended.v1", Topic.RELATIONSHIPS),
    RELATIONSHIP_RESUMED("relationship.resumed.v1", Topic.RELATIONSHIPS),
    RELATIONSHIP_TERMINATED("relationship.terminated.v1", Topic.RELATIONSHIPS),
    INVITATION_SENT("invitation.sent.v1", Topic.INVITATIONS),
    INVITATION_ACCEPTED("invitation.accepted.v1", Topic.INVITATIONS),
    INVITATION_DENIED("invitation.denied.v1", Topic.INVITATIONS),
    INVITATION_CANCELLED("invitation.cancelled.v1", Topic.INVITATIONS),
    INVITATION_EXPIRED("invitation.expired.v1", Topic.INVITATIONS),
    ROLE_CREATED("role.created.v1", Topic.ROLES),
    ROLE_CHANGED("role.changed.v1", Topic.ROLES),
    ROLE_DELETED("role.deleted.v1", Topic.ROLES),
    ASSIGNMENT_CREATED("assignment.created.v1", Topic.ASSIGNMENTS),
    ASSIGNMENT_CHANGED("assignment.changed.v1", Topic.ASSIGNMENTS),
    ASSIGNMENT_DELETED("assignment.deleted.v1", Topic.ASSIGNMENTS),
    DELEGATION_CREATED("delegation.created.v1", Topic.DELEGATIONS),
    DELEGATION_CHANGED("delegation.changed.v1", Topic.DELEGATIONS),
    DELEGATION_ENDED("delegation.ended.v1", Topic.DELEGATIONS),
    ROOM_CREATED("room.created.v1", Topic.ROOMS),
    ROOM_CHANGED("room.changed.v1", Topic.ROOMS),
    ROOM_UNENROLLED("room.unenrolled.v1", Topic.ROOMS),
    ROOM_GROUP_CREATED("room-group.created.v1", Topic.ROOM_GROUPS),
    ROOM_GROUP_CHANGED("room-group.changed.v1", Topic.ROOM_GROUPS),
    ROOM_GROUP_DELETED("room-group.deleted.v1", Topic.ROOM_GROUPS),
    /** Any aggregate's state, published anew after a restore. */
    REPUBLISHED("state.republished.v1", null),
    AUDIT_RECORDED("audit.recorded.v1", Topic.AUDIT);

    private final String ceType;
    private final @Nullable Topic topic;

    EventType(String ceType, @Nullable Topic topic) {
        this.ceType = ceType;
        this.topic = topic;
    }

    public String ceType() {
        return ceType;
    }

    /** The topic it is said on; null for {@link #REPUBLISHED}, which is said on every state topic. */
    public @Nullable Topic topic() {
        return topic;
    }
}
