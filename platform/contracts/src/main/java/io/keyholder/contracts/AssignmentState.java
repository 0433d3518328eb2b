package io.keyholder.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives a role to members over a scope.
 *
 * @param id the key of the event
 * @param roleId the role that is given
 * @param roleVersion the sequence of the role it was made for: it counts only once a reader has at least that
 * @param tenantId the customer whose rooms it is about
 * @param relationshipId the relationship it belongs to. Absent: the tenant's own
 * @param members to whom it is given. Absent: nobody
 * @param scope over which rooms
 * @param startsAt inclusive. Absent: from the beginning
 * @param endsAt exclusive. Absent: without an end
 * @param status DELETED is the last state
 */
public record AssignmentState(
        UUID id,
        UUID roleId,
        Sequence roleVersion,
        UUID tenantId,
        @Nullable UUID relationshipId,
        List<Principal> members,
        Scope scope,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        Status status,
        List<String> mustUnderstand)
        implements AggregateState {

    public enum Status {
        ACTIVE,
        DELETED
    }

    public AssignmentState(
            UUID id,
            UUID roleId,
            Sequence roleVersion,
            UUID tenantId,
            @Nullable UUID relationshipId,
            @Nullable List<Principal> members,
            Scope scope,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            Status status,
            @Nullable List<String> mustUnderstand) {
        this.id = Objects.requireNonNull(id, "id");
        this.roleId = Objects.requireNonNull(roleId, "roleId");
        this.roleVersion = Objects.requireNonNull(roleVersion, "roleVersion");
        this.tenantId = Objects.requireNonNull(tenantId, "tenantId");
        this.relationshipId = relationshipId;
        this.members = members == null ? List.of() : List.copyOf(members);
        this.scope = Objects.requireNonNull(scope, "scope");
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.status = Objects.requireNonNull(status, "status");
        this.mustUnderstand = mustUnderstand == null ? List.of() : List.copyOf(mustUnderstand);
    }

    @Override
    public AggregateState ended() {
        return new AssignmentState(
                id,
                roleId,
                roleVersion,
                tenantId,
                relationshipId,
                List.of(),
                Scope.selected(List.of(), List.of()),
                startsAt,
                endsAt,
                Status.DELETED,
                mustUnderstand);
    }

    @Override
    public boolean isEnded() {
        return status == Status.DELETED;
    }
}
