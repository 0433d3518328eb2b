package io.keyholder.rbac.decision;

import io.keyholder.access.AccessState;
import io.keyholder.access.Caller;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rbac.context.ContextAccess;
import io.keyholder.rbac.decision.CheckRequest.CheckedPrincipal;
import io.keyholder.web.Access;
import io.keyholder.web.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom checks are about, if the caller may ask about them. About oneself one may always ask. */
@RequestScoped
class Subjects {
    /** No user's id: what is asked about is a group, whoever is in it. */
    private static final String NOBODY = "";

    private final Access access;
    private final AccessState state;
    private final ContextAccess contexts;
    private final Set<OthersAccess> permitted = new HashSet<>();

    /** What a caller may ask about or not: whoever of a tenant it is, for one customer. */
    private record OthersAccess(UUID tenantId, UUID customerId) {}

    Subjects(Access access, AccessState state, ContextAccess contexts) {
        this.access = access;
        this.state = state;
        this.contexts = contexts;
    }

    /**
     * @param path where in the body the question is
     * @throws ProblemException {@code not-found}, {@code forbidden} or {@code invalid-request}
     */
    Caller of(CheckRequest request, String path) {
        Caller caller = access.caller();
        CheckedPrincipal named = request.principal();
        Set<String> groups = request.groups() == null ? Set.of() : Set.copyOf(request.groups());
        if (isCaller(caller, named) && (request.groups() == null || groups.equals(caller.groups()))) {
            return caller;
        }
        UUID tenant = access.tenant();
        UUID theirs = named == null || named.tenantId() == null ? tenant : named.tenantId();
        Caller subject = asCaller(theirs, named, groups, caller);
        if (!theirs.equals(tenant) || !isPartOf(subject, caller)) {
            OthersAccess asked = new OthersAccess(theirs, request.customerId());
            if (!permitted.contains(asked)) {
                requireMayAskAbout(tenant, theirs, request.customerId(), path);
                permitted.add(asked);
            }
        }
        return subject;
    }

    private static boolean isCaller(Caller caller, @Nullable CheckedPrincipal named) {
        return named == null
                || (named.type() == Principal.Type.USER
                        && named.id().equals(caller.userId())
                        && (named.tenantId() == null || caller.belongsTo(named.tenantId())));
    }

    /** The question names the groups to decide with: none but these, by which they are complete. */
    private static Caller asCaller(UUID tenant, @Nullable CheckedPrincipal named, Set<String> groups, Caller caller) {
        if (named == null) {
            return new Caller(tenant, caller.userId(), groups, true, false, false, null);
        }
        if (named.type() == Principal.Type.USER) {
            return new Caller(tenant, named.id(), groups, true, false, false, null);
        }
        Set<String> all = new HashSet<>(groups);
        all.add(named.id());
        return new Caller(tenant, NOBODY, all, true, false, false, null);
    }

    /** Of its own groups, and of itself with fewer of them, a caller may know all. */
    private static boolean isPartOf(Caller subject, Caller caller) {
        return caller.groups().containsAll(subject.groups())
                && (subject.userId().equals(NOBODY) || subject.userId().equals(caller.userId()));
    }

    private void requireMayAskAbout(UUID tenant, UUID theirs, UUID customerId, String path) {
        if (theirs.equals(tenant)) {
            contexts.requireView(contexts.named(relationshipAsPartner(tenant, customerId)));
        } else if (tenant.equals(customerId)) {
            access.requireOwn(Permission.PARTNERS_VIEW);
            if (state.relationshipBetween(theirs, tenant).isEmpty()) {
                throw otherTenant(path);
            }
        } else {
            throw otherTenant(path);
        }
    }

    /** Null: the own tenant. */
    private @Nullable UUID relationshipAsPartner(UUID tenant, UUID customerId) {
        if (tenant.equals(customerId)) {
            return null;
        }
        return state.relationshipBetween(tenant, customerId)
                .map(RelationshipState::id)
                .orElseThrow(ProblemException::notFound);
    }

    private static ProblemException otherTenant(String path) {
        return ProblemException.invalid(
                path + "principal.tenantId",
                ViolationCode.CONTRADICTORY,
                "is neither your own tenant nor a partner that the question is about");
    }
}
