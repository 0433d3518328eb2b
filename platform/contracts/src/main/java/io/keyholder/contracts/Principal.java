package io.keyholder.contracts;

import java.util.Objects;
import java.util.UUID;

/**
 * Somebody who can hold a role: a user (the token's {@code sub}) or a security group (an id in the token's
 * {@code groups}), always of one tenant. Two principals are the same when all three parts are.
 */
public record Principal(UUID tenantId, Type type, String id) {

    public enum Type {
        USER,
        GROUP
    }

    public Principal {
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
    }
}
