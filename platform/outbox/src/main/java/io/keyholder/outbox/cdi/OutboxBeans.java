package io.keyholder.outbox.cdi;

import io.keyholder.outbox.JdbcOutbox;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.OutboxTable;
import io.keyholder.outbox.StateSource;
import io.keyholder.outbox.relay.EpochTable;
import io.keyholder.outbox.relay.OutboxRelay;
import io.keyholder.outbox.relay.RelayDatabase;
import io.keyholder.outbox.relay.RelaySettings;
import io.keyholder.outbox.relay.RemoteSignal;
import io.keyholder.outbox.relay.Republication;
import io.keyholder.outbox.relay.Sender;
import io.keyholder.outbox.relay.TopicContent;
import io.keyholder.telemetry.KafkaMeters;
import io.keyholder.telemetry.MessageSpans;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Outbox and relay. */
@ApplicationScoped
class OutboxBeans {

    @Produces
    @Singleton
    RelaySettings settings(OutboxConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        return new RelaySettings(
                service,
                config.epoch(),
                config.topics().orElse(Set.of()),
                config.watermarkInterval(),
                config.pollInterval(),
                config.batchSize(),
                config.keepEnded());
    }

    @Produces
    @Singleton
    OutboxTable table(DataSource database) {
        return new OutboxTable(database);
    }

    @Produces
    @Singleton
    EpochTable epochs(DataSource database) {
        return new EpochTable(database);
    }

    @Produces
    @Singleton
    OutboxRelay relay(
            DatabaseConfig config,
            KafkaClients kafka,
            @All List<StateSource> sources,
            OutboxTable table,
            EpochTable epochs,
            DataSource database,
            Clock clock,
            KafkaMeters meters,
            MessageSpans spans,
            RelaySettings settings) {
        Republication republication =
                new Republication(sources, new TopicContent(kafka::plainConsumer), table, epochs, clock, settings);
        return new OutboxRelay(
                new RelayDatabase(config.directUrl().orElse(config.url()), config.username(), config.password()),
                new Sender(() -> meters.show(KafkaClients.RELAY, kafka.patientProducer()), spans),
                republication,
                new RemoteSignal(database, command -> Thread.ofVirtual().start(command)),
                settings);
    }

    @Produces
    @Singleton
    Outbox outbox(
            TransactionSynchronizationRegistry transactions,
            OutboxTable table,
            OutboxRelay relay,
            Clock clock,
            RelaySettings settings) {
        return new JdbcOutbox(transactions, table, relay, clock, settings.source(), settings.epoch());
    }
}
