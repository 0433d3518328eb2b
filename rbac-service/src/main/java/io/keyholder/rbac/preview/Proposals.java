package io.keyholder.rbac.preview;

import io.keyholder.access.Permission;
import io.keyholder.contracts.Scope;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rbac.assignment.AssignmentStore;
import io.keyholder.rbac.assignment.ScopeBody;
import io.keyholder.rbac.assignment.model.Assignment;
import io.keyholder.rbac.assignment.model.AssignmentDetails;
import io.keyholder.rbac.context.ContextAccess;
import io.keyholder.rbac.context.Side;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.rbac.grant.Enforcement;
import io.keyholder.rbac.grant.NoEscalation;
import io.keyholder.rbac.preview.model.Proposal;
import io.keyholder.rbac.role.PermissionNames;
import io.keyholder.rbac.role.RoleStore;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.web.Access;
import io.keyholder.web.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Proposals out of what is asked over HTTP, if the caller may ask. */
@RequestScoped
class Proposals {
    private static final Scope NOTHING = Scope.selected(List.of(), List.of());

    private final Access access;
    private final ContextAccess contexts;
    private final RoleStore roles;
    private final AssignmentStore assignments;
    private final NoEscalation noEscalation;

    Proposals(
            Access access,
            ContextAccess contexts,
            RoleStore roles,
            AssignmentStore assignments,
            NoEscalation noEscalation) {
        this.access = access;
        this.contexts = contexts;
        this.roles = roles;
        this.assignments = assignments;
        this.noEscalation = noEscalation;
    }

    /** @throws ProblemException {@code not-found}, {@code forbidden} or {@code invalid-request} */
    Proposal of(PreviewRequest request) {
        if (request.changes() != 1) {
            throw ProblemException.invalid(
                    "body", ViolationCode.REQUIRED, "must say exactly one of role, assignment, delegation, invitation");
        }
        if (request.role() != null) {
            return of(request.role());
        }
        if (request.assignment() != null) {
            return of(request.assignment());
        }
        if (request.delegation() != null) {
            return of(request.delegation());
        }
        return of(Objects.requireNonNull(request.invitation()));
    }

    /** @throws ProblemException {@code invalid-request} */
    static Permission permission(PreviewRequest request) {
        String name = request.permission();
        return name == null
                ? Permission.ROOMS_VIEW
                : Permission.named(name)
                        .orElseThrow(() -> ProblemException.invalid(
                                "permission", ViolationCode.NOT_ALLOWED, "is not a permission: " + name));
    }

    private Proposal of(PreviewRequest.ChangedRole asked) {
        Optional<Role> found = roles.get(asked.roleId());
        Context context = seen(found);
        return new Proposal.ChangedRole(
                context,
                found.orElseThrow(ProblemException::notFound),
                PermissionNames.read(context, "role.permissions", asked.permissions()));
    }

    private Proposal of(PreviewRequest.GivenRole asked) {
        if ((asked.roleId() == null) == (asked.assignmentId() == null)) {
            throw ProblemException.invalid(
                    "assignment", ViolationCode.REQUIRED, "must say either roleId or assignmentId");
        }
        Optional<Assignment> before = Optional.ofNullable(asked.assignmentId()).flatMap(assignments::get);
        UUID roleId = before.map(Assignment::roleId).orElse(asked.roleId());
        Optional<Role> found = Optional.ofNullable(roleId).flatMap(roles::get);
        Context context = seen(found);
        AssignmentDetails after = details(context, asked, before);
        Enforcement.enforce(
                noEscalation.naming(
                        access.caller(),
                        context,
                        before.map(one -> one.details().scope()),
                        after.scope()),
                "assignment.details.scope");
        return new Proposal.GivenRole(context, found.orElseThrow(ProblemException::notFound), before, after);
    }

    private static AssignmentDetails details(
            Context context, PreviewRequest.GivenRole asked, Optional<Assignment> before) {
        try {
            return asked.details().asDetails(context.memberTenant(), before.map(Assignment::details));
        } catch (ProblemException wrong) {
            throw wrong.within("assignment.details");
        }
    }

    private Proposal of(PreviewRequest.ChangedDelegation asked) {
        Context context = contexts.named(asked.relationshipId());
        if (contexts.sideOf(context) != Side.CUSTOMER) {
            throw ProblemException.of(CommonProblem.FORBIDDEN, "What is delegated is for the customer to decide.");
        }
        access.requireOwn(Permission.PARTNERS_MANAGE);
        return new Proposal.ChangedDelegation(context, scope(asked.roomScope(), "delegation.roomScope"));
    }

    private Proposal of(PreviewRequest.NewInvitation asked) {
        Context context = contexts.named(null);
        access.requireOwn(Permission.PARTNERS_MANAGE);
        List<String> ceiling = asked.permissionCeiling();
        Context relationship = Context.ofRelationship(
                context.id(), context.id(), context.id(), Context.Status.OPEN, Optional.ofNullable(ceiling));
        if (ceiling != null) {
            PermissionNames.read(relationship, "invitation.permissionCeiling", ceiling);
        }
        return new Proposal.NewInvitation(
                context,
                scope(asked.roomScope(), "invitation.roomScope"),
                relationship.reached(Set.of(Permission.values())));
    }

    /** Of the caller's own rooms. */
    private Scope scope(ScopeBody asked, String field) {
        Scope scope = asked.asScope(NOTHING);
        Enforcement.enforce(noEscalation.naming(access.caller(), contexts.named(null), Optional.empty(), scope), field);
        return scope;
    }

    private Context seen(Optional<Role> found) {
        Context context =
                contexts.of(found.map(role -> new ContextAccess.Found(role.contextId(), role.id(), role.name())));
        contexts.requireView(context);
        return context;
    }
}
