package io.keyholder.rooms.setting;

import io.keyholder.rooms.setting.model.TenantSettings;
import io.keyholder.web.answer.Version;
import io.keyholder.web.answer.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant's settings, as they are answered. */
@Schema(name = "Settings", description = "What a tenant sets for itself.")
public record SettingsView(
        @Schema(description = "Whether it takes `partners:manage` too to put rooms into a group that is delegated.")
        boolean delegationGuard,

        @Schema(description = "When something was last set. Absent until a setting is changed.") @Nullable
        Instant updatedAt,

        Version version)
        implements Versioned {

    static SettingsView of(TenantSettings settings) {
        return new SettingsView(
                settings.delegationGuard(),
                settings.updatedAt().orElse(null),
                Version.of(settings.tenantId(), settings.version()));
    }
}
