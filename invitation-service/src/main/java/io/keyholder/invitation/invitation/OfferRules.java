package io.keyholder.invitation.invitation;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Scope;
import io.keyholder.directory.RoomDirectory;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an offer must be beyond its form: rooms of the customer, permissions that can be delegated, nothing that is not built yet. */
@ApplicationScoped
class OfferRules {
    private static final String AUTO = InvitationRequest.ApprovalMode.AUTO.name();

    /** What a customer can want to approve. That of room actions comes with them. */
    private static final Set<String> APPROVABLE = Set.of(
            Permission.ROOMS_MODIFY.permissionName(),
            Permission.UPDATE_RINGS_MODIFY.permissionName(),
            Permission.INCIDENTS_UPDATE.permissionName(),
            Permission.ROLES_MODIFY.permissionName(),
            "room-actions:write");

    private final RoomDirectory directory;

    OfferRules(RoomDirectory directory) {
        this.directory = directory;
    }

    /** Every field that is wrong. */
    List<Violation> violations(InvitationRequest request, UUID customerId) {
        return Stream.of(
                        ofScope(request.roomScope(), customerId),
                        ofCeiling(request.permissionCeiling()),
                        ofApprovals(request.approvals()),
                        ofNamedUsers(request.namedUsers()))
                .flatMap(violations -> violations)
                .toList();
    }

    private Stream<Violation> ofScope(InvitationRequest.Rooms scope, UUID customerId) {
        if (scope.type() == Scope.Type.ALL) {
            return scope.namesNone()
                    ? Stream.empty()
                    : Stream.of(new Violation(
                            "roomScope",
                            ViolationCode.CONTRADICTORY,
                            "must name no rooms and no groups when its type is ALL"));
        }
        if (scope.namesNone()) {
            return Stream.of(new Violation(
                    "roomScope",
                    ViolationCode.REQUIRED,
                    "must name a room in roomIds or a group in roomGroupIds, or be of the type ALL"));
        }
        return Stream.concat(
                unknown(
                        directory.rooms(customerId, scope.rooms()),
                        scope.rooms(),
                        "roomScope.roomIds",
                        "is not one of your rooms"),
                unknown(
                        directory.groups(customerId, scope.roomGroups()),
                        scope.roomGroups(),
                        "roomScope.roomGroupIds",
                        "is not one of your room groups"));
    }

    /** Whether it exists with somebody else is not told. */
    private static Stream<Violation> unknown(Set<UUID> known, List<UUID> ids, String field, String message) {
        return IntStream.range(0, ids.size())
                .filter(place -> !known.contains(ids.get(place)))
                .mapToObj(place -> new Violation(field + "[" + place + "]", ViolationCode.NOT_FOUND, message));
    }

    private static Stream<Violation> ofCeiling(@Nullable List<String> names) {
        return names == null
                ? Stream.empty()
                : IntStream.range(0, names.size())
                        .filter(place -> !isDelegable(names.get(place)))
                        .mapToObj(place -> new Violation(
                                "permissionCeiling[" + place + "]",
                                ViolationCode.NOT_ALLOWED,
                                wrong(names.get(place))));
    }

    private static boolean isDelegable(String name) {
        return Permission.named(name).map(Permission::isDelegable).orElse(false);
    }

    private static String wrong(String name) {
        return Permission.named(name).isPresent() ? "cannot be given to a partner: " + name : "is not a permission";
    }

    private static Stream<Violation> ofApprovals(@Nullable JsonNode approvals) {
        if (approvals == null || approvals.isNull()) {
            return Stream.empty();
        }
        return approvals.isObject()
                ? approvals.propertyStream().flatMap(approval -> ofApproval(approval.getKey(), approval.getValue()))
                : Stream.of(new Violation(
                        "approvals", ViolationCode.WRONG_TYPE, "must be an object of permissions, each AUTO"));
    }

    private static Stream<Violation> ofApproval(String permission, JsonNode mode) {
        String field = "approvals." + permission;
        if (!APPROVABLE.contains(permission)) {
            return Stream.of(
                    new Violation(field, ViolationCode.CONTRADICTORY, "is not a permission that can need approval"));
        }
        return AUTO.equals(mode.textValue())
                ? Stream.empty()
                : Stream.of(new Violation(
                        field, ViolationCode.NOT_ALLOWED, "can only be AUTO: manual approval is not supported yet"));
    }

    private static Stream<Violation> ofNamedUsers(@Nullable JsonNode named) {
        return named == null || named.isNull() || (named.isArray() && named.isEmpty())
                ? Stream.empty()
                : Stream.of(new Violation(
                        "namedUsers",
                        ViolationCode.UNSUPPORTED,
                        "is not supported yet: leave it out to invite by domain"));
    }
}
