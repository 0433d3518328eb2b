package io.keyholder.outbox.cdi;

import io.keyholder.outbox.JdbcOutbox;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.OutboxEpoch;
import io.keyholder.outbox.OutboxTable;
import io.keyholder.outbox.StateSource;
import io.keyholder.outbox.relay.EpochTable;
import io.keyholder.outbox.relay.LogTable;
import io.keyholder.outbox.relay.OutboxRelay;
import io.keyholder.outbox.relay.OwnTopics;
import io.keyholder.outbox.relay.Reconciliation;
import io.keyholder.outbox.relay.RelayDatabase;
import io.keyholder.outbox.relay.RelaySettings;
import io.keyholder.outbox.relay.RemoteSignal;
import io.keyholder.outbox.relay.Republication;
import io.keyholder.outbox.relay.Sender;
import io.keyholder.outbox.relay.TopicContent;
import io.keyholder.outbox.relay.TopicTail;
import io.keyholder.outbox.relay.UnconfirmedEntries;
import io.keyholder.telemetry.KafkaMeters;
import io.keyholder.telemetry.MessageSpans;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
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
                config.acceptEmpty(),
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
    OutboxEpoch epoch(DataSource database) {
        return new OutboxEpoch(database);
    }

    @Produces
    @Singleton
    TopicProvisioning provisioning(KafkaClients kafka, DataSource database, OutboxConfig config) {
        return new TopicProvisioning(
                kafka, new LogTable(database)::topics, config.replicationFactor(), config.makeLostTopics());
    }

    /** Sources are looked for once they are needed: they append to the outbox, whose relay reconciles. */
    @Produces
    @Singleton
    Reconciliation reconciliation(
            KafkaClients kafka,
            @Any Instance<StateSource> sources,
            OutboxTable table,
            DataSource database,
            Clock clock,
            TopicProvisioning provisioning,
            OutboxEpoch current,
            RelaySettings settings) {
        EpochTable epochs = new EpochTable(database);
        LogTable logs = new LogTable(database);
        TopicContent content = new TopicContent(kafka::plainConsumer);
        return new Reconciliation(
                new OwnTopics(kafka::impatientAdmin),
                new TopicTail(kafka::plainConsumer),
                logs,
                new UnconfirmedEntries(database),
                epochs,
                current,
                new Republication(sources, content, table, epochs, logs, clock, settings.source()),
                provisioning::make,
                settings);
    }

    @Produces
    @Singleton
    OutboxRelay relay(
            DatabaseConfig config,
            KafkaClients kafka,
            DataSource database,
            Reconciliation reconciliation,
            KafkaMeters meters,
            MessageSpans spans,
            RelaySettings settings) {
        return new OutboxRelay(
                new RelayDatabase(config.directUrl().orElse(config.url()), config.username(), config.password()),
                new Sender(() -> meters.show(KafkaClients.RELAY, kafka.patientProducer()), spans),
                reconciliation,
                new RemoteSignal(database, command -> Thread.ofVirtual().start(command)),
                settings,
                () -> Quarkus.asyncExit(1));
    }

    @Produces
    @Singleton
    Outbox outbox(
            TransactionSynchronizationRegistry transactions,
            OutboxTable table,
            OutboxRelay relay,
            Clock clock,
            OutboxEpoch epochs,
            RelaySettings settings) {
        return new JdbcOutbox(transactions, table, relay, clock, settings.source(), epochs);
    }
}
