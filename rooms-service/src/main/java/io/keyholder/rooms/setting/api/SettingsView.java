package io.keyholder.rooms.setting.api;

import io.keyholder.rooms.setting.domain.TenantSettings;
import io.keyholder.web.change.Versioned;
import io.keyholder.web.change.Versions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's settings, as they are answered. */
@Schema(name = "Settings", description = "What a tenant sets for itself.")
public record SettingsView(
        @Schema(description = "Whether it takes `partners:manage` too to put rooms into a group that is delegated.")
        boolean delegationGuard,

        @Schema(description = Versioned.DESCRIPTION) String version)
        implements Versioned {

    static SettingsView of(TenantSettings settings, Versions versions) {
        return new SettingsView(settings.delegationGuard(), versions.of(settings.tenantId(), settings.version()));
    }
}
