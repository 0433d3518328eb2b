package io.keyholder.invitation.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Scope;
import io.keyholder.invitation.application.CustomerRooms;
import io.keyholder.invitation.application.CustomerRooms.Kind;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an offer must be beyond its form: rooms of the customer, permissions that can be delegated, nothing not yet built. */
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

    private final CustomerRooms customerRooms;

    OfferRules(CustomerRooms customerRooms) {
        this.customerRooms = customerRooms;
    }

    /** @throws ProblemException {@code invalid-request} naming every field that is wrong */
    void check(InvitationRequest request, UUID customerId) {
        List<Violation> violations = new ArrayList<>();
        violations.addAll(ofScope(request.roomScope(), customerId));
        violations.addAll(ofCeiling(request.permissionCeiling()));
        violations.addAll(ofWhatIsNotBuilt(request));
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
    }

    private List<Violation> ofScope(ScopeRequest scope, UUID customerId) {
        if (scope.type() == Scope.Type.ALL) {
            return scope.namesNone()
                    ? List.of()
                    : List.of(new Violation(
                            "roomScope",
                            ViolationCode.CONTRADICTORY,
                            "must name no rooms and no groups when its type is ALL"));
        }
        if (scope.namesNone()) {
            return List.of(new Violation(
                    "roomScope",
                    ViolationCode.REQUIRED,
                    "must name a room in roomIds or a group in roomGroupIds, or be of the type ALL"));
        }
        return Stream.concat(
                        unknown(Kind.ROOM, customerId, scope.rooms(), "roomScope.roomIds", "is not one of your rooms"),
                        unknown(
                                Kind.ROOM_GROUP,
                                customerId,
                                scope.roomGroups(),
                                "roomScope.roomGroupIds",
                                "is not one of your room groups"))
                .toList();
    }

    /** Whether it exists with somebody else is not told. */
    private Stream<Violation> unknown(Kind kind, UUID customerId, List<UUID> ids, String field, String message) {
        Set<UUID> known = ids.isEmpty() ? Set.of() : customerRooms.among(kind, customerId, ids);
        return IntStream.range(0, ids.size())
                .filter(place -> !known.contains(ids.get(place)))
                .mapToObj(place -> new Violation(field + "[" + place + "]", ViolationCode.NOT_FOUND, message));
    }

    private static List<Violation> ofCeiling(@Nullable List<String> names) {
        return names == null
                ? List.of()
                : IntStream.range(0, names.size())
                        .filter(place -> !isDelegable(names.get(place)))
                        .mapToObj(place -> new Violation(
                                "permissionCeiling[" + place + "]", ViolationCode.NOT_ALLOWED, wrong(names.get(place))))
                        .toList();
    }

    private static boolean isDelegable(String name) {
        return Permission.named(name).map(Permission::isDelegable).orElse(false);
    }

    private static String wrong(String name) {
        return Permission.named(name).isPresent() ? "cannot be given to a partner: " + name : "is not a permission";
    }

    private static List<Violation> ofWhatIsNotBuilt(InvitationRequest request) {
        List<Violation> violations = new ArrayList<>(2);
        violations.addAll(ofApprovals(request.approvals()));
        if (!isAbsent(request.namedUsers())) {
            violations.add(new Violation(
                    "namedUsers", ViolationCode.UNSUPPORTED, "is not supported yet: leave it out to invite by domain"));
        }
        return violations;
    }

    private static List<Violation> ofApprovals(@Nullable JsonNode approvals) {
        if (approvals == null || approvals.isNull()) {
            return List.of();
        }
        return approvals.isObject()
                ? approvals
                        .propertyStream()
                        .flatMap(approval -> ofApproval(approval.getKey(), approval.getValue()))
                        .toList()
                : List.of(new Violation(
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

    private static boolean isAbsent(@Nullable JsonNode named) {
        return named == null || named.isNull() || (named.isArray() && named.isEmpty());
    }
}
