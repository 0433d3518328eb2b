package io.keyholder.access.cdi;

import io.keyholder.access.AccessState;
import io.keyholder.access.Decisions;
import io.keyholder.access.Issuers;
import io.keyholder.access.projection.AccessProjection;
import io.keyholder.access.projection.ProjectionReader;
import io.keyholder.access.projection.Watermarks;
import io.keyholder.contracts.kafka.ConsumerProperties;
import io.keyholder.contracts.kafka.KafkaConfig;
import io.keyholder.telemetry.KafkaMeters;
import io.keyholder.telemetry.MessageSpans;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@ApplicationScoped
class AccessBeans {
    private static final String CLIENT_ID = "keyholder-projection";

    /** As fine as PostgreSQL keeps times, so that the first answer has the same time as every later one. */
    private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), TICK);
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
            AccessProjection projection,
            Watermarks watermarks,
            AccessConfig config,
            KafkaConfig kafka,
            KafkaMeters meters,
            MessageSpans spans) {
        Map<String, Object> properties = ConsumerProperties.of(kafka);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, CLIENT_ID);
        return new ProjectionReader(
                projection,
                watermarks,
                config.topics(),
                () -> meters.show(CLIENT_ID, new KafkaConsumer<>(properties)),
                spans);
    }
}
