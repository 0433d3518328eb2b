package io.keyholder.driver;

import io.keyholder.client.Keyholder;
import io.keyholder.client.KeyholderProblem;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The API's client, as what prepares a run needs it. */
public final class Clients {
    private static final int TIMES = 600;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private Clients() {}

    /** One that waits until the deployment has caught up, however far behind much work has put it. */
    public static Keyholder.Builder patient(URI server) {
        return Keyholder.at(server).retries(TIMES, LONGEST_WAIT).timeout(TIMEOUT);
    }

    /** What is answered; empty where it is refused with this status. */
    public static <T> Optional<T> unless(int status, Supplier<T> request) {
        try {
            return Optional.of(request.get());
        } catch (KeyholderProblem problem) {
            if (problem.status() == status) {
                return Optional.empty();
            }
            throw problem;
        }
    }
}
