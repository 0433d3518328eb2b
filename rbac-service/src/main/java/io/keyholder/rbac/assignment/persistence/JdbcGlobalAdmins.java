package io.keyholder.rbac.assignment.persistence;

import io.keyholder.rbac.assignment.application.GlobalAdmins;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** The last sign-in of each tenant, to the day: no more is asked, and a busy administrator writes once a day. */
@ApplicationScoped
class JdbcGlobalAdmins implements GlobalAdmins {
    private static final String SEEN = """
            insert into global_admin_sign_in as known (tenant_id, seen_at) values (?, ?)
            on conflict (tenant_id) do update set seen_at = excluded.seen_at
            where known.seen_at < excluded.seen_at - interval '1 day'
            """;

    private final DataSource database;

    JdbcGlobalAdmins(DataSource database) {
        this.database = database;
    }

    @Override
    public void seen(UUID tenantId, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SEEN)) {
            statement.setObject(1, tenantId);
            statement.setObject(2, at(now));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A Global admin's sign-in could not be noted", e);
        }
    }

    @Override
    public boolean haveBeenSeen(UUID tenantId, Instant since) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select from global_admin_sign_in where tenant_id = ? and seen_at >= ?")) {
            statement.setObject(1, tenantId);
            statement.setObject(2, at(since));
            return statement.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException("Global admins' sign-ins could not be read", e);
        }
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
