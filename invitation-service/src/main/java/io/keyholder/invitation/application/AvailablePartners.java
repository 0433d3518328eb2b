package io.keyholder.invitation.application;

import io.keyholder.access.AccessState;
import io.keyholder.access.Decisions;
import io.keyholder.contracts.TenantState;
import io.keyholder.invitation.domain.Invitation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Whom a customer can invite, and whether whoever was invited may still accept. Why somebody cannot be invited is nobody's business, so there is one answer for all reasons. */
@ApplicationScoped
public class AvailablePartners {
    private final AccessState state;
    private final Decisions decisions;

    AvailablePartners(AccessState state, Decisions decisions) {
        this.state = state;
        this.decisions = decisions;
    }

    /**
     * Whether it can be said at present who is available to the customer. Where not, nothing is offered access: what was
     * taken away may not have been heard of yet.
     */
    public boolean areKnownTo(UUID customerId) {
        return decisions.isFresh() && !state.isUnreadableTenant(customerId);
    }

    /** Whether both sides are active, and the domain that was invited is the same, still eligible partner's. */
    boolean stillStand(Invitation invitation) {
        return isActive(invitation.customerId())
                && find(invitation.offer().partnerDomain(), invitation.customerId())
                        .filter(invitation.partnerId()::equals)
                        .isPresent();
    }

    private boolean isActive(UUID tenantId) {
        return state.tenant(tenantId)
                .filter(tenant -> tenant.status() == TenantState.Status.ACTIVE)
                .isPresent();
    }

    /** @param domain in its one spelling */
    Optional<UUID> find(String domain, UUID customerId) {
        return state.tenantOfDomain(domain)
                .filter(tenant -> tenant.partnerEligible() && tenant.status() == TenantState.Status.ACTIVE)
                .map(TenantState::id)
                .filter(partner -> !partner.equals(customerId));
    }
}
