package io.keyholder.rbac.decision;

import io.keyholder.access.AccessContext;
import io.keyholder.access.Caller;
import io.keyholder.access.Decisions;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Principal;
import io.keyholder.web.Access;
import io.keyholder.web.NotAudited;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.body.Body;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who may do what, and why. */
@Path("/access")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access", description = "Who may do what, and why.")
class AccessResource {
    private final Access access;
    private final Decisions decisions;
    private final Questions questions;
    private final ExplainAccess explainAccess;

    AccessResource(Access access, Decisions decisions, Questions questions, ExplainAccess explainAccess) {
        this.access = access;
        this.decisions = decisions;
        this.questions = questions;
        this.explainAccess = explainAccess;
    }

    /** One's own access. */
    @Schema(name = "MyAccess", description = "Who the caller is, and what it may do where.")
    record MyAccess(
            @Schema(description = "Absent for platform operators, who belong to none.") @Nullable
            UUID tenantId,

            Me principal,

            @Schema(description = "The token's security groups.")
            List<String> groups,

            @Schema(
                    description =
                            "Whether these are all. False when the token lists none, or says that they are elsewhere:"
                                    + " what a role gives to a group that is not listed does not count then.")
            boolean groupsComplete,

            @Schema(
                    description =
                            "The own tenant's, and each relationship's in which anything is permitted at present.")
            List<ContextView> contexts) {}

    /** The caller's user. */
    @Schema(name = "Me", description = "The caller's user.")
    record Me(Principal.Type type, String id, @Nullable UUID tenantId) {}

    /** What is permitted in one context. */
    @Schema(name = "AccessContext", description = "What is permitted in one context, over whatever rooms.")
    record ContextView(
            UUID customerId,

            @Schema(description = "Absent: the own tenant.") @Nullable
            UUID relationshipId,

            List<String> permissions) {}

    @GET
    @Path("/me")
    @Operation(
            operationId = "getMyAccess",
            summary = "Read one's own access",
            description = "As the token at hand gives it: a change of group membership shows with the next token.")
    public Answer<MyAccess> me() {
        Caller caller = access.caller();
        List<ContextView> contexts = access.contexts().stream()
                .map(context -> view(caller, context))
                .filter(view ->
                        view.relationshipId() == null || !view.permissions().isEmpty())
                .toList();
        return Answer.plain(new MyAccess(
                caller.tenantId(),
                new Me(Principal.Type.USER, caller.userId(), caller.tenantId()),
                caller.groups().stream().sorted().toList(),
                caller.groupsComplete(),
                contexts));
    }

    @POST
    @Path("/check")
    @Operation(
            operationId = "checkAccess",
            summary = "Check access, with reasons",
            description = "About oneself always; about others with `roles:view` in that context, as a customer about a"
                    + " partner's users with `partners:view`. A room that the caller cannot see is `ROOM_NOT_FOUND`,"
                    + " whether it exists or not.")
    @NotAudited("A question: nothing changes.")
    public Answer<CheckAnswer> check(Body<CheckRequest> body) {
        Question question = questions.of(body.read());
        return Answer.plain(CheckAnswer.of(explainAccess.explain(question)));
    }

    @POST
    @Path("/check-batch")
    @Operation(
            operationId = "checkAccessBatch",
            summary = "Check access many times at once",
            description = "Up to 1000 questions, answered in their order, each as by itself. If one of them cannot be"
                    + " asked, none is answered.")
    @NotAudited("Questions: nothing changes.")
    public Answer<CheckBatchAnswer> checkBatch(Body<CheckBatchRequest> body) {
        List<Question> asked = questions.of(body.read());
        return Answer.plain(CheckBatchAnswer.of(explainAccess.explain(asked)));
    }

    private ContextView view(Caller caller, AccessContext context) {
        List<String> permissions = decisions.permissions(caller, context.customerId()).stream()
                .map(Permission::permissionName)
                .toList();
        return new ContextView(context.customerId(), context.relationshipId(), permissions);
    }
}
