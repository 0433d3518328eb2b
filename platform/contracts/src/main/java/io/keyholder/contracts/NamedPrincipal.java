package io.keyholder.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A principal as somebody entered it.
 *
 * @param tenantId whose user or group it is
 * @param type which kind
 * @param id a user's {@code sub}, or a group's id in the token's {@code groups}
 * @param displayName never verified, and for its own tenant alone; absent when nothing was said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NamedPrincipal(
        UUID tenantId,
        Principal.Type type,
        String id,
        @Nullable String displayName) {

    public NamedPrincipal {
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
    }

    public Principal principal() {
        return new Principal(tenantId, type, id);
    }
}
