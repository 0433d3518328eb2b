package io.keyholder.invitation.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the partner accepts. */
@Schema(name = "AcceptRequest", description = "Who of the partner is to be Primary admin for this customer.")
public record AcceptRequest(
        @Schema(
                description = "The first Primary admins, users or groups of the partner, each once.",
                examples = "[{\"type\": \"USER\", \"id\": \"paula\"}, {\"type\": \"GROUP\", \"id\": \"leads\"}]")
        @NotEmpty
        @Size(max = 100)
        List<@NotNull @Valid PrincipalRequest> primaryAdmins) {}
