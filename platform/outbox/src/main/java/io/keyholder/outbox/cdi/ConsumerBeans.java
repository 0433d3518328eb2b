package io.keyholder.outbox.cdi;

import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.ServiceRights;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.consumer.ConsumedProgress;
import io.keyholder.outbox.consumer.ConsumedTables;
import io.keyholder.outbox.consumer.ConsumedWatermarks;
import io.keyholder.outbox.consumer.ConsumerLag;
import io.keyholder.outbox.consumer.ConsumerShare;
import io.keyholder.outbox.consumer.DeadLetters;
import io.keyholder.outbox.consumer.Deliveries;
import io.keyholder.outbox.consumer.GroupConsumer;
import io.keyholder.outbox.consumer.RecordHandling;
import io.keyholder.outbox.consumer.UnreadableEvents;
import io.keyholder.telemetry.KafkaMeters;
import io.keyholder.telemetry.MessageSpans;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The service's consumer and what it fills. */
@ApplicationScoped
class ConsumerBeans {

    @Produces
    @Singleton
    ConsumedWatermarks watermarks(DataSource database) {
        return new ConsumedWatermarks(database);
    }

    @Produces
    @Singleton
    ConsumedProgress progress(DataSource database) {
        return new ConsumedProgress(database);
    }

    @Produces
    @Singleton
    UnreadableEvents unreadableEvents(DataSource database) {
        return new UnreadableEvents(database);
    }

    @Produces
    @Singleton
    ConsumedTables tables(@All List<EventHandler<?>> handlers, ConsumedWatermarks watermarks) {
        return new ConsumedTables(handlers, watermarks);
    }

    @Produces
    @Singleton
    GroupConsumer consumer(
            @All List<EventHandler<?>> handlers,
            DataSource database,
            ConsumedWatermarks watermarks,
            ConsumedProgress progress,
            UnreadableEvents unreadable,
            KafkaClients kafka,
            KafkaMeters meters,
            MessageSpans spans,
            Clock clock,
            MeterRegistry metrics) {
        Set<Topic> topics = topicsOf(handlers);
        kafka.rights().ifPresent(rights -> refuseUnsaid(topics, rights));
        DeadLetters deadLetters = new DeadLetters(kafka::producer, metrics);
        RecordHandling handling = new RecordHandling(handlers, unreadable, deadLetters, spans);
        ConsumerLag lag = new ConsumerLag(clock);
        topics.forEach(topic -> Gauge.builder("keyholder.consumer.lag", lag, l -> seconds(l.of(topic)))
                .baseUnit("seconds")
                .tag("topic", topic.topicName())
                .description("How long the oldest record that this process has yet to take has been on the topic")
                .register(metrics));
        ConsumerShare share = new ConsumerShare(database);
        Gauge.builder("keyholder.consumer.partitions", share, ConsumerShare::size)
                .description(
                        "How many of the partitions of a topic this process reads; the service's processes together, all")
                .register(metrics);
        return new GroupConsumer(
                () -> meters.show(KafkaClients.CONSUMER, kafka.groupConsumer()),
                topics,
                share,
                new Deliveries(handling, watermarks, progress),
                progress,
                lag);
    }

    /** What is not said in one place, no deployment would allow. */
    private static void refuseUnsaid(Set<Topic> topics, ServiceRights rights) {
        topics.stream().filter(topic -> !rights.mayRead(topic)).forEach(topic -> {
            throw new IllegalStateException(
                    "%s consumes %s, which ServiceRights does not say".formatted(rights.service(), topic.topicName()));
        });
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Set<Topic> topicsOf(List<EventHandler<?>> handlers) {
        return handlers.stream().map(EventHandler::topic).collect(Collectors.toSet());
    }
}
