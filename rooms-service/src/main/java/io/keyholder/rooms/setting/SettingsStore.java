package io.keyholder.rooms.setting;

import io.keyholder.record.Locked;
import io.keyholder.rooms.setting.model.TenantSettings;
import io.keyholder.sql.Database;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Settings in PostgreSQL. A tenant that has set nothing has no row. */
@ApplicationScoped
public class SettingsStore {
    private static final String SELECT = "select * from tenant_setting where tenant_id = :tenant";

    private final Database database;

    SettingsStore(Database database) {
        this.database = database;
    }

    public TenantSettings of(UUID tenantId) {
        return read(tenantId, SELECT);
    }

    Locked<TenantSettings> lock(UUID tenantId) {
        write(TenantSettings.initial(tenantId), """
                insert into tenant_setting (tenant_id, delegation_guard, updated_at, version)
                values (:tenant, :guard, :updated, :version) on conflict do nothing
                """);
        return new Locked<>(read(tenantId, SELECT + " for update"));
    }

    void update(TenantSettings settings) {
        write(settings, """
                update tenant_setting set delegation_guard = :guard, updated_at = :updated, version = :version
                where tenant_id = :tenant
                """);
    }

    private void write(TenantSettings settings, String sql) {
        database.update(Sql.of(sql)
                .bind("tenant", settings.tenantId())
                .bind("guard", settings.delegationGuard())
                .bind("updated", settings.updatedAt().orElse(null))
                .bind("version", settings.version()));
    }

    private TenantSettings read(UUID tenantId, String sql) {
        return database.first(Sql.of(sql).bind("tenant", tenantId), SettingsStore::read)
                .orElseGet(() -> TenantSettings.initial(tenantId));
    }

    private static TenantSettings read(Row row) {
        return new TenantSettings(
                row.id("tenant_id"),
                row.flag("delegation_guard"),
                row.optionalTime("updated_at"),
                row.number("version"));
    }
}
