package io.keyholder.rbac.administration;

import io.keyholder.access.BuiltInRole;
import io.keyholder.access.Permission;
import io.keyholder.rbac.assignment.AssignmentCommands;
import io.keyholder.rbac.assignment.AssignmentRequest;
import io.keyholder.rbac.assignment.AssignmentStore;
import io.keyholder.rbac.assignment.AssignmentView;
import io.keyholder.rbac.assignment.model.Assignment;
import io.keyholder.rbac.assignment.model.AssignmentDetails;
import io.keyholder.rbac.context.ContextAccess;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.rbac.grant.Enforcement;
import io.keyholder.rbac.grant.NoEscalation;
import io.keyholder.rbac.grant.model.Ruling;
import io.keyholder.rbac.role.RoleStore;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.record.Locked;
import io.keyholder.web.Access;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Versioned;
import io.keyholder.web.change.Changes;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What requests about assignments go through before they change anything, whichever part of one they change. */
@RequestScoped
class AssignmentRequests {
    private final AssignmentStore assignments;
    private final AssignmentCommands commands;
    private final RoleStore roles;
    private final ContextAccess contexts;
    private final Access access;
    private final NoEscalation noEscalation;
    private final Changes changes;

    AssignmentRequests(
            AssignmentStore assignments,
            AssignmentCommands commands,
            RoleStore roles,
            ContextAccess contexts,
            Access access,
            NoEscalation noEscalation,
            Changes changes) {
        this.assignments = assignments;
        this.commands = commands;
        this.roles = roles;
        this.contexts = contexts;
        this.access = access;
        this.noEscalation = noEscalation;
        this.changes = changes;
    }

    /** An assignment and its context. */
    record Seen(Context context, Assignment assignment) {}

    /** An assignment with its role and its context, all locked. */
    record Target(Locked<Context> context, Locked<Role> role, Locked<Assignment> assignment) {

        AssignmentDetails details() {
            return assignment.now().details();
        }
    }

    /** One that the caller may know of. */
    Seen see(UUID id) {
        Optional<Assignment> found = assignments.get(id);
        Context context = contexts.of(found.map(assignment -> new ContextAccess.Found(
                assignment.contextId(), assignment.id(), assignment.details().name())));
        return new Seen(context, found.orElseThrow(ProblemException::notFound));
    }

    /** One to which the caller may add; not locked yet. */
    Seen changeable(UUID id) {
        Seen seen = narrowable(id);
        requireMayName(roles.get(seen.assignment().roleId()).orElseThrow(ProblemException::notFound));
        return seen;
    }

    /** One from which the caller may take, even if it may not name such members; not locked yet. */
    Seen narrowable(UUID id) {
        Seen seen = see(id);
        contexts.requireModify(seen.context());
        return seen;
    }

    /** One that the caller may end; not locked yet. */
    Seen endable(UUID id) {
        Seen seen = see(id);
        contexts.requireRemove(seen.context());
        return seen;
    }

    Target lock(Seen seen) {
        Locked<Context> context = contexts.lock(seen.context());
        Locked<Assignment> assignment =
                assignments.in(context, seen.assignment().id()).orElseThrow(ProblemException::notFound);
        return new Target(context, roles.in(context, assignment.now().roleId()).orElseThrow(), assignment);
    }

    /** @throws ProblemException {@code forbidden} when the role is one that only few may give */
    void requireMayName(Role role) {
        if (role.is(BuiltInRole.TENANT_MANAGER)) {
            access.requireOwn(Permission.TENANT_MANAGERS_MANAGE);
        }
    }

    /**
     * What is to be assigned, if the caller may give it.
     *
     * @param permissions of the role
     * @throws ProblemException {@code invalid-request} or {@code forbidden}
     */
    AssignmentDetails grantable(Locked<Context> context, Set<Permission> permissions, AssignmentRequest request) {
        AssignmentDetails details = request.asDetails(context.now().memberTenant(), Optional.empty());
        Enforcement.enforce(
                noEscalation.assigning(access.caller(), context.now(), permissions, Optional.empty(), details));
        return details;
    }

    /** @throws ProblemException {@code limit-reached} */
    Assignment assign(Role role, AssignmentDetails grantable) {
        return changes.orThrow(commands.assign(role, grantable, changes.provenance()));
    }

    /**
     * Makes it what it is to be, if the caller may give and take that.
     *
     * @param precondition is asked whether the caller may change the version that is there
     * @throws ProblemException {@code invalid-request}, {@code forbidden}, {@code limit-reached}, {@code last-primary-admin},
     *     {@code last-administrator}, or the precondition's
     */
    AssignmentView change(Target target, AssignmentDetails after, Consumer<Versioned> precondition) {
        requireMayChange(target, after);
        precondition.accept(view(target));
        Assignment changed =
                changes.orThrow(commands.change(target.role(), target.assignment(), after, changes.provenance()));
        return view(target.context().now(), changed);
    }

    /** @throws ProblemException {@code forbidden}, {@code last-primary-admin} or {@code last-administrator} */
    void end(Target target) {
        Ruling ruling = noEscalation.ending(
                access.caller(), target.context().now(), target.assignment().now());
        if (hasJustLostTheRight(ruling)) {
            commands.refusalAsLast(target.role(), target.assignment()).ifPresent(changes::orThrow);
        }
        Enforcement.enforce(ruling);
        changes.requireMatch(view(target));
        changes.orThrow(commands.end(target.role(), target.assignment(), changes.provenance()));
    }

    /** How many assignments of the role there are. */
    long count(Locked<Role> role) {
        return assignments.countOf(role.now().id());
    }

    AssignmentView view(Context context, Assignment assignment) {
        return AssignmentView.of(assignment, contexts.isMemberTenant(context));
    }

    private AssignmentView view(Target target) {
        return view(target.context().now(), target.assignment().now());
    }

    private void requireMayChange(Target target, AssignmentDetails after) {
        Ruling ruling = noEscalation.assigning(
                access.caller(),
                target.context().now(),
                target.role().now().permissions(),
                Optional.of(target.details()),
                after);
        if (hasJustLostTheRight(ruling)) {
            commands.refusalAsLast(target.role(), target.assignment(), after).ifPresent(changes::orThrow);
        }
        Enforcement.enforce(ruling);
    }

    /** Of two who remove each other at once, the second is told why somebody must stay, not that it is gone. */
    private static boolean hasJustLostTheRight(Ruling ruling) {
        return ruling instanceof Ruling.NotAdministered beyond && !beyond.anywhere();
    }
}
