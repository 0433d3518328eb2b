package io.keyholder.web.consistency;

import io.keyholder.contracts.ConsistencyView;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.Written;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Waits until every view of this service has what a token names. */
@ApplicationScoped
class ConsistencyWait {
    private static final Duration FIRST_LOOK_AGAIN = Duration.ofMillis(1);
    private static final Duration LAST_LOOK_AGAIN = Duration.ofMillis(20);

    private final List<ConsistencyView> views;
    private final Duration maxWait;

    ConsistencyWait(@All List<ConsistencyView> views, ConsistencyConfig config) {
        this.views = views;
        this.maxWait = config.maxWait();
    }

    /** Blocks; false when the time has passed. */
    boolean await(ConsistencyToken token) {
        long deadline = System.nanoTime() + maxWait.toNanos();
        Duration pause = FIRST_LOOK_AGAIN;
        List<BooleanSupplier> awaited = awaited(token);
        while (isAnythingMissing(awaited)) {
            if (System.nanoTime() >= deadline || !pause(pause)) {
                return false;
            }
            pause = pause.multipliedBy(2).compareTo(LAST_LOOK_AGAIN) > 0 ? LAST_LOOK_AGAIN : pause.multipliedBy(2);
        }
        return true;
    }

    private List<BooleanSupplier> awaited(ConsistencyToken token) {
        List<BooleanSupplier> awaited = new ArrayList<>();
        for (ConsistencyView view : views) {
            for (Written state : token.states()) {
                if (view.topics().contains(state.topic())) {
                    awaited.add(() -> view.has(state.topic(), state.id(), state.sequence()));
                }
            }
            token.completeUntil().forEach((service, time) -> awaited.add(() -> isComplete(view, service, time)));
        }
        return awaited;
    }

    /** What was seen once is not asked for again: a view may have to ask the database. */
    private static boolean isAnythingMissing(List<BooleanSupplier> awaited) {
        while (!awaited.isEmpty() && awaited.getLast().getAsBoolean()) {
            awaited.removeLast();
        }
        return !awaited.isEmpty();
    }

    private static boolean isComplete(ConsistencyView view, String service, Instant time) {
        for (Topic topic : view.topics()) {
            if (topic.isWrittenBy(service) && !view.hasEverythingBefore(topic, service, time)) {
                return false;
            }
        }
        return true;
    }

    private static boolean pause(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
