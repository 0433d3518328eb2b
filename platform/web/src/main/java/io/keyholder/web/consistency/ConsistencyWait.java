package io.keyholder.web.consistency;

import io.keyholder.contracts.ConsistencyView;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.Written;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Waits until every view of this service has what a token names. */
@ApplicationScoped
class ConsistencyWait {
    private static final Duration FIRST_LOOK_AGAIN = Duration.ofMillis(1);
    private static final Duration LAST_LOOK_AGAIN = Duration.ofMillis(20);

    private final List<ConsistencyView> views;
    private final Duration patience;

    ConsistencyWait(@All List<ConsistencyView> views, ConsistencyConfig config) {
        this.views = views;
        this.patience = config.patience();
    }

    /** Blocks; false when the time has passed. */
    boolean await(ConsistencyToken token) {
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_LOOK_AGAIN;
        while (!isSeen(token)) {
            if (System.nanoTime() >= deadline || !pause(pause)) {
                return false;
            }
            pause = pause.multipliedBy(2).compareTo(LAST_LOOK_AGAIN) > 0 ? LAST_LOOK_AGAIN : pause.multipliedBy(2);
        }
        return true;
    }

    private boolean isSeen(ConsistencyToken token) {
        for (ConsistencyView view : views) {
            for (Written state : token.states()) {
                if (view.topics().contains(state.topic()) && !view.has(state.topic(), state.id(), state.sequence())) {
                    return false;
                }
            }
            if (!token.completeUntil().entrySet().stream()
                    .allMatch(until -> isComplete(view, until.getKey(), until.getValue()))) {
                return false;
            }
        }
        return true;
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
