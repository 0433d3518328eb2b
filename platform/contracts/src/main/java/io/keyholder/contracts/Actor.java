package io.keyholder.contracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who caused an event.
 *
 * @param userId the token's {@code sub}
 * @param tenantId the tenant whose user it is; null for a platform operator, who belongs to none
 */
public record Actor(String userId, @Nullable UUID tenantId) {}
