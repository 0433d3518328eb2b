package io.keyholder.invitation.invitation;

import io.keyholder.web.text.HumanText;
import io.keyholder.web.text.Names;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the partner denies. */
@Schema(name = "DenyRequest", description = "Why the partner denies, if it wishes to say so.")
public record DenyRequest(
        @Schema(description = "Shown to the customer.", maxLength = 2_000, examples = "We do not work in that country.")
        @Nullable
        @HumanText(max = 2_000)
        String reason) {

    Optional<String> spoken() {
        return Optional.ofNullable(reason).map(Names::normal).filter(text -> !text.isEmpty());
    }
}
