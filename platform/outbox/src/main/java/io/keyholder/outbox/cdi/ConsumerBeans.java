package io.keyholder.outbox.cdi;

import io.keyholder.contracts.Topic;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.consumer.ConsumedTables;
import io.keyholder.outbox.consumer.ConsumedWatermarks;
import io.keyholder.outbox.consumer.DeadLetters;
import io.keyholder.outbox.consumer.Deliveries;
import io.keyholder.outbox.consumer.GroupConsumer;
import io.keyholder.outbox.consumer.RecordHandling;
import io.keyholder.outbox.consumer.UnreadableEvents;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The service's consumer group and what it fills. */
@ApplicationScoped
class ConsumerBeans {

    @Produces
    @Singleton
    ConsumedWatermarks watermarks(DataSource database) {
        return new ConsumedWatermarks(database);
    }

    @Produces
    @Singleton
    UnreadableEvents unreadableEvents(DataSource database) {
        return new UnreadableEvents(database);
    }

    @Produces
    @Singleton
    ConsumedTables tables(@All List<EventHandler> handlers, ConsumedWatermarks watermarks) {
        return new ConsumedTables(handlers, watermarks);
    }

    @Produces
    @Singleton
    GroupConsumer consumer(
            @All List<EventHandler> handlers,
            ConsumedWatermarks watermarks,
            UnreadableEvents unreadable,
            KafkaClients kafka,
            MeterRegistry metrics) {
        DeadLetters deadLetters = new DeadLetters(kafka::producer, metrics);
        RecordHandling handling = new RecordHandling(handlers, unreadable, deadLetters);
        return new GroupConsumer(
                kafka::groupConsumer, topicsOf(handlers), new Deliveries(handling, watermarks, deadLetters));
    }

    private static Set<Topic> topicsOf(List<EventHandler> handlers) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        handlers.forEach(handler -> topics.addAll(handler.topics()));
        return topics;
    }
}
