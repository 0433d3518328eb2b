package io.keyholder.contracts;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named set of permissions in one context.
 *
 * @param tenantId the customer whose rooms the role is about
 * @param relationshipId the relationship the role belongs to; null: the tenant's own
 * @param key names a built-in role; null for a custom one
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
