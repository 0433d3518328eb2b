package io.keyholder.outbox.cdi;

import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.consumer.GroupConsumer;
import io.keyholder.outbox.relay.OutboxRelay;
import io.keyholder.outbox.relay.RelayStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/** Starts and stops the threads of relay and consumers, and shows how they do. */
@ApplicationScoped
class OutboxLifecycle {
    private static final long PATIENCE_MILLIS = 5_000;

    private final OutboxRelay relay;
    private final GroupConsumer consumer;
    private final boolean consumes;
    private final TopicProvisioning topics;
    private final MeterRegistry metrics;
    private final List<Thread> threads = new ArrayList<>();

    OutboxLifecycle(
            OutboxRelay relay,
            GroupConsumer consumer,
            @All List<EventHandler<?>> handlers,
            TopicProvisioning topics,
            MeterRegistry metrics) {
        this.relay = relay;
        this.consumer = consumer;
        this.consumes = !handlers.isEmpty();
        this.topics = topics;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        show();
        start("keyholder-topics", topics);
        start("keyholder-relay", relay);
        if (consumes) {
            start("keyholder-consumer", consumer);
        }
    }

    private void show() {
        RelayStatus status = relay.status();
        Gauge.builder("keyholder.outbox.lag", status, s -> s.lag().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How long the oldest event that is not yet acknowledged has waited")
                .register(metrics);
        Gauge.builder("keyholder.outbox.pending", status, RelayStatus::pending)
                .description("Events that are committed and not yet acknowledged, as far as the relay has looked")
                .register(metrics);
        Gauge.builder("keyholder.outbox.active", status, s -> s.isActive() ? 1 : 0)
                .description("1 in the process whose relay sends")
                .register(metrics);
        Gauge.builder("keyholder.outbox.epoch", status, RelayStatus::epoch)
                .description("The epoch in which this process last began to publish; it rises when something was lost")
                .register(metrics);
        Gauge.builder("keyholder.outbox.refused", status, RelayStatus::refused)
                .description("Events that Kafka refused for their own sake, which are kept in outbox_refused")
                .register(metrics);
        Gauge.builder(
                        "keyholder.outbox.unconfirmed",
                        status,
                        s -> s.unconfirmed().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How long the oldest entry of the audit log has waited for audit-service to store it")
                .register(metrics);
        Gauge.builder("keyholder.consumer.unreadable", status, RelayStatus::unreadable)
                .description("Records of others that deny what they concern, because the tables could not take them")
                .register(metrics);
    }

    /** The batches in hand end before the service does. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        topics.close();
        consumer.close();
        relay.close();
        for (Thread thread : threads) {
            thread.join(PATIENCE_MILLIS);
        }
    }

    private void start(String name, Runnable task) {
        threads.add(Thread.ofPlatform().name(name).daemon(true).start(task));
    }
}
