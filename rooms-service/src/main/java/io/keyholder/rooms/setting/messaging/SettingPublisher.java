package io.keyholder.rooms.setting.messaging;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.audit.AuditSubjects;
import io.keyholder.rooms.setting.application.SettingEvents;
import io.keyholder.rooms.setting.domain.TenantSettings;
import io.keyholder.web.audit.AuditLog;
import io.keyholder.web.audit.Change;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SettingPublisher implements SettingEvents {
    private final AuditLog audit;
    private final AuditSubjects subjects;

    SettingPublisher(AuditLog audit, AuditSubjects subjects) {
        this.audit = audit;
        this.subjects = subjects;
    }

    /** What the log shows of settings. */
    private record Fields(boolean delegationGuard) {
        static Fields of(TenantSettings settings) {
            return new Fields(settings.delegationGuard());
        }
    }

    @Override
    public void changed(TenantSettings before, TenantSettings after, Provenance by) {
        audit.changed(
                AuditEntry.Category.SETTING,
                AuditEntry.Operation.UPDATE,
                subjects.ofSettings(after.tenantId()),
                Change.of(Fields.of(before), Fields.of(after)),
                by);
    }
}
