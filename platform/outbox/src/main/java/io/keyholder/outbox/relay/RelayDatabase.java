package io.keyholder.outbox.relay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where the relay gets its one dedicated connection. It goes past any pooler, because it holds a session's lock and
 * listens; keepalives on both sides release the lock within seconds when either side is gone.
 */
public final class RelayDatabase {
    private static final String SERVER_SIDE_KEEPALIVES =
            "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=2";

    private final String url;
    private final String username;
    private final String password;

    public RelayDatabase(String url, String username, String password) {
        this.url = url;
        this.username = username;
        this.password = password;
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "keyholder-relay");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        // Sooner than the server gives the lock to another.
        properties.setProperty("socketTimeout", "8");
        properties.setProperty("options", SERVER_SIDE_KEEPALIVES);
        return DriverManager.getConnection(url, properties);
    }
}
