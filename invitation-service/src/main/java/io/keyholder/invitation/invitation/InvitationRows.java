package io.keyholder.invitation.invitation;

import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.Scope;
import io.keyholder.invitation.invitation.model.Acceptance;
import io.keyholder.invitation.invitation.model.Invitation;
import io.keyholder.invitation.invitation.model.InvitationStatus;
import io.keyholder.invitation.invitation.model.Offer;
import io.keyholder.invitation.invitation.model.PrimaryAdmins;
import io.keyholder.invitation.invitation.model.RoomCounts;
import io.keyholder.invitation.invitation.model.State;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.sql.StoredRow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Invitations as rows: one each, and one for each of the first Primary admins, which come with the acceptance. */
final class InvitationRows {
    /** Joins the Primary admins to invitations {@code i}. */
    static final String WITH_ADMINS = """
             cross join lateral (
                select array_agg(type order by position) as admin_types, array_agg(principal_id order by position) as admin_ids,
                    array_agg(coalesce(display_name, '') order by position) as admin_names
                from invitation_primary_admin where i.status = 'ACCEPTED' and invitation_id = i.id
            ) admins
            """;

    private InvitationRows() {}

    /** What was offered never changes. */
    static StoredRow row(Invitation invitation) {
        Offer offer = invitation.offer();
        State state = invitation.state();
        Optional<Acceptance> acceptance = invitation.acceptance();
        return StoredRow.of("invitation", invitation.id())
                .once("customer_id", invitation.customerId())
                .once("partner_id", invitation.partnerId())
                .once("partner_domain", offer.partnerDomain())
                .once("expires_in_days", offer.expiresInDays())
                .once("scope_type", offer.roomScope().type())
                .once("room_ids", Sql.ids(offer.roomScope().roomIds()))
                .once("room_group_ids", Sql.ids(offer.roomScope().roomGroupIds()))
                .once("permission_ceiling", offer.permissionCeiling().map(Sql::texts))
                .once("message", offer.message())
                .once("room_count", invitation.roomCounts().map(RoomCounts::rooms))
                .once("room_group_count", invitation.roomCounts().map(RoomCounts::roomGroups))
                .once("created_by", invitation.createdBy())
                .once("created_at", invitation.createdAt())
                .once("expires_at", invitation.expiresAt())
                .set("status", invitation.status())
                .set("decided_at", state instanceof State.Ended ended ? ended.at() : null)
                .set("decided_by", state.decision().map(State.Decision::by))
                .set("decided_by_platform", isByPlatform(state))
                .set("reason", state.reason())
                .set("relationship_id", acceptance.map(Acceptance::relationshipId))
                .set("primary_admin_role_id", acceptance.map(Acceptance::primaryAdminRoleId))
                .set("assignment_id", acceptance.map(Acceptance::assignmentId))
                .set("updated_at", invitation.updatedAt())
                .set("version", invitation.version());
    }

    /** They are named once, when it is accepted. */
    static Sql insertAdmins(UUID invitationId, PrimaryAdmins admins) {
        List<NamedPrincipal> named = admins.named();
        return Sql.of("""
                        insert into invitation_primary_admin (invitation_id, position, type, principal_id, display_name)
                        select :invitation, position - 1, type, principal_id, display_name
                        from unnest(:types, :ids, :names) with ordinality as named (type, principal_id, display_name, position)
                        """)
                .bind("invitation", invitationId)
                .bind("types", Sql.texts(named, NamedPrincipal::type))
                .bind("ids", Sql.texts(named, NamedPrincipal::id))
                .bind("names", Sql.texts(named, NamedPrincipal::displayName));
    }

    static Invitation read(Row row) {
        UUID partnerId = row.id("partner_id");
        return new Invitation(
                row.id("id"),
                row.id("customer_id"),
                partnerId,
                readOffer(row),
                row.optionalNumber("room_count")
                        .flatMap(rooms ->
                                row.optionalNumber("room_group_count").map(groups -> new RoomCounts(rooms, groups))),
                row.text("created_by"),
                row.time("created_at"),
                row.time("expires_at"),
                readState(row, partnerId),
                row.number("version"));
    }

    private static Offer readOffer(Row row) {
        return new Offer(
                row.text("partner_domain"),
                (int) row.number("expires_in_days"),
                new Scope(row.constant("scope_type", Scope.Type.class), row.ids("room_ids"), row.ids("room_group_ids")),
                row.optionalTexts("permission_ceiling"),
                row.optionalText("message"));
    }

    private static State readState(Row row, UUID partnerId) {
        return switch (row.constant("status", InvitationStatus.class)) {
            case PENDING -> new State.Pending();
            case ACCEPTED ->
                new State.Accepted(row.time("decided_at"), row.text("decided_by"), readAcceptance(row, partnerId));
            case DENIED -> new State.Denied(row.time("decided_at"), row.text("decided_by"), row.optionalText("reason"));
            case CANCELLED ->
                new State.Cancelled(
                        row.time("decided_at"),
                        row.optionalText("decided_by").filter(by -> !row.flag("decided_by_platform")));
            case EXPIRED -> new State.Expired(row.time("decided_at"));
        };
    }

    private static Acceptance readAcceptance(Row row, UUID partnerId) {
        List<String> types = row.texts("admin_types");
        List<String> ids = row.texts("admin_ids");
        List<String> names = row.texts("admin_names");
        List<NamedPrincipal> admins = IntStream.range(0, ids.size())
                .mapToObj(place -> new NamedPrincipal(
                        partnerId,
                        Principal.Type.valueOf(types.get(place)),
                        ids.get(place),
                        names.get(place).isEmpty() ? null : names.get(place)))
                .toList();
        return new Acceptance(
                row.id("relationship_id"),
                row.id("primary_admin_role_id"),
                row.id("assignment_id"),
                new PrimaryAdmins(admins));
    }

    private static boolean isByPlatform(State state) {
        return state instanceof State.Cancelled cancelled && cancelled.by().isEmpty();
    }
}
