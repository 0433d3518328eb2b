package io.keyholder.rooms.setting;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.record.Locked;
import io.keyholder.rooms.reach.RoomAccess;
import io.keyholder.rooms.setting.model.TenantSettings;
import io.keyholder.web.Access;
import io.keyholder.web.Audited;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.body.Body;
import io.keyholder.web.change.Changes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The settings of the caller's own tenant. */
@Path("/settings")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settings", description = "What a tenant sets for itself.")
class SettingsResource {
    private final SettingsStore settings;
    private final SettingsCommands commands;
    private final RoomAccess roomAccess;
    private final Access access;
    private final Changes changes;

    SettingsResource(
            SettingsStore settings, SettingsCommands commands, RoomAccess roomAccess, Access access, Changes changes) {
        this.settings = settings;
        this.commands = commands;
        this.roomAccess = roomAccess;
        this.access = access;
        this.changes = changes;
    }

    @GET
    @Operation(
            operationId = "getSettings",
            summary = "Read the settings",
            description = "The caller's own tenant's. Needs `settings:view` over all of it.")
    public Answer<SettingsView> get() {
        return Answer.of(SettingsView.of(settings.of(requireOwn(Permission.SETTINGS_VIEW))));
    }

    @PATCH
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changeSettings",
            summary = "Change the settings",
            description = "Needs `settings:modify` over all of the tenant. To switch the delegation guard off takes"
                    + " `partners:manage` too, because then nothing asks for that any more.")
    @Audited(category = AuditEntry.Category.SETTING, operation = AuditEntry.Operation.UPDATE)
    public Answer<SettingsView> change(Body<SettingsRequest> body) {
        return changes.run(() -> {
            changes.concerns(SettingsCommands.subject(access.tenant()));
            Locked<TenantSettings> locked = settings.lock(requireOwn(Permission.SETTINGS_MODIFY));
            TenantSettings present = locked.now();
            access.require(Permission.PARTNERS_MANAGE, maySwitch(present, body));
            SettingsRequest request = body.patch(SettingsRequest.of(present));
            changes.requireMatch(SettingsView.of(present));
            return Answer.of(SettingsView.of(
                    commands.guardDelegations(locked, request.delegationGuard(), changes.provenance())));
        });
    }

    private UUID requireOwn(Permission permission) {
        return roomAccess.ownTenant(permission).orElseThrow(() -> ProblemException.lacking(permission));
    }

    private boolean maySwitch(TenantSettings present, Body<SettingsRequest> body) {
        return !present.delegationGuard()
                || !body.changes(SettingsRequest.of(present)).contains("delegationGuard")
                || access.holds(Permission.PARTNERS_MANAGE, present.tenantId());
    }
}
