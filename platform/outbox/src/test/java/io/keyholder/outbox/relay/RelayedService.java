package io.keyholder.outbox.relay;

import io.keyholder.contracts.EncodedEvent;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.OutboxEpoch;
import io.keyholder.outbox.OutboxTable;
import io.keyholder.outbox.cdi.RealClients;
import io.keyholder.telemetry.MessageSpans;
import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.backend.PostgresBackend;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.postgresql.ds.PGSimpleDataSource;

/** A service with a database of its own, and as many relays on it as a test starts: each stands for one process. */
final class RelayedService implements AutoCloseable {
    /** Signals are all there is to go by. */
    static final Duration NEVER = Duration.ofHours(1);

    private static final AtomicInteger SERVICES = new AtomicInteger();

    /** Each has a database of its own, and so must be another service to those who read what it says. */
    private final String source = "relayed-service-" + SERVICES.incrementAndGet();

    private final Database database = PostgresBackend.shared().createDatabase("relayed");
    private final RealClients kafka;
    private final List<Process> processes = new ArrayList<>();

    RelayedService(KafkaBackend kafka) {
        this.kafka = new RealClients(kafka.bootstrapServers());
        database.execute(resource("db/platform/V1__outbox.sql"));
        database.execute(resource("db/platform/V3__refusals.sql"));
        database.execute(resource("db/platform/V7__logs.sql"));
        database.execute("insert into outbox_epoch (epoch, verified) values (1, outbox_fingerprint())");
    }

    /** One process of the service: its relay runs until it is closed. */
    static final class Process implements AutoCloseable {
        final OutboxRelay relay;
        private final Thread thread;

        Process(OutboxRelay relay) {
            this.relay = relay;
            this.thread =
                    Thread.ofPlatform().daemon(true).name("relay-of-a-test").start(relay);
        }

        boolean isActive() {
            return relay.status().isActive();
        }

        boolean hasEnded() {
            return !thread.isAlive();
        }

        @Override
        public void close() {
            relay.close();
            try {
                thread.join(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    Process start() {
        return start(settings(Duration.ofMillis(200), Duration.ofMillis(500)));
    }

    Process start(RelaySettings settings) {
        return start(settings, kafka::producer);
    }

    Process start(RelaySettings settings, Supplier<Producer<String, byte[]>> producers) {
        DataSource pool = dataSource();
        EpochTable epochs = new EpochTable(pool);
        LogTable logs = new LogTable(pool);
        TopicContent content = new TopicContent(kafka::plainConsumer);
        Reconciliation reconciliation = new Reconciliation(
                new OwnTopics(kafka::admin),
                new TopicTail(kafka::plainConsumer),
                logs,
                new UnconfirmedEntries(pool),
                epochs,
                new OutboxEpoch(pool),
                new Republication(
                        List.of(), content, new OutboxTable(pool), epochs, logs, Clock.systemUTC(), settings.source()),
                () -> {},
                settings);
        Process process = new Process(new OutboxRelay(
                new RelayDatabase(database.jdbcUrl(), database.username(), database.password()),
                new Sender(producers, MessageSpans.none()),
                reconciliation,
                new RemoteSignal(pool, command -> Thread.ofVirtual().start(command)),
                settings,
                () -> {}));
        processes.add(process);
        return process;
    }

    String source() {
        return source;
    }

    RelaySettings settings(Duration watermarkInterval, Duration pollInterval) {
        return new RelaySettings(
                source,
                1,
                true,
                Set.of(Topic.RELATIONSHIPS),
                watermarkInterval,
                pollInterval,
                500,
                Duration.ofDays(30));
    }

    RealClients kafka() {
        return kafka;
    }

    Database database() {
        return database;
    }

    /** Commits the events in one transaction, as a change does, and tells nobody. */
    void commit(EncodedEvent... events) {
        new OutboxTable(dataSource()).insert(List.of(events), number("select epoch from outbox_epoch"));
    }

    int waiting() {
        return number("select count(*) from outbox");
    }

    int number(String sql) {
        return database.number(sql);
    }

    DataSource dataSource() {
        PGSimpleDataSource pool = new PGSimpleDataSource();
        pool.setUrl(database.jdbcUrl());
        pool.setUser(database.username());
        pool.setPassword(database.password());
        return pool;
    }

    @Override
    public void close() {
        processes.forEach(Process::close);
    }

    private static String resource(String name) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
