package io.keyholder.invitation.application;

import io.keyholder.access.AccessState;
import io.keyholder.contracts.TenantState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Whom a customer can invite. Why somebody cannot be invited is nobody's business, so there is one answer for all reasons. */
@ApplicationScoped
class AvailablePartners {
    private final AccessState state;

    AvailablePartners(AccessState state) {
        this.state = state;
    }

    /** @param domain in its one spelling */
    Optional<UUID> find(String domain, UUID customerId) {
        return state.tenantOfDomain(domain)
                .filter(tenant -> tenant.partnerEligible() && tenant.status() == TenantState.Status.ACTIVE)
                .map(TenantState::id)
                .filter(partner -> !partner.equals(customerId));
    }
}
