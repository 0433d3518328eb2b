package io.keyholder.web;

import io.keyholder.access.AccessContext;
import io.keyholder.access.Caller;
import io.keyholder.access.Decision;
import io.keyholder.access.Decisions;
import io.keyholder.access.Permission;
import io.keyholder.identity.CurrentCaller;
import io.keyholder.problems.CommonProblem;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** What the caller of the request at hand may do. */
@RequestScoped
public class Access {
    private final Decisions decisions;
    private final CurrentCaller current;

    Access(Decisions decisions, CurrentCaller current) {
        this.decisions = decisions;
        this.current = current;
    }

    public Caller caller() {
        return current.get();
    }

    /**
     * The tenant the caller belongs to.
     *
     * @throws ProblemException {@code forbidden} for a platform operator, who belongs to none
     */
    public UUID tenant() {
        UUID tenant = current.get().tenantId();
        if (tenant == null) {
            throw ProblemException.of(
                    CommonProblem.FORBIDDEN,
                    "A platform operator belongs to no tenant and has no access to any tenant's data.");
        }
        return tenant;
    }

    public Decision decide(Permission permission, UUID customerId) {
        return decisions.decide(current.get(), permission, customerId);
    }

    public boolean holds(Permission permission, UUID customerId) {
        return decide(permission, customerId).isAllowed();
    }

    /**
     * Every context in which the caller holds the permission, for lists: what is denied they leave out.
     *
     * @param asked which contexts the list is of
     * @throws ProblemException {@code access-data-stale} when a relationship is among them and nothing can be decided for
     *     partners: a list without their part would be taken for the whole. A tenant's own goes on
     */
    public List<Decision.Allowed> everywhere(Permission permission, Predicate<AccessContext> asked) {
        if (!decisions.isFresh()
                && contexts().stream().anyMatch(context -> context.relationshipId() != null && asked.test(context))) {
            decisions.countStaleList();
            throw ProblemException.of(CommonProblem.ACCESS_DATA_STALE);
        }
        return decisions.everywhere(current.get(), permission).stream()
                .filter(decision -> asked.test(decision.context()))
                .toList();
    }

    /** @throws ProblemException {@code forbidden} naming the permission, when the caller lacks it in its own tenant */
    public void requireOwn(Permission permission) {
        if (!holds(permission, tenant())) {
            throw ProblemException.lacking(permission);
        }
    }

    /**
     * Refuses what a rule does not allow.
     *
     * @param allowed whether the caller holds the permission over what it is about
     * @throws ProblemException {@code forbidden} naming the permission
     */
    public void require(Permission permission, boolean allowed) {
        if (!allowed) {
            throw ProblemException.lacking(permission);
        }
    }

    /** The caller's own tenant and its relationships that are not terminated. */
    public List<AccessContext> contexts() {
        return decisions.contextsOf(current.get());
    }
}
