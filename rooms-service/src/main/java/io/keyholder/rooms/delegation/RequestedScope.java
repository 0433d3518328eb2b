package io.keyholder.rooms.delegation;

import io.keyholder.contracts.Scope;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.record.Limit;
import io.keyholder.record.Refused;
import io.keyholder.rooms.delegation.model.Delegation;
import io.keyholder.rooms.limit.TenantLimits;
import io.keyholder.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads from a request what a delegation is to cover. */
@ApplicationScoped
class RequestedScope {
    private final DelegableIds delegable;
    private final TenantLimits limits;

    RequestedScope(DelegableIds delegable, TenantLimits limits) {
        this.delegable = delegable;
        this.limits = limits;
    }

    /** @throws ProblemException {@code invalid-request} naming each id that the customer cannot delegate */
    Scope of(DelegationRequest request, Delegation present) {
        if (request.relationshipId() != null && !request.relationshipId().equals(present.relationshipId())) {
            throw ProblemException.invalid(
                    "relationshipId", ViolationCode.CONTRADICTORY, "must be the one in the address, or left out");
        }
        Scope scope = request.roomScope().asScope();
        List<UUID> rooms = RoomScope.ids(request.roomScope().roomIds());
        List<UUID> groups = RoomScope.ids(request.roomScope().roomGroupIds());
        List<Violation> violations = Stream.concat(
                        others("roomScope.roomIds", rooms, delegable.rooms(present.customerId(), rooms)),
                        others("roomScope.roomGroupIds", groups, delegable.groups(present.customerId(), groups)))
                .toList();
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return scope;
    }

    /** @throws ProblemException {@code limit-reached} */
    void requireWithinLimit(Scope scope) {
        Limit limit = limits.idsPerScope();
        if (scope.roomIds().size() + scope.roomGroupIds().size() > limit.most()) {
            Refused<Scope> refused = limit.refusal();
            throw ProblemException.of(refused.type(), refused.detail());
        }
    }

    private static Stream<Violation> others(String field, List<UUID> named, Set<UUID> own) {
        return IntStream.range(0, named.size())
                .filter(place -> !own.contains(named.get(place)))
                .mapToObj(place ->
                        new Violation(field + "[" + place + "]", ViolationCode.NOT_FOUND, "is not one of yours"));
    }
}
