package io.keyholder.invitation.invitation;

import io.keyholder.access.AccessState;
import io.keyholder.access.Decisions;
import io.keyholder.contracts.TenantState;
import io.keyholder.invitation.invitation.model.Invitation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom a customer can invite, and whether whoever was invited may still accept. Why somebody cannot be invited is not disclosed, so there
 * is one answer for all reasons.
 */
@ApplicationScoped
class AvailablePartners {
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
    boolean areKnownTo(UUID customerId) {
        return decisions.isFresh() && !state.isUnreadableTenant(customerId);
    }

    /** @param domain in its one spelling */
    Optional<UUID> find(String domain, UUID customerId) {
        return state.tenantOfDomain(domain)
                .filter(tenant -> tenant.partnerEligible() && isActive(tenant))
                .map(TenantState::id)
                .filter(partner -> !partner.equals(customerId));
    }

    /** Whether both sides are active, and the domain that was invited is the same, still eligible partner's. */
    boolean stillStand(Invitation invitation) {
        return state.tenant(invitation.customerId())
                        .filter(AvailablePartners::isActive)
                        .isPresent()
                && find(invitation.offer().partnerDomain(), invitation.customerId())
                        .filter(invitation.partnerId()::equals)
                        .isPresent();
    }

    private static boolean isActive(TenantState tenant) {
        return tenant.status() == TenantState.Status.ACTIVE;
    }
}
