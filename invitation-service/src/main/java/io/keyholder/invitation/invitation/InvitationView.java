package io.keyholder.invitation.invitation;

import io.keyholder.contracts.Scope;
import io.keyholder.invitation.invitation.model.Acceptance;
import io.keyholder.invitation.invitation.model.Invitation;
import io.keyholder.invitation.invitation.model.InvitationStatus;
import io.keyholder.invitation.invitation.model.Offer;
import io.keyholder.invitation.invitation.model.RoomCounts;
import io.keyholder.invitation.invitation.model.State;
import io.keyholder.web.answer.Version;
import io.keyholder.web.answer.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An invitation as one of its two sides sees it. */
@Schema(name = "Invitation", description = "A customer's offer to one partner, as the caller's side sees it.")
public record InvitationView(
        UUID id,
        InvitationStatus status,
        Side customer,
        String partnerDomain,

        @Schema(description = "To the customer only once it is accepted.") @Nullable
        Side partner,

        @Schema(description = "To the customer only.") @Nullable
        Rooms roomScope,

        @Schema(description = "To the partner only, in place of `roomScope`; absent where it was not counted.")
        @Nullable
        Counts roomCounts,

        @Schema(description = "What the partner's roles may hold at most. Absent: the Primary admin's permissions.")
        @Nullable
        List<String> permissionCeiling,

        @Schema(description = "Which events wait for the customer's approval. None named: all are automatic.")
        Map<String, String> approvals,

        @Nullable String message,
        int expiresInDays,
        Instant createdAt,
        User createdBy,
        Instant expiresAt,

        @Schema(description = "When it was accepted, denied or cancelled.") @Nullable
        Instant decidedAt,

        @Schema(
                description =
                        "Who did so, `system` if the platform cancelled it. To the partner no user of the customer.")
        @Nullable
        User decidedBy,

        @Schema(description = "Why it was denied, if the partner said so.") @Nullable
        String reason,

        @Schema(description = "The relationship that its acceptance established.") @Nullable
        UUID relationshipId,

        @Schema(description = "When it last changed: was sent, answered or cancelled, or expired.")
        Instant updatedAt,

        Version version)
        implements Versioned {

    /** The sender is shown what it offered; the receiver how much, and no more of the sender's rooms and people. */
    static InvitationView of(Invitation invitation, InvitationAccess access) {
        boolean sender = access.isSender(invitation);
        Offer offer = invitation.offer();
        Optional<State.Decision> decision = invitation.state().decision();
        UUID relationshipId =
                invitation.acceptance().map(Acceptance::relationshipId).orElse(null);
        return new InvitationView(
                invitation.id(),
                invitation.status(),
                Side.of(invitation.customerId(), access),
                offer.partnerDomain(),
                sender && relationshipId == null ? null : Side.of(invitation.partnerId(), access),
                sender ? Rooms.of(offer.roomScope()) : null,
                sender ? null : invitation.roomCounts().map(Counts::of).orElse(null),
                offer.permissionCeiling().orElse(null),
                Map.of(),
                offer.message().orElse(null),
                offer.expiresInDays(),
                invitation.createdAt(),
                new User(invitation.createdBy()),
                invitation.expiresAt(),
                decision.map(State.Decision::at).orElse(null),
                decision.filter(decided -> sender || !isByCustomer(invitation))
                        .map(decided -> new User(decided.by()))
                        .orElse(null),
                invitation.state().reason().orElse(null),
                relationshipId,
                invitation.updatedAt(),
                version(invitation, sender));
    }

    private static boolean isByCustomer(Invitation invitation) {
        return invitation.state() instanceof State.Cancelled cancelled
                && cancelled.by().isPresent();
    }

    /** Who sent an invitation sees the whole of it; the receiver its course, and its counts in the digest. */
    private static Version version(Invitation invitation, boolean sender) {
        return sender
                ? Version.of(invitation.id(), invitation.version())
                : Version.ofPart(invitation.id(), invitation.status());
    }

    /** One side of it. */
    @Schema(name = "InvitationSide", description = "A tenant, by id and name.")
    public record Side(UUID id, String name) {

        private static Side of(UUID tenantId, InvitationAccess access) {
            return new Side(tenantId, access.nameOf(tenantId));
        }
    }

    /** A user. */
    @Schema(name = "InvitationUser", description = "A user, by the `sub` of its tokens.")
    public record User(String userId) {}

    /** The rooms that are offered. */
    @Schema(name = "InvitationRooms", description = "The rooms that are offered: all, or those named.")
    public record Rooms(
            @Schema(
                    implementation = String.class,
                    enumeration = {"ALL", "SELECTED"})
            Scope.Type type,

            @Nullable List<UUID> roomIds,
            @Nullable List<UUID> roomGroupIds) {

        private static Rooms of(Scope scope) {
            return scope.coversAll()
                    ? new Rooms(scope.type(), null, null)
                    : new Rooms(scope.type(), scope.roomIds(), scope.roomGroupIds());
        }
    }

    /** How many are offered. */
    @Schema(
            name = "InvitationRoomCounts",
            description =
                    "How many rooms, those in named groups included, and how many groups were offered when it was sent.")
    public record Counts(long rooms, long roomGroups) {

        private static Counts of(RoomCounts counts) {
            return new Counts(counts.rooms(), counts.roomGroups());
        }
    }
}
