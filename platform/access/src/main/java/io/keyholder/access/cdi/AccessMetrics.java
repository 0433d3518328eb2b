package io.keyholder.access.cdi;

import io.keyholder.access.DecisionCounts;
import io.keyholder.access.Decisions;
import io.keyholder.access.DenialReason;
import io.keyholder.access.projection.AccessProjection;
import io.keyholder.access.projection.Watermarks;
import io.keyholder.contracts.Topic;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Shows how the projection does, and how it was decided from it. */
@ApplicationScoped
class AccessMetrics {
    private final AccessProjection projection;
    private final Watermarks watermarks;
    private final Decisions decisions;
    private final AccessConfig config;
    private final MeterRegistry metrics;

    AccessMetrics(
            AccessProjection projection,
            Watermarks watermarks,
            Decisions decisions,
            AccessConfig config,
            MeterRegistry metrics) {
        this.projection = projection;
        this.watermarks = watermarks;
        this.decisions = decisions;
        this.config = config;
        this.metrics = metrics;
    }

    void show(@Observes StartupEvent event) {
        Gauge.builder("keyholder.projection.unreadable", projection, AccessProjection::quarantined)
                .description("Records that deny their context because they could not be read")
                .register(metrics);
        config.topics().forEach(this::showTopic);
        showDecisions();
    }

    private void showTopic(Topic topic) {
        Gauge.builder("keyholder.projection.fresh", watermarks, w -> w.isFresh(topic) ? 1 : 0)
                .tag("topic", topic.topicName())
                .description(
                        "1 while all that was said on the topic is known; partners can be granted anything while all topics are")
                .register(metrics);
        Gauge.builder("keyholder.projection.lag", watermarks, w -> seconds(w.lag(topic)))
                .baseUnit("seconds")
                .tag("topic", topic.topicName())
                .description("Age of the oldest partition's watermark; NaN while one has none")
                .register(metrics);
    }

    private void showDecisions() {
        showDecision("allowed", "none", DecisionCounts::allowed);
        for (DenialReason reason : DenialReason.values()) {
            showDecision("denied", reason.name().toLowerCase(Locale.ROOT), counts -> counts.denied(reason));
        }
    }

    private void showDecision(String result, String reason, ToDoubleFunction<DecisionCounts> count) {
        FunctionCounter.builder("keyholder.decisions", decisions.counts(), count)
                .tag("result", result)
                .tag("reason", reason)
                .description("Access decisions about one customer or relationship")
                .register(metrics);
    }

    private static double seconds(@Nullable Duration lag) {
        return lag == null ? Double.NaN : lag.toMillis() / 1000.0;
    }
}
