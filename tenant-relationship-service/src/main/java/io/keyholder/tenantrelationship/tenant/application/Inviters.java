package io.keyholder.tenantrelationship.tenant.application;

import java.util.Set;
import java.util.UUID;

/** Customers whose invitation waits for a partner's answer. */
public interface Inviters {
    Set<UUID> waitingFor(UUID partnerId);
}
