package io.keyholder.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;
import org.jdbi.v3.postgres.PostgresPlugin;

@ApplicationScoped
class SqlBeans {

    @Produces
    @Singleton
    Jdbi jdbi(DataSource source) {
        // Transactions are begun and ended by whoever runs the request or consumes the event.
        Jdbi jdbi = Jdbi.create(source)
                .installPlugin(new PostgresPlugin())
                .setTransactionHandler(new CMTTransactionHandler())
                .registerArrayType(UUID.class, "uuid")
                .registerArrayType(String.class, "text")
                .registerArrayType(Integer.class, "integer")
                .registerArrayType(Long.class, "bigint")
                .registerArrayType(OffsetDateTime.class, "timestamptz");
        // Parameters may be personal data, and messages are logged.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }
}
