package io.keyholder.rooms.delegation.api;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Scope;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rooms.audit.AuditSubjects;
import io.keyholder.rooms.delegation.application.ChangeDelegation;
import io.keyholder.rooms.delegation.application.DelegableIds;
import io.keyholder.rooms.delegation.application.Delegations;
import io.keyholder.rooms.delegation.domain.Delegation;
import io.keyholder.rooms.limit.application.TenantLimits;
import io.keyholder.rooms.limit.domain.Limit;
import io.keyholder.web.Audited;
import io.keyholder.web.Body;
import io.keyholder.web.ProblemException;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.change.Answer;
import io.keyholder.web.change.Changes;
import io.keyholder.web.change.ETags;
import io.keyholder.web.change.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a relationship covers: the customer says it, the partner reads it. */
@Path("/delegations/{relationshipId}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Delegations", description = "The rooms that a relationship covers.")
class DelegationResource {
    private final Delegations delegations;
    private final ChangeDelegation changeDelegation;
    private final DelegableIds delegable;
    private final DelegationVisibility visibility;
    private final SeenScope seenScope;
    private final TenantLimits limits;
    private final AuditSubjects subjects;
    private final RequestAudit audit;
    private final Changes changes;
    private final Versions versions;
    private final ETags etags;

    DelegationResource(
            Delegations delegations,
            ChangeDelegation changeDelegation,
            DelegableIds delegable,
            DelegationVisibility visibility,
            SeenScope seenScope,
            TenantLimits limits,
            AuditSubjects subjects,
            RequestAudit audit,
            Changes changes,
            Versions versions,
            ETags etags) {
        this.delegations = delegations;
        this.changeDelegation = changeDelegation;
        this.delegable = delegable;
        this.visibility = visibility;
        this.seenScope = seenScope;
        this.limits = limits;
        this.subjects = subjects;
        this.audit = audit;
        this.changes = changes;
        this.versions = versions;
        this.etags = etags;
    }

    @GET
    @Operation(
            operationId = "getDelegation",
            summary = "Read a delegation",
            description =
                    "By the customer with `partners:view`, and by whoever of the partner has a role in it: that one is"
                            + " shown the rooms and groups that it sees.")
    @APIResponse(
            responseCode = "200",
            description = "The delegation.",
            content = @Content(schema = @Schema(implementation = DelegationView.class)))
    public Response get(@PathParam("relationshipId") UUID relationshipId) {
        Delegation delegation = known(delegations.find(relationshipId));
        visibility.requireRead(delegation);
        DelegationView view = visibility.isCustomers(delegation)
                ? DelegationView.of(delegation, versions)
                : DelegationView.ofPart(delegation, seenScope.of(delegation), versions);
        return etags.answer(view);
    }

    @PUT
    @Operation(
            operationId = "putDelegation",
            summary = "Widen or narrow a delegation",
            description =
                    "By the customer with `partners:manage`. What is left out is out of the partner's reach at once.")
    @APIResponse(
            responseCode = "200",
            description = "The delegation as it is now.",
            content = @Content(schema = @Schema(implementation = DelegationView.class)))
    @Audited(category = AuditEntry.Category.DELEGATION, operation = AuditEntry.Operation.UPDATE)
    public Response put(
            @PathParam("relationshipId") UUID relationshipId,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = DelegationRequest.class)))
                    Body<DelegationRequest> body) {
        return changes.run(() -> {
            Delegation named = known(delegations.find(relationshipId));
            visibility.requireChange(named);
            return changes.once(body, request -> {
                // Groups are locked before delegations, as where a group is deleted.
                Scope scope = scope(request, named);
                Delegation present = known(delegations.lock(relationshipId));
                etags.requireMatch(DelegationView.of(present, versions));
                requireRoom(scope);
                Delegation delegation = changeDelegation.change(present, scope, audit.provenance());
                return Answer.done(DelegationView.of(delegation, versions));
            });
        });
    }

    private Delegation known(Optional<Delegation> found) {
        found.ifPresent(delegation -> audit.concerns(subjects.of(delegation)));
        return found.filter(visibility::knowsOf).orElseThrow(ProblemException::notFound);
    }

    private Scope scope(DelegationRequest request, Delegation present) {
        if (request.relationshipId() != null && !request.relationshipId().equals(present.relationshipId())) {
            throw ProblemException.invalid(
                    "relationshipId", ViolationCode.CONTRADICTORY, "must be the one in the address, or left out");
        }
        Scope scope = request.roomScope().asScope();
        List<UUID> rooms = RoomScope.ids(request.roomScope().roomIds());
        List<UUID> groups = RoomScope.ids(request.roomScope().roomGroupIds());
        List<Violation> violations = new ArrayList<>();
        refuseOthers("roomScope.roomIds", rooms, delegable.rooms(present.customerId(), rooms), violations);
        refuseOthers("roomScope.roomGroupIds", groups, delegable.groups(present.customerId(), groups), violations);
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return scope;
    }

    private void requireRoom(Scope scope) {
        Limit limit = limits.idsInAScope();
        if (scope.roomIds().size() + scope.roomGroupIds().size() > limit.most()) {
            throw ProblemException.of(CommonProblem.LIMIT_REACHED, limit.detail());
        }
    }

    private static void refuseOthers(String field, List<UUID> named, Set<UUID> own, List<Violation> violations) {
        for (int i = 0; i < named.size(); i++) {
            if (!own.contains(named.get(i))) {
                violations.add(new Violation(field + "[" + i + "]", ViolationCode.NOT_FOUND, "is not one of yours"));
            }
        }
    }
}
