package io.keyholder.invitation.api;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the partner denies. */
@Schema(name = "DenyRequest", description = "Why the partner denies, if it wishes to say so.")
public record DenyRequest(
        @Schema(description = "Shown to the customer.", examples = "We do not work in that country.")
        @Nullable
        @Size(max = 2_000)
        String reason) {

    Optional<String> spoken() {
        return Optional.ofNullable(reason).filter(text -> !text.isBlank());
    }
}
