package io.keyholder.rooms.setting;

import io.keyholder.rooms.setting.model.TenantSettings;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a tenant may set. */
@Schema(name = "SettingsRequest", description = "What a tenant sets for itself.")
public record SettingsRequest(
        @Schema(
                description = "Whether it takes `partners:manage` too to put rooms into a group that is delegated.",
                defaultValue = "true")
        @NotNull
        Boolean delegationGuard) {

    static SettingsRequest of(TenantSettings settings) {
        return new SettingsRequest(settings.delegationGuard());
    }
}
