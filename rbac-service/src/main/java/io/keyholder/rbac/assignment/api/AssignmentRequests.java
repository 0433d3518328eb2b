package io.keyholder.rbac.assignment.api;

import io.keyholder.access.BuiltInRole;
import io.keyholder.access.Permission;
import io.keyholder.problems.RoleProblem;
import io.keyholder.rbac.assignment.application.AssignRole;
import io.keyholder.rbac.assignment.application.AssignmentOutcome;
import io.keyholder.rbac.assignment.application.Assignments;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.assignment.domain.AssignmentDetails;
import io.keyholder.rbac.context.api.ContextAccess;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.rbac.grant.api.Rulings;
import io.keyholder.rbac.grant.application.NoEscalation;
import io.keyholder.rbac.grant.application.Ruling;
import io.keyholder.rbac.limit.api.LimitReached;
import io.keyholder.rbac.role.application.Roles;
import io.keyholder.rbac.role.domain.Role;
import io.keyholder.web.Access;
import io.keyholder.web.ProblemException;
import io.keyholder.web.audit.RequestAudit;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What every assignment goes through that is made or changed, whichever part of it is. */
@RequestScoped
public class AssignmentRequests {
    private final Assignments assignments;
    private final Roles roles;
    private final ContextAccess contexts;
    private final Access access;
    private final NoEscalation noEscalation;
    private final AssignRole assignRole;
    private final RequestAudit audit;

    AssignmentRequests(
            Assignments assignments,
            Roles roles,
            ContextAccess contexts,
            Access access,
            NoEscalation noEscalation,
            AssignRole assignRole,
            RequestAudit audit) {
        this.assignments = assignments;
        this.roles = roles;
        this.contexts = contexts;
        this.access = access;
        this.noEscalation = noEscalation;
        this.assignRole = assignRole;
        this.audit = audit;
    }

    /** An assignment and its context. */
    record Seen(Context context, Assignment assignment) {}

    /** An assignment with its role, in a context that is locked. */
    record Locked(Context context, Role role, Assignment assignment) {}

    /** For a change that may give something. */
    Locked forChange(UUID id) {
        return lock(changeable(id));
    }

    /** One that the caller may change; not locked yet. */
    Seen changeable(UUID id) {
        Seen seen = see(id);
        contexts.requireModify(seen.context());
        requireMayName(roles.find(seen.assignment().roleId()).orElseThrow(ProblemException::notFound));
        return seen;
    }

    /** For its end. */
    Locked forRemoval(UUID id) {
        Seen seen = see(id);
        contexts.requireRemove(seen.context());
        return lock(seen);
    }

    /** For a change that takes away only: who may not name such members may still do that. */
    Locked forNarrowing(UUID id) {
        return lock(narrowable(id));
    }

    /** One that the caller may leave less; not locked yet. */
    Seen narrowable(UUID id) {
        Seen seen = see(id);
        contexts.requireModify(seen.context());
        return seen;
    }

    Locked lock(Seen seen) {
        Context context = contexts.lock(seen.context());
        Assignment assignment = assignments.find(seen.assignment().id()).orElseThrow(ProblemException::notFound);
        return new Locked(context, roles.find(assignment.roleId()).orElseThrow(), assignment);
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
    public AssignmentDetails grantable(Context context, Set<Permission> permissions, AssignmentRequest request) {
        AssignmentDetails details = request.asDetails(context.memberTenant(), Optional.empty());
        Rulings.enforce(noEscalation.assigning(access.caller(), context, permissions, Optional.empty(), details));
        return details;
    }

    /**
     * @throws ProblemException {@code invalid-request} or {@code forbidden} when the caller may not give or take what the
     *     change does
     */
    void requireMayChange(Locked locked, AssignmentDetails after) {
        Ruling ruling = noEscalation.assigning(
                access.caller(),
                locked.context(),
                locked.role().permissions(),
                Optional.of(locked.assignment().details()),
                after);
        if (hasJustLostTheRight(ruling)) {
            assignRole.lastOne(locked.role(), locked.assignment(), after).ifPresent(AssignmentRequests::done);
        }
        Rulings.enforce(ruling);
    }

    /** @throws ProblemException {@code forbidden} when it reaches beyond what the caller administers */
    void requireMayEnd(Locked locked) {
        Ruling ruling = noEscalation.ending(access.caller(), locked.context(), locked.assignment());
        if (hasJustLostTheRight(ruling)) {
            assignRole.lastOne(locked.role(), locked.assignment()).ifPresent(AssignmentRequests::done);
        }
        Rulings.enforce(ruling);
    }

    /** Of two who remove each other at once, the second is told why somebody must stay, not that it is gone. */
    private static boolean hasJustLostTheRight(Ruling ruling) {
        return ruling instanceof Ruling.NotAdministered beyond && !beyond.anywhere();
    }

    /** @throws ProblemException {@code limit-reached} */
    public Assignment assign(Role role, AssignmentDetails grantable) {
        return done(assignRole.assign(role, grantable, audit.provenance()));
    }

    /** @throws ProblemException {@code limit-reached}, {@code last-primary-admin} or {@code last-administrator} */
    Assignment change(Locked locked, AssignmentDetails details) {
        return done(assignRole.change(locked.role(), locked.assignment(), details, audit.provenance()));
    }

    /** @throws ProblemException {@code last-primary-admin} or {@code last-administrator} */
    void end(Locked locked) {
        done(assignRole.end(locked.role(), locked.assignment(), audit.provenance()));
    }

    /** One that the caller may know of. */
    Seen see(UUID id) {
        Optional<Assignment> found = assignments.find(id);
        Context context = contexts.of(found.map(assignment -> new ContextAccess.Found(
                assignment.contextId(), assignment.id(), assignment.details().name())));
        return new Seen(context, found.orElseThrow(ProblemException::notFound));
    }

    public AssignmentView view(Context context, Assignment assignment) {
        return AssignmentView.of(assignment, contexts.isMemberTenant(context));
    }

    AssignmentView view(Locked locked) {
        return view(locked.context(), locked.assignment());
    }

    private static Assignment done(AssignmentOutcome outcome) {
        return switch (outcome) {
            case AssignmentOutcome.Done done -> done.assignment();
            case AssignmentOutcome.LimitReached reached -> throw LimitReached.problem(reached.limit());
            case AssignmentOutcome.LastPrimaryAdmin last ->
                throw ProblemException.of(
                        RoleProblem.LAST_PRIMARY_ADMIN,
                        "This would leave the relationship without a Primary admin over all rooms and without an end.");
            case AssignmentOutcome.LastAdministrator last -> throw ProblemException.of(RoleProblem.LAST_ADMINISTRATOR);
        };
    }
}
