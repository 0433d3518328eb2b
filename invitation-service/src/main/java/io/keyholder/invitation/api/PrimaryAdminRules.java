package io.keyholder.invitation.api;

import io.keyholder.access.Caller;
import io.keyholder.access.Permission;
import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal;
import io.keyholder.invitation.domain.PrimaryAdmins;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.Access;
import io.keyholder.web.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Whom the caller may name as the first Primary admins: principals of its own tenant. Who is only a tenant manager, and
 * so sees no rooms, may not give itself a role that does.
 */
@RequestScoped
class PrimaryAdminRules {
    private static final String NOT_ITSELF =
            "A tenant manager may name neither themselves nor a group they are in. Name others, or ask a Global admin or"
                    + " managed service administrator to accept.";
    private static final String GROUPS_UNKNOWN =
            " Your token does not list all of your groups, so that you may name users alone.";

    private final Access access;

    PrimaryAdminRules(Access access) {
        this.access = access;
    }

    /** @throws ProblemException {@code invalid-request} naming what is wrong, or {@code forbidden} */
    PrimaryAdmins check(AcceptRequest request, UUID partnerId) {
        PrimaryAdmins named = read(request.primaryAdmins(), partnerId);
        if (named.mayInclude(access.caller()) && !mayNameItself(partnerId)) {
            throw ProblemException.of(
                    CommonProblem.FORBIDDEN,
                    access.caller().groupsComplete() ? NOT_ITSELF : NOT_ITSELF + GROUPS_UNKNOWN);
        }
        return named;
    }

    private boolean mayNameItself(UUID partnerId) {
        Caller caller = access.caller();
        return caller.globalAdmin() || access.holds(Permission.PARTNERS_MANAGE, partnerId);
    }

    private static PrimaryAdmins read(List<PrincipalRequest> requested, UUID partnerId) {
        List<Violation> violations = new ArrayList<>();
        List<NamedPrincipal> named = new ArrayList<>();
        Set<Principal> seen = new HashSet<>();
        for (int place = 0; place < requested.size(); place++) {
            PrincipalRequest one = requested.get(place);
            NamedPrincipal admin = one.namedIn(partnerId);
            String field = "primaryAdmins[" + place + "]";
            if (one.tenantId() != null && !one.tenantId().equals(partnerId)) {
                violations.add(
                        new Violation(field + ".tenantId", ViolationCode.CONTRADICTORY, "must be your own tenant"));
            } else if (!seen.add(admin.principal())) {
                violations.add(new Violation(field, ViolationCode.DUPLICATE, "is named twice"));
            }
            named.add(admin);
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return new PrimaryAdmins(named);
    }
}
