package io.keyholder.rooms.setting.api;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.rooms.audit.AuditSubjects;
import io.keyholder.rooms.room.api.RoomAccess;
import io.keyholder.rooms.setting.application.ChangeSettings;
import io.keyholder.rooms.setting.application.Settings;
import io.keyholder.rooms.setting.domain.TenantSettings;
import io.keyholder.web.Access;
import io.keyholder.web.Audited;
import io.keyholder.web.Body;
import io.keyholder.web.ProblemException;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.change.Answer;
import io.keyholder.web.change.Changes;
import io.keyholder.web.change.ETags;
import io.keyholder.web.change.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The settings of the caller's own tenant. */
@Path("/settings")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settings", description = "What a tenant sets for itself.")
class SettingsResource {
    private final Settings settings;
    private final ChangeSettings changeSettings;
    private final RoomAccess roomAccess;
    private final Access access;
    private final AuditSubjects subjects;
    private final RequestAudit audit;
    private final Changes changes;
    private final ETags etags;
    private final Versions versions;

    SettingsResource(
            Settings settings,
            ChangeSettings changeSettings,
            RoomAccess roomAccess,
            Access access,
            AuditSubjects subjects,
            RequestAudit audit,
            Changes changes,
            ETags etags,
            Versions versions) {
        this.settings = settings;
        this.changeSettings = changeSettings;
        this.roomAccess = roomAccess;
        this.access = access;
        this.subjects = subjects;
        this.audit = audit;
        this.changes = changes;
        this.etags = etags;
        this.versions = versions;
    }

    @GET
    @Operation(
            operationId = "getSettings",
            summary = "Read the settings",
            description = "Of the caller's own tenant, with `settings:view` over all of it.")
    @APIResponse(
            responseCode = "200",
            description = "The settings.",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    public Response get() {
        TenantSettings present = settings.of(roomAccess.requireOverOwnTenant(Permission.SETTINGS_VIEW));
        return etags.answer(SettingsView.of(present, versions));
    }

    @PATCH
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changeSettings",
            summary = "Change the settings",
            description = "It needs `settings:modify` over all of the tenant. To switch the delegation guard off takes"
                    + " `partners:manage` too, for then nothing asks for that any more.")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    @Audited(category = AuditEntry.Category.SETTING, operation = AuditEntry.Operation.UPDATE)
    public Response change(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = SettingsRequest.class)))
                    Body<SettingsRequest> body) {
        return changes.run(() -> {
            audit.concerns(subjects.ofSettings(access.tenant()));
            UUID tenant = roomAccess.requireOverOwnTenant(Permission.SETTINGS_MODIFY);
            TenantSettings present = settings.lock(tenant);
            requireSwitch(present, body);
            SettingsRequest request = body.patch(SettingsRequest.of(present));
            etags.requireMatch(SettingsView.of(present, versions));
            TenantSettings changed =
                    changeSettings.guardDelegations(present, request.delegationGuard(), audit.provenance());
            return Answer.done(SettingsView.of(changed, versions));
        });
    }

    private void requireSwitch(TenantSettings present, Body<SettingsRequest> body) {
        if (present.delegationGuard()
                && body.changes(SettingsRequest.of(present)).contains("delegationGuard")
                && !access.holds(Permission.PARTNERS_MANAGE, present.tenantId())) {
            throw ProblemException.lacking(Permission.PARTNERS_MANAGE);
        }
    }
}
