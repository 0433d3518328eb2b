package io.keyholder.rooms.setting.persistence;

import io.keyholder.rooms.setting.application.Settings;
import io.keyholder.rooms.setting.domain.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class NativeSettings implements Settings {
    private static final String SELECT =
            "select delegation_guard, version from tenant_setting where tenant_id = :tenant";

    private final EntityManager database;

    NativeSettings(EntityManager database) {
        this.database = database;
    }

    @Override
    public TenantSettings of(UUID tenantId) {
        return read(tenantId, SELECT);
    }

    @Override
    public TenantSettings lock(UUID tenantId) {
        write(TenantSettings.initial(tenantId), """
                insert into tenant_setting (tenant_id, delegation_guard, version)
                values (:tenant, :guard, :version) on conflict do nothing
                """);
        return read(tenantId, SELECT + " for update");
    }

    @Override
    public void update(TenantSettings settings) {
        write(settings, """
                update tenant_setting set delegation_guard = :guard, version = :version where tenant_id = :tenant
                """);
    }

    private void write(TenantSettings settings, String sql) {
        database.createNativeQuery(sql)
                .setParameter("tenant", settings.tenantId())
                .setParameter("guard", settings.delegationGuard())
                .setParameter("version", settings.version())
                .executeUpdate();
    }

    private TenantSettings read(UUID tenantId, String sql) {
        List<Object[]> rows = database.createNativeQuery(sql, Object[].class)
                .setParameter("tenant", tenantId)
                .getResultList();
        return rows.isEmpty()
                ? TenantSettings.initial(tenantId)
                : new TenantSettings(tenantId, (Boolean) rows.getFirst()[0], ((Number) rows.getFirst()[1]).longValue());
    }
}
