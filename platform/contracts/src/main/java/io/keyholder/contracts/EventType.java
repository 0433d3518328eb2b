package io.keyholder.contracts;

import org.jspecify.annotations.Nullable;

/** What happened, as {@code ce_type} says it. Readers go by the state; the type is for people and integrations. */
public enum EventType {
    /** A tenant was registered. */
    TENANT_REGISTERED("tenant.registered.v1", Topic.TENANTS),
    /** A tenant was changed, or suspended. */
    TENANT_CHANGED("tenant.changed.v1", Topic.TENANTS),
    /** An accepted invitation established a relationship. */
    RELATIONSHIP_ESTABLISHED("relationship.established.v1", Topic.RELATIONSHIPS),
    /** The customer suspended it. */
    RELATIONSHIP_SUSPENDED("relationship.suspended.v1", Topic.RELATIONSHIPS),
    /** The customer resumed it. */
    RELATIONSHIP_RESUMED("relationship.resumed.v1", Topic.RELATIONSHIPS),
    /** Either side ended it. */
    RELATIONSHIP_TERMINATED("relationship.terminated.v1", Topic.RELATIONSHIPS),
    /** A customer invited a partner. */
    INVITATION_SENT("invitation.sent.v1", Topic.INVITATIONS),
    /** The partner accepted. */
    INVITATION_ACCEPTED("invitation.accepted.v1", Topic.INVITATIONS),
    /** The partner denied. */
    INVITATION_DENIED("invitation.denied.v1", Topic.INVITATIONS),
    /** The customer took it back. */
    INVITATION_CANCELLED("invitation.cancelled.v1", Topic.INVITATIONS),
    /** Its time was over. */
    INVITATION_EXPIRED("invitation.expired.v1", Topic.INVITATIONS),
    /** A role was created. */
    ROLE_CREATED("role.created.v1", Topic.ROLES),
    /** A role's name or permissions changed. */
    ROLE_CHANGED("role.changed.v1", Topic.ROLES),
    /** A role is gone. */
    ROLE_DELETED("role.deleted.v1", Topic.ROLES),
    /** A role was assigned. */
    ASSIGNMENT_CREATED("assignment.created.v1", Topic.ASSIGNMENTS),
    /** Members, scope or time changed, or the role it is made for. */
    ASSIGNMENT_CHANGED("assignment.changed.v1", Topic.ASSIGNMENTS),
    /** An assignment is gone. */
    ASSIGNMENT_DELETED("assignment.deleted.v1", Topic.ASSIGNMENTS),
    /** A relationship's delegation began. */
    DELEGATION_CREATED("delegation.created.v1", Topic.DELEGATIONS),
    /** It was widened or narrowed. */
    DELEGATION_CHANGED("delegation.changed.v1", Topic.DELEGATIONS),
    /** It ended with its relationship. */
    DELEGATION_ENDED("delegation.ended.v1", Topic.DELEGATIONS),
    /** A room was added. */
    ROOM_CREATED("room.created.v1", Topic.ROOMS),
    /** A room changed, or its groups did. */
    ROOM_CHANGED("room.changed.v1", Topic.ROOMS),
    /** A room was taken out of management. */
    ROOM_UNENROLLED("room.unenrolled.v1", Topic.ROOMS),
    /** A room group was added. */
    ROOM_GROUP_CREATED("room-group.created.v1", Topic.ROOM_GROUPS),
    /** A room group changed. */
    ROOM_GROUP_CHANGED("room-group.changed.v1", Topic.ROOM_GROUPS),
    /** A room group is gone. */
    ROOM_GROUP_DELETED("room-group.deleted.v1", Topic.ROOM_GROUPS),
    /** A state, published anew in a new epoch: after a restore. Any payload of the topic it is on. */
    REPUBLISHED("state.republished.v1", null),
    /** A change, or a refused change. */
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
