package io.keyholder.tenantrelationship.change;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a tenant rejects a change. */
@Schema(name = "TenantChangeRejection", description = "Why the tenant does not want it, if it wishes to say so.")
public record RejectRequest(
        @Schema(description = "Shown to the operators.", examples = "We know nothing of this issuer.")
        @Nullable
        @Size(max = 2_000)
        String reason) {

    Optional<String> spoken() {
        return Optional.ofNullable(reason).filter(text -> !text.isBlank());
    }
}
