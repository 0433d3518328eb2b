package io.keyholder.invitation.persistence;

import io.keyholder.contracts.Scope;
import io.keyholder.invitation.domain.Offer;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was offered. It never changes. */
@Embeddable
record OfferColumns(
        @Column(name = "partner_domain") String partnerDomain,
        @Column(name = "expires_in_days") int expiresInDays,

        @Column(name = "scope_type") @Enumerated(EnumType.STRING)
        Scope.Type scopeType,

        @Column(name = "room_ids") List<UUID> roomIds,
        @Column(name = "room_group_ids") List<UUID> roomGroupIds,
        @Column(name = "permission_ceiling") @Nullable List<String> permissionCeiling,
        @Column(name = "message") @Nullable String message) {

    static OfferColumns of(Offer offer) {
        return new OfferColumns(
                offer.partnerDomain(),
                offer.expiresInDays(),
                offer.roomScope().type(),
                offer.roomScope().roomIds(),
                offer.roomScope().roomGroupIds(),
                offer.permissionCeiling().orElse(null),
                offer.message().orElse(null));
    }

    Offer asOffer() {
        return new Offer(
                partnerDomain,
                expiresInDays,
                new Scope(scopeType, roomIds, roomGroupIds),
                Optional.ofNullable(permissionCeiling),
                Optional.ofNullable(message));
    }
}
