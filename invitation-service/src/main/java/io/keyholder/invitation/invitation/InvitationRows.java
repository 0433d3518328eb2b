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

    static Sql insert(Invitation invitation) {
        Offer offer = invitation.offer();
        return Sql.of("""
                        insert into invitation (id, customer_id, partner_id, partner_domain, expires_in_days, scope_type,
                            room_ids, room_group_ids, permission_ceiling, message, room_count, room_group_count,
                            created_by, created_at, expires_at, status, updated_at, version)
                        values (:id, :customer, :partner, :domain, :days, :scope, :rooms, :groups, :ceiling, :message,
                            :roomCount, :groupCount, :createdBy, :createdAt, :expiresAt, :status, :updatedAt, :version)
                        """)
                .bind("id", invitation.id())
                .bind("customer", invitation.customerId())
                .bind("partner", invitation.partnerId())
                .bind("domain", offer.partnerDomain())
                .bind("days", offer.expiresInDays())
                .bind("scope", offer.roomScope().type())
                .bind("rooms", Sql.ids(offer.roomScope().roomIds()))
                .bind("groups", Sql.ids(offer.roomScope().roomGroupIds()))
                .bind("ceiling", offer.permissionCeiling().map(Sql::texts).orElse(null))
                .bind("message", offer.message().orElse(null))
                .bind(
                        "roomCount",
                        invitation.roomCounts().map(RoomCounts::rooms).orElse(null))
                .bind(
                        "groupCount",
                        invitation.roomCounts().map(RoomCounts::roomGroups).orElse(null))
                .bind("createdBy", invitation.createdBy())
                .bind("createdAt", invitation.createdAt())
                .bind("expiresAt", invitation.expiresAt())
                .bind("status", invitation.status())
                .bind("updatedAt", invitation.updatedAt())
                .bind("version", invitation.version());
    }

    /** What was offered never changes. */
    static Sql update(Invitation invitation) {
        Optional<Acceptance> acceptance = invitation.acceptance();
        return Sql.of("""
                        update invitation set status = :status, decided_at = :endedAt, decided_by = :decidedBy,
                            decided_by_platform = :byPlatform, reason = :reason, relationship_id = :relationship,
                            primary_admin_role_id = :role, assignment_id = :assignment, updated_at = :updatedAt,
                            version = :version
                        where id = :id
                        """)
                .bind("status", invitation.status())
                .bind("endedAt", invitation.state() instanceof State.Ended ended ? ended.at() : null)
                .bind(
                        "decidedBy",
                        invitation.state().decision().map(State.Decision::by).orElse(null))
                .bind("byPlatform", isByPlatform(invitation.state()))
                .bind("reason", invitation.state().reason().orElse(null))
                .bind("relationship", acceptance.map(Acceptance::relationshipId).orElse(null))
                .bind("role", acceptance.map(Acceptance::primaryAdminRoleId).orElse(null))
                .bind("assignment", acceptance.map(Acceptance::assignmentId).orElse(null))
                .bind("updatedAt", invitation.updatedAt())
                .bind("version", invitation.version())
                .bind("id", invitation.id());
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
                .bind(
                        "types",
                        Sql.texts(named.stream().map(NamedPrincipal::type).toList()))
                .bind("ids", Sql.texts(named.stream().map(NamedPrincipal::id).toList()))
                .bind("names", named.stream().map(NamedPrincipal::displayName).toArray(String[]::new));
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
