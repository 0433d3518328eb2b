package io.keyholder.rbac.context;

import io.keyholder.access.Caller;
import io.keyholder.access.Decision;
import io.keyholder.access.Decisions;
import io.keyholder.access.DenialReason;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Principal;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.RelationshipProblem;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Locked;
import io.keyholder.web.Access;
import io.keyholder.web.ProblemException;
import io.keyholder.web.audit.RequestAudit;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of the request may see and do in a context. Members of the context by their roles in it; the customer,
 * who may know all of its partners' roles, removes but never makes or changes them.
 */
@RequestScoped
public class ContextAccess {
    private static final UUID NOWHERE = new UUID(0, 0);

    private final ContextStore contexts;
    private final RelationshipKnowledge knowledge;
    private final Access access;
    private final Decisions decisions;
    private final RequestAudit audit;

    ContextAccess(
            ContextStore contexts,
            RelationshipKnowledge knowledge,
            Access access,
            Decisions decisions,
            RequestAudit audit) {
        this.contexts = contexts;
        this.knowledge = knowledge;
        this.access = access;
        this.decisions = decisions;
        this.audit = audit;
    }

    /**
     * The context that a request names: a relationship's, or else the own tenant's.
     *
     * @throws ProblemException {@code not-found} for a relationship that the caller may not know of, {@code forbidden} for
     *     an operator, who has no tenant
     */
    public Context named(@Nullable UUID relationshipId) {
        if (relationshipId == null) {
            UUID tenant = access.tenant();
            audit.concerns(new AuditSubject(tenant, null, null, ""));
            return contexts.get(tenant).orElseGet(() -> Context.ownOf(tenant));
        }
        Optional<Context> found = contexts.get(relationshipId).filter(context -> !context.isOwn());
        found.ifPresent(context -> audit.concerns(subject(context, null, "")));
        // Whoever belongs to no tenant is refused after it is known in whose log that stands.
        access.tenant();
        return found.filter(context -> sideOf(context) != Side.NONE).orElseThrow(ProblemException::notFound);
    }

    /**
     * Something in a context, by what a refusal is recorded under.
     *
     * @param contextId where it is
     */
    public record Found(UUID contextId, UUID id, String name) {}

    /**
     * The context of something that was looked for. It costs the same whether it was found or not.
     *
     * @throws ProblemException {@code not-found} when it was not, or when the caller may not know of it
     */
    public Context of(Optional<Found> found) {
        Optional<Context> context =
                contexts.get(found.map(Found::contextId).orElse(NOWHERE)).filter(somewhere -> found.isPresent());
        found.ifPresent(what -> context.ifPresent(
                where -> audit.concerns(subject(where, what.id().toString(), what.name()))));
        return context.filter(where -> sideOf(where) != Side.NONE).orElseThrow(ProblemException::notFound);
    }

    public Caller caller() {
        return access.caller();
    }

    public Side sideOf(Context context) {
        Caller caller = access.caller();
        if (context.isOwn()) {
            return caller.belongsTo(context.customerId()) ? Side.OWN : Side.NONE;
        }
        if (caller.belongsTo(context.customerId())) {
            return access.holds(Permission.PARTNERS_VIEW, context.customerId()) ? Side.CUSTOMER : Side.NONE;
        }
        return caller.belongsTo(context.memberTenant()) && knowledge.hasAsPartner(caller, context.id())
                ? Side.PARTNER
                : Side.NONE;
    }

    /** Whether the caller's tenant is the one whose users and groups hold roles there. */
    public boolean isMemberTenant(Context context) {
        return access.caller().belongsTo(context.memberTenant());
    }

    /** Whether the principal is the caller's user or one of the caller's groups, in a context where it can hold roles. */
    public boolean isCaller(Context context, Principal.@Nullable Type type, @Nullable String id) {
        return type != null
                && id != null
                && access.caller().principals().anyMatch(new Principal(context.memberTenant(), type, id)::equals)
                && context.status() == Context.Status.OPEN;
    }

    /** Whether the caller may see the roles there. */
    public boolean mayView(UUID contextId) {
        return contexts.get(contextId)
                .filter(context -> switch (sideOf(context)) {
                    case NONE -> false;
                    case CUSTOMER -> true;
                    case OWN, PARTNER -> decide(Permission.ROLES_VIEW, context).isAllowed();
                })
                .isPresent();
    }

    /** @throws ProblemException {@code forbidden} */
    public void requireView(Context context) {
        if (sideOf(context) != Side.CUSTOMER) {
            require(Permission.ROLES_VIEW, context);
        }
    }

    /**
     * Creating and changing: the members' alone.
     *
     * @throws ProblemException {@code forbidden}
     */
    public void requireModify(Context context) {
        if (sideOf(context) == Side.CUSTOMER) {
            throw ProblemException.of(
                    CommonProblem.FORBIDDEN,
                    "A partner's roles are the partner's to create and change. As the customer you can see them, and"
                            + " delete a custom role or an assignment.");
        }
        require(Permission.ROLES_MODIFY, context);
    }

    /**
     * Deleting: the customer's as well.
     *
     * @throws ProblemException {@code forbidden}
     */
    public void requireRemove(Context context) {
        if (sideOf(context) != Side.CUSTOMER) {
            require(Permission.ROLES_MODIFY, context);
        } else if (!access.holds(Permission.PARTNERS_MANAGE, context.customerId())) {
            throw ProblemException.lacking(Permission.PARTNERS_MANAGE);
        }
    }

    /**
     * The context for a change, locked: nothing else changes in it until the transaction ends.
     *
     * @throws ProblemException {@code relationship-terminated} when it has closed meanwhile
     */
    public Locked<Context> lock(Context seen) {
        Locked<Context> locked = contexts.lock(seen.id())
                .orElseThrow(() -> ProblemException.of(
                        CommonProblem.SERVICE_UNAVAILABLE, "The tenant is just being set up. Try again in a moment."));
        Context context = locked.now();
        if (context.isClosed()) {
            throw ProblemException.of(RelationshipProblem.RELATIONSHIP_TERMINATED);
        }
        if (context.status() == Context.Status.SUSPENDED && isMemberTenant(context)) {
            throw suspended();
        }
        return locked;
    }

    public AuditSubject subject(Context context, @Nullable String id, String name) {
        return new AuditSubject(context.customerId(), context.isOwn() ? null : context.id(), id, name);
    }

    private void require(Permission permission, Context context) {
        if (decide(permission, context) instanceof Decision.Denied denied) {
            throw denied.reason() == DenialReason.RELATIONSHIP_SUSPENDED
                    ? suspended()
                    : ProblemException.lacking(permission);
        }
    }

    private Decision decide(Permission permission, Context context) {
        return context.isOwn()
                ? access.decide(permission, context.customerId())
                : decisions.decideIn(access.caller(), permission, context.id());
    }

    private static ProblemException suspended() {
        return ProblemException.of(
                CommonProblem.FORBIDDEN, "The customer has suspended the relationship: nothing is permitted in it.");
    }
}
