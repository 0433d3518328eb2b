package io.keyholder.tenantrelationship.tenant.persistence;

import io.keyholder.tenantrelationship.tenant.application.SignIns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** One row a tenant. A tenant that this process has noted is not noted again: it is written once in its life. */
@ApplicationScoped
class JdbcSignIns implements SignIns {
    private final DataSource database;
    private final Clock clock;
    private final Set<UUID> noted = ConcurrentHashMap.newKeySet();

    JdbcSignIns(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void seen(UUID tenantId) {
        if (noted.contains(tenantId)) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into global_admin_sign_in values (?, ?) on conflict do nothing")) {
            statement.setObject(1, tenantId);
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A Global admin's sign-in could not be noted", e);
        }
        noted.add(tenantId);
    }

    @Override
    public boolean haveBeenSeen(UUID tenantId) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select from global_admin_sign_in where tenant_id = ?")) {
            statement.setObject(1, tenantId);
            return statement.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException("Global admins' sign-ins could not be read", e);
        }
    }
}
