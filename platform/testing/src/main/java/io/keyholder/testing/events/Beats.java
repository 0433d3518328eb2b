package io.keyholder.testing.events;

import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The watermarks that relays send, in the names of services that do not run. */
final class Beats {
    private static final long EVERY_MILLIS = 500;

    /** Whatever log it is, it is always the same. */
    private static final String LOG = "of-a-test";

    private final Clock clock;
    private final Consumer<ProducerRecord<String, byte[]>> kafka;
    private @Nullable ScheduledExecutorService running;

    Beats(Clock clock, Consumer<ProducerRecord<String, byte[]>> kafka) {
        this.clock = clock;
        this.kafka = kafka;
    }

    void once(String... services) {
        once(1, services);
    }

    void once(int epoch, String... services) {
        for (String service : services) {
            Watermark watermark = new Watermark(service, clock.instant(), new Sequence(epoch, 0), LOG);
            for (Topic topic : stateTopicsOf(service)) {
                for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                    kafka.accept(
                            new ProducerRecord<>(topic.topicName(), partition, watermark.key(), watermark.payload()));
                }
            }
        }
    }

    synchronized void start(String... services) {
        stop();
        running = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon(true).name("published-beats").factory());
        running.scheduleAtFixedRate(() -> once(services), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    synchronized void stop() {
        if (running != null) {
            running.shutdownNow();
            running = null;
        }
    }

    private static List<Topic> stateTopicsOf(String service) {
        List<Topic> topics = Arrays.stream(Topic.values())
                .filter(topic -> topic.carriesState() && topic.isWrittenBy(service))
                .toList();
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("No service that owns state is called " + service);
        }
        return topics;
    }
}
