package io.keyholder.contracts;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named set of permissions in one context.
 *
 * @param id the key of the event
 * @param tenantId the customer whose rooms the role is about
 * @param relationshipId the relationship it belongs to. Absent: the tenant's own
 * @param key names a built-in role. Absent: a custom one
 * @param name unique within its context
 * @param permissions what it gives. Absent: nothing
 * @param status DELETED is the last state
 */
public record RoleState(
        UUID id,
        UUID tenantId,
        @Nullable UUID relationshipId,
        @Nullable String key,
        String name,
        List<String> permissions,
        Status status,
        List<String> mustUnderstand)
        implements AggregateState {

    public enum Status {
        ACTIVE,
        DELETED
    }

    public RoleState(
            UUID id,
            UUID tenantId,
            @Nullable UUID relationshipId,
            @Nullable String key,
            String name,
            @Nullable List<String> permissions,
            Status status,
            @Nullable List<String> mustUnderstand) {
        this.id = Objects.requireNonNull(id, "id");
        this.tenantId = Objects.requireNonNull(tenantId, "tenantId");
        this.relationshipId = relationshipId;
        this.key = key;
        this.name = Objects.requireNonNull(name, "name");
        this.permissions = permissions == null ? List.of() : List.copyOf(permissions);
        this.status = Objects.requireNonNull(status, "status");
        this.mustUnderstand = mustUnderstand == null ? List.of() : List.copyOf(mustUnderstand);
    }

    @Override
    public AggregateState ended() {
        return new RoleState(id, tenantId, relationshipId, key, name, List.of(), Status.DELETED, mustUnderstand);
    }

    @Override
    public boolean isEnded() {
        return status == Status.DELETED;
    }
}
