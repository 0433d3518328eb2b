package io.keyholder.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Shows what long-lived Kafka clients measure of themselves. Each has a role, by which its successor is known: when a
 * client is made anew after a failure, it takes the place of the one before, and the series go on.
 */
@Singleton
public class KafkaMeters {
    private final MeterRegistry metrics;
    private final Map<String, KafkaClientMetrics> byRole = new ConcurrentHashMap<>();
    private final ScheduledExecutorService refresh = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("keyholder-kafka-meters").daemon(true).factory());

    KafkaMeters(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** The same consumer, shown. Its {@code client.id} is to be the role's. */
    public <K, V> Consumer<K, V> show(String role, Consumer<K, V> consumer) {
        replace(role, scheduler -> new KafkaClientMetrics(consumer, Tags.empty(), scheduler));
        return consumer;
    }

    /** The same producer, shown. Its {@code client.id} is to be the role's. */
    public <K, V> Producer<K, V> show(String role, Producer<K, V> producer) {
        replace(role, scheduler -> new KafkaClientMetrics(producer, Tags.empty(), scheduler));
        return producer;
    }

    private void replace(String role, Function<ScheduledExecutorService, KafkaClientMetrics> next) {
        byRole.compute(role, (name, before) -> {
            if (before != null) {
                before.close();
            }
            KafkaClientMetrics shown = next.apply(refresh);
            shown.bindTo(metrics);
            return shown;
        });
    }

    @PreDestroy
    void close() {
        byRole.values().forEach(KafkaClientMetrics::close);
        refresh.shutdownNow();
    }
}
