package io.keyholder.e2e.actors;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** What a client does while a part of the platform is away: it asks again. */
public final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private Patience() {}

    /**
     * The first answer that is one.
     *
     * @param request safe to be repeated: a read, or a change under an {@code Idempotency-Key}
     */
    public static Answer ask(Supplier<Answer> request) {
        AtomicReference<Answer> last = new AtomicReference<>();
        Awaitility.await("an answer")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> {
                    last.set(request.get());
                    boolean runs = last.get().status() == 409
                            && last.get().text("type").endsWith("/request-in-progress");
                    return !AWAY.contains(last.get().status()) && !runs;
                });
        return last.get();
    }

    /** Until it holds, whatever goes wrong meanwhile. */
    public static void until(Runnable holds) {
        Awaitility.await()
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(holds::run);
    }
}
