package io.keyholder.web.change;

import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Written;
import io.keyholder.outbox.relay.OutboxRelay;
import io.keyholder.outbox.relay.RelaySettings;
import io.keyholder.web.consistency.ConsistencyToken;
import io.keyholder.web.consistency.ConsistencyTokens;
import io.keyholder.web.consistency.RequestConsistency;
import jakarta.enterprise.context.RequestScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The consistency token of the change at hand: each aggregate by its sequence, or, after a bulk change, everything this
 * service committed up to now, of which the relay is asked to give proof at once.
 */
@RequestScoped
class ChangeToken {
    private final Outbox outbox;
    private final ConsistencyTokens tokens;
    private final RequestConsistency request;
    private final OutboxRelay relay;
    private final RelaySettings settings;
    private final DataSource database;
    private boolean bulk;

    ChangeToken(
            Outbox outbox,
            ConsistencyTokens tokens,
            RequestConsistency request,
            OutboxRelay relay,
            RelaySettings settings,
            DataSource database) {
        this.outbox = outbox;
        this.tokens = tokens;
        this.request = request;
        this.relay = relay;
        this.settings = settings;
        this.database = database;
    }

    /** The token of an ordinary change; empty for a bulk change, whose token can be made only after its commit. */
    Optional<String> beforeCommit() {
        List<Written> written = outbox.written();
        bulk = written.size() > ConsistencyToken.MOST / 2;
        return bulk
                ? Optional.empty()
                : Optional.of(tokens.write(request.brought().and(ConsistencyToken.of(written))));
    }

    /** The token of a bulk change. */
    Optional<String> afterCommit() {
        if (!bulk) {
            return Optional.empty();
        }
        return Optional.of(tokens.write(request.brought().and(everythingByNow())));
    }

    /**
     * The token of an answer that is given again.
     *
     * @param first the token that was kept with it; empty for a bulk change
     */
    String again(Optional<String> first) {
        ConsistencyToken token = first.flatMap(tokens::read).orElseGet(this::everythingByNow);
        return tokens.write(request.brought().and(token));
    }

    private ConsistencyToken everythingByNow() {
        ConsistencyToken token = ConsistencyToken.completeUntil(settings.source(), databaseTime());
        relay.requestWatermark();
        return token;
    }

    private Instant databaseTime() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException("The database's time could not be read", e);
        }
    }
}
