package io.keyholder.rooms.delegation;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Scope;
import io.keyholder.problems.CommonProblem;
import io.keyholder.record.Locked;
import io.keyholder.rooms.delegation.model.Delegation;
import io.keyholder.web.Audited;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.body.Body;
import io.keyholder.web.change.Changes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a relationship covers: the customer says it, the partner reads it. */
@Path("/delegations/{relationshipId}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Delegations", description = "The rooms that a relationship covers.")
class DelegationResource {
    private final DelegationStore delegations;
    private final DelegationCommands commands;
    private final RequestedScope offeredScope;
    private final DelegationVisibility visibility;
    private final SeenScope seenScope;
    private final DelegationRecords records;
    private final Changes changes;

    DelegationResource(
            DelegationStore delegations,
            DelegationCommands commands,
            RequestedScope offeredScope,
            DelegationVisibility visibility,
            SeenScope seenScope,
            DelegationRecords records,
            Changes changes) {
        this.delegations = delegations;
        this.commands = commands;
        this.offeredScope = offeredScope;
        this.visibility = visibility;
        this.seenScope = seenScope;
        this.records = records;
        this.changes = changes;
    }

    @GET
    @Operation(
            operationId = "getDelegation",
            summary = "Read a delegation",
            description = "By the customer with `partners:view`, and by whoever of the partner has a role in it, who is"
                    + " shown the rooms and groups that it sees.")
    public Answer<DelegationView> get(@PathParam("relationshipId") UUID relationshipId) {
        Delegation delegation = known(delegations.get(relationshipId));
        if (!visibility.mayRead(delegation)) {
            throw ProblemException.of(
                    CommonProblem.FORBIDDEN,
                    "The relationship is suspended: no permission holds in it until it is resumed.");
        }
        return Answer.of(
                visibility.isCustomers(delegation)
                        ? DelegationView.of(delegation)
                        : DelegationView.ofPart(delegation, seenScope.of(delegation)));
    }

    @PUT
    @Operation(
            operationId = "putDelegation",
            summary = "Widen or narrow a delegation",
            description =
                    "By the customer with `partners:manage`. What is left out is out of the partner's reach at once.")
    @Audited(category = AuditEntry.Category.DELEGATION, operation = AuditEntry.Operation.UPDATE)
    public Answer<DelegationView> put(@PathParam("relationshipId") UUID relationshipId, Body<DelegationRequest> body) {
        return changes.run(() -> {
            Delegation named = known(delegations.get(relationshipId));
            if (!visibility.mayChange(named)) {
                throw ProblemException.lacking(Permission.PARTNERS_MANAGE);
            }
            return changes.once(body, request -> {
                // Groups are locked before delegations, as where a group is deleted.
                Scope scope = offeredScope.of(request, named);
                Optional<Locked<Delegation>> locked = delegations.lock(relationshipId);
                changes.requireMatch(DelegationView.of(known(locked.map(Locked::now))));
                offeredScope.requireWithinLimit(scope);
                return Answer.of(DelegationView.of(
                        changes.orThrow(commands.change(locked.orElseThrow(), scope, changes.provenance()))));
            });
        });
    }

    private Delegation known(Optional<Delegation> found) {
        found.ifPresent(delegation -> changes.concerns(records.subject(delegation)));
        return found.filter(visibility::knowsOf).orElseThrow(ProblemException::notFound);
    }
}
