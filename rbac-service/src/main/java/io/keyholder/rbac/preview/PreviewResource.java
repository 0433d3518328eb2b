package io.keyholder.rbac.preview;

import io.keyholder.access.Permission;
import io.keyholder.rbac.preview.model.Proposal;
import io.keyholder.web.Access;
import io.keyholder.web.NotAudited;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.body.Body;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a change would let whom see and do, without making it. */
@Path("/access/preview")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access", description = "Who may do what, and why.")
class PreviewResource {
    private final Access access;
    private final Proposals proposals;
    private final PreviewAccess previewAccess;

    PreviewResource(Access access, Proposals proposals, PreviewAccess previewAccess) {
        this.access = access;
        this.proposals = proposals;
        this.previewAccess = previewAccess;
    }

    @POST
    @Operation(
            operationId = "previewAccess",
            summary = "Preview a change of access",
            description = "What a role's permissions, an assignment, a delegation or an invitation would let whom see"
                    + " and do, against today. Nothing is changed. Roles and assignments need `roles:view` in their"
                    + " context; delegations and invitations the customer's `partners:manage`.")
    @NotAudited("A question: nothing changes.")
    public Answer<PreviewAnswer> preview(Body<PreviewRequest> body) {
        PreviewRequest request = body.read();
        Proposal proposal = proposals.of(request);
        Permission permission = Proposals.permission(request);
        return Answer.plain(PreviewAnswer.of(previewAccess.preview(access.caller(), proposal, permission)));
    }
}
