package io.keyholder.rbac.preview;

import io.keyholder.access.AccessScope;
import io.keyholder.access.Caller;
import io.keyholder.access.Decision;
import io.keyholder.access.Decisions;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.Scope;
import io.keyholder.directory.RoomDirectory;
import io.keyholder.rbac.assignment.AssignmentStore;
import io.keyholder.rbac.assignment.model.Assignment;
import io.keyholder.rbac.assignment.model.Period;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.rbac.grant.model.Holdings;
import io.keyholder.rbac.preview.model.Preview;
import io.keyholder.rbac.preview.model.Preview.Difference;
import io.keyholder.rbac.preview.model.Preview.ForPrincipal;
import io.keyholder.rbac.preview.model.Proposal;
import io.keyholder.rbac.role.RoleStore;
import io.keyholder.rbac.role.model.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What a proposal would let whom see and do, against today. Reads alone; nothing is locked. */
@ApplicationScoped
public class PreviewAccess {
    private static final int MOST_PRINCIPALS = 50;

    private final Decisions decisions;
    private final AssignmentStore assignments;
    private final RoleStore roles;
    private final RoomDirectory rooms;
    private final Clock clock;

    PreviewAccess(Decisions decisions, AssignmentStore assignments, RoleStore roles, RoomDirectory rooms, Clock clock) {
        this.decisions = decisions;
        this.assignments = assignments;
        this.roles = roles;
        this.rooms = rooms;
        this.clock = clock;
    }

    /**
     * @param asker no room is listed or counted that they cannot see
     * @param permission over whose rooms principals are compared
     */
    public Preview preview(Caller asker, Proposal proposal, Permission permission) {
        Context context = proposal.context();
        Comparison comparison = new Comparison(rooms, context.customerId(), view(asker, context));
        List<Principal> concerned = concerned(proposal);
        List<Principal> first = concerned.stream().limit(MOST_PRINCIPALS).toList();
        Instant at = at(proposal);
        List<Holding> today = holdings(context, first, at);
        List<Holding> then = then(proposal, today, at);
        AccessScope delegationToday = delegation(context);
        AccessScope delegationThen = proposal instanceof Proposal.ChangedDelegation changed
                ? AccessScope.of(changed.roomScope())
                : delegationToday;
        List<ForPrincipal> principals = first.stream()
                .map(principal -> new ForPrincipal(
                        principal,
                        comparison.between(
                                standing(context, today, principal, permission, delegationToday),
                                standing(context, then, principal, permission, delegationThen))))
                .toList();
        return new Preview(delegationDifference(proposal, comparison, delegationToday), principals, concerned.size());
    }

    /** A role that is held, by whom and over what. */
    private record Holding(
            UUID assignmentId, UUID roleId, Set<Permission> permissions, Set<Principal> members, Scope scope) {}

    private List<AccessScope> view(Caller asker, Context context) {
        Decision view = decisions.decide(asker, Permission.ROOMS_VIEW, context.customerId());
        UUID relationship = view.context().relationshipId();
        return relationship == null
                ? List.of(view.scope())
                : List.of(view.scope(), covered(context.customerId(), relationship));
    }

    private AccessScope delegation(Context context) {
        return context.isOwn() ? AccessScope.everything() : covered(context.customerId(), context.id());
    }

    private AccessScope covered(UUID customerId, UUID relationshipId) {
        return rooms.delegation(customerId, relationshipId).orElse(AccessScope.nothing());
    }

    /** What begins later is looked at as it will be when it has begun. */
    private Instant at(Proposal proposal) {
        Instant now = clock.instant();
        return proposal instanceof Proposal.GivenRole given
                ? given.after().period().startsAt().filter(now::isBefore).orElse(now)
                : now;
    }

    private List<Principal> concerned(Proposal proposal) {
        Stream<Principal> named = switch (proposal) {
            case Proposal.ChangedRole changed -> members(changed.role());
            case Proposal.GivenRole given ->
                Stream.concat(
                        given.after().principals().stream(),
                        given.before().stream().flatMap(before -> before.details().principals().stream()));
            case Proposal.ChangedDelegation changed ->
                roles.of(changed.context().id()).stream().flatMap(this::members);
            case Proposal.NewInvitation invitation -> Stream.empty();
        };
        return named.distinct().toList();
    }

    private Stream<Principal> members(Role role) {
        return assignments.ofRole(role.id()).stream()
                .filter(assignment -> assignment.details().period().isRunning(clock.instant()))
                .flatMap(assignment -> assignment.details().principals().stream());
    }

    private List<Holding> holdings(Context context, List<Principal> principals, Instant at) {
        return assignments.running(context.id(), principals, at).stream()
                .map(assignment ->
                        holding(assignment, roles.get(assignment.roleId()).orElseThrow()))
                .toList();
    }

    private static Holding holding(Assignment assignment, Role role) {
        return new Holding(
                assignment.id(),
                role.id(),
                role.permissions(),
                assignment.details().principals(),
                assignment.details().scope());
    }

    private static List<Holding> then(Proposal proposal, List<Holding> today, Instant at) {
        return switch (proposal) {
            case Proposal.ChangedRole changed ->
                today.stream()
                        .map(held -> held.roleId().equals(changed.role().id())
                                ? new Holding(
                                        held.assignmentId(),
                                        held.roleId(),
                                        changed.permissions(),
                                        held.members(),
                                        held.scope())
                                : held)
                        .toList();
            case Proposal.GivenRole given ->
                Stream.concat(
                                today.stream()
                                        .filter(held -> given.before()
                                                .filter(before -> before.id().equals(held.assignmentId()))
                                                .isEmpty()),
                                given(given, at))
                        .toList();
            case Proposal.ChangedDelegation changed -> today;
            case Proposal.NewInvitation invitation -> today;
        };
    }

    private static Stream<Holding> given(Proposal.GivenRole given, Instant at) {
        return given.after().period().isRunning(at)
                ? Stream.of(new Holding(
                        given.before().map(Assignment::id).orElse(new UUID(0, 0)),
                        given.role().id(),
                        given.role().permissions(),
                        given.after().principals(),
                        given.after().scope()))
                : Stream.empty();
    }

    /** Of those that hold at the moment that is looked at: for how long makes no difference. */
    private static Standing standing(
            Context context, List<Holding> all, Principal principal, Permission permission, AccessScope delegation) {
        Holdings held = Holdings.nothing();
        for (Holding holding : all) {
            if (holding.members().contains(principal)) {
                held = held.and(context.reached(holding.permissions()), holding.scope(), Period.always());
            }
        }
        return new Standing(held.permissions(), List.of(held.over(permission, Instant.EPOCH), delegation));
    }

    private static Optional<Difference> delegationDifference(
            Proposal proposal, Comparison comparison, AccessScope delegationToday) {
        return switch (proposal) {
            case Proposal.ChangedDelegation changed ->
                Optional.of(comparison.between(
                        new Standing(Set.of(), List.of(delegationToday)),
                        new Standing(Set.of(), List.of(AccessScope.of(changed.roomScope())))));
            case Proposal.NewInvitation invitation ->
                Optional.of(comparison.between(
                        Standing.nothing(),
                        new Standing(invitation.permissions(), List.of(AccessScope.of(invitation.roomScope())))));
            case Proposal.ChangedRole changed -> Optional.empty();
            case Proposal.GivenRole given -> Optional.empty();
        };
    }
}
