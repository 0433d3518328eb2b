package io.keyholder.access.cdi;

import io.keyholder.access.AccessState;
import io.keyholder.access.Decisions;
import io.keyholder.access.Issuers;
import io.keyholder.access.projection.AccessProjection;
import io.keyholder.access.projection.ProjectionReader;
import io.keyholder.access.projection.Watermarks;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

@ApplicationScoped
class AccessBeans {

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @Typed({AccessProjection.class, AccessState.class, Issuers.class})
    AccessProjection projection() {
        return new AccessProjection();
    }

    @Produces
    @Singleton
    @Typed(Watermarks.class)
    Watermarks watermarks(Clock clock, AccessConfig config) {
        return new Watermarks(clock, config.staleAfter());
    }

    @Produces
    @Singleton
    Decisions decisions(AccessState state, Watermarks watermarks, Clock clock) {
        return new Decisions(state, watermarks, clock);
    }

    @Produces
    @Singleton
    ProjectionReader reader(
            AccessProjection projection, Watermarks watermarks, AccessConfig config, KafkaConfig kafka) {
        return new ProjectionReader(
                projection, watermarks, config.topics(), () -> new KafkaConsumer<>(consumerProperties(kafka)));
    }

    private static Map<String, Object> consumerProperties(KafkaConfig kafka) {
        Map<String, Object> properties = new HashMap<>(kafka.client());
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
        return properties;
    }
}
