package io.keyholder.rbac.context;

import io.keyholder.access.Caller;
import io.keyholder.access.Decisions;
import io.keyholder.access.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who of a partner may know that a relationship exists. To everybody else it is as if it did not. */
@ApplicationScoped
public class RelationshipKnowledge {
    private final Decisions decisions;

    RelationshipKnowledge(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Whether the caller holds a role in it, or sees its tenant's relationships or invitations. */
    public boolean hasAsPartner(Caller caller, UUID relationshipId) {
        UUID tenant = caller.tenantId();
        return tenant != null
                && (decisions.isMember(caller, relationshipId)
                        || decisions
                                .decide(caller, Permission.PARTNERS_VIEW, tenant)
                                .isAllowed()
                        || decisions
                                .decide(caller, Permission.INVITATIONS_VIEW, tenant)
                                .isAllowed());
    }
}
