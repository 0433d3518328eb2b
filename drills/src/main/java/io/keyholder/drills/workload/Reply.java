package io.keyholder.drills.workload;

import io.keyholder.client.Keyholder;
import io.keyholder.client.KeyholderProblem;
import io.keyholder.client.NoAnswerException;
import io.keyholder.drills.history.Exchange;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a request came to. Every request is sent once; one that is not answered in time is answered by nothing.
 *
 * @param status 0 where nothing was answered, 200 whatever the success
 */
record Reply<T>(int status, Optional<T> value) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A user at the gateway. */
    static Keyholder.Builder user(URI gateway) {
        return Keyholder.at(gateway)
                .retries(0, Duration.ZERO)
                .readsItsWrites(false)
                .timeout(PATIENCE);
    }

    static <T> Reply<T> to(Supplier<T> request) {
        try {
            return new Reply<>(200, Optional.of(request.get()));
        } catch (KeyholderProblem problem) {
            return new Reply<>(problem.status(), Optional.empty());
        } catch (NoAnswerException nothing) {
            return none();
        }
    }

    static <T> Reply<T> none() {
        return new Reply<>(Exchange.UNANSWERED, Optional.empty());
    }

    boolean isSuccess() {
        return value.isPresent();
    }
}
