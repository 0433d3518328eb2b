package io.keyholder.invitation.invitation;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyholder.contracts.Scope;
import io.keyholder.invitation.invitation.model.Offer;
import io.keyholder.web.text.Domain;
import io.keyholder.web.text.DomainName;
import io.keyholder.web.text.HumanText;
import io.keyholder.web.text.Names;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a customer offers to a partner. */
@Schema(name = "InvitationRequest", description = "What a customer offers to a partner.")
public record InvitationRequest(
        @Schema(description = "A verified domain of the partner, in any spelling.", examples = "meridian.example")
        @NotNull
        @DomainName
        String partnerDomain,

        @Schema(description = "For how many days it can be answered.", examples = "14")
        @NotNull
        @Min(1)
        @Max(Offer.LONGEST_DAYS)
        Integer expiresInDays,

        @Schema(description = "The rooms the partner is to manage. The customer can change them at any time.")
        @NotNull
        @Valid
        Rooms roomScope,

        @Schema(
                description = "What the partner's roles may hold at most. Absent: the Primary admin's permissions.",
                examples = "[\"rooms:view\", \"incidents:view\"]")
        @Nullable
        @Size(min = 1, max = 100)
        List<@NotNull String> permissionCeiling,

        @Schema(implementation = Approvals.class) @Nullable JsonNode approvals,

        @Schema(type = SchemaType.ARRAY, implementation = String.class, description = "Not possible yet: leave it out.")
        @Nullable
        JsonNode namedUsers,

        @Schema(description = "That the customer agrees to the terms: true.", examples = "true")
        @NotNull
        @AssertTrue(message = "must be true: an invitation needs agreement to the terms")
        Boolean termsAccepted,

        @Schema(description = "A few words for who receives it.", maxLength = 2_000) @Nullable @HumanText(max = 2_000)
        String message) {

    /** How the customer approves. */
    @Schema(name = "ApprovalMode")
    enum ApprovalMode {
        AUTO
    }

    /** How {@code approvals} is described in the reference; it is read by {@link OfferRules}. */
    @Schema(
            name = "InvitationApprovals",
            type = SchemaType.OBJECT,
            description =
                    "By permission (rooms:modify, update-rings:modify, incidents:update, roles:modify, room-actions:write),"
                            + " which of the partner's actions wait for an approval. Only AUTO, none, is possible yet.",
            additionalProperties = ApprovalMode.class)
    interface Approvals {}

    Offer asOffer() {
        return new Offer(
                Domain.parse(partnerDomain).orElseThrow().name(),
                expiresInDays,
                roomScope.asScope(),
                Optional.ofNullable(permissionCeiling)
                        .map(names -> names.stream().distinct().toList()),
                Optional.ofNullable(message).map(Names::normal).filter(text -> !text.isEmpty()));
    }

    /** Which rooms, as the customer names them. */
    @Schema(
            name = "OfferedRooms",
            description = "Over which rooms: all, or the named rooms together with the rooms of the named groups.")
    public record Rooms(
            @Schema(
                    implementation = String.class,
                    enumeration = {"ALL", "SELECTED"})
            @NotNull
            Scope.Type type,

            @Schema(description = "With SELECTED only.") @Nullable @Size(max = MOST_IDS)
            List<@NotNull UUID> roomIds,

            @Schema(description = "With SELECTED only.") @Nullable @Size(max = MOST_IDS)
            List<@NotNull UUID> roomGroupIds) {

        /** An event has to hold them all. */
        static final int MOST_IDS = 5_000;

        List<UUID> rooms() {
            return roomIds == null ? List.of() : roomIds;
        }

        List<UUID> roomGroups() {
            return roomGroupIds == null ? List.of() : roomGroupIds;
        }

        boolean namesNone() {
            return rooms().isEmpty() && roomGroups().isEmpty();
        }

        Scope asScope() {
            return new Scope(type, rooms(), roomGroups());
        }
    }
}
