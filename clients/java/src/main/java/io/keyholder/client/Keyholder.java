package io.keyholder.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * One user's view of Keyholder's API, for any number of threads: {@code keyholder.rooms().listRooms()}.
 *
 * <p>It sends a new {@code Idempotency-Key} with each POST, sees the changes it made before, and tries again where that is safe. Its
 * operations throw a {@link KeyholderProblem} where they are refused, and a {@link NoAnswerException} where nothing was answered.
 */
public final class Keyholder extends Operations {
    private static final int REPEATED_UPDATES = 5;

    /** For all that bring none. By HTTP/1.1 a request that is not answered in time takes its connection with it, and no other. */
    private static final HttpClient SHARED = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Connection connection;

    private Keyholder(Connection connection) {
        super(connection);
        this.connection = connection;
    }

    /** @param gateway such as {@code https://keyholder.example} */
    public static Builder at(URI gateway) {
        return new Builder(gateway);
    }

    /** The same, with this {@code Idempotency-Key} on each POST: for one change that may have to be sent by another process again. */
    public Keyholder withIdempotencyKey(String key) {
        return withHeader("Idempotency-Key", key);
    }

    /** The same, with one more header, which replaces what would be sent otherwise. */
    public Keyholder withHeader(String name, String value) {
        return new Keyholder(connection.withHeader(name, value));
    }

    /** Somebody else, who sees what all of them changed. */
    public Keyholder as(Supplier<String> accessToken) {
        return new Keyholder(connection.as(accessToken));
    }

    /** The same, heard by somebody else. */
    public Keyholder heardBy(Listener listener) {
        return new Keyholder(connection.heardBy(listener));
    }

    /** The token of the latest change, which makes others see it: {@link #seeing}. Empty before the first. */
    public String consistency() {
        return connection.consistency();
    }

    /** From now on, also what others' token names is seen. */
    public Keyholder seeing(String consistencyToken) {
        connection.see(consistencyToken);
        return this;
    }

    /**
     * Reads and changes, and does both again where somebody else was quicker or it is not known what became of it.
     *
     * @param readAndChange is to read what it changes each time
     */
    public <T> T updating(Supplier<T> readAndChange) {
        for (int attempt = 1; ; attempt++) {
            try {
                return readAndChange.get();
            } catch (KeyholderProblem | NoAnswerException failure) {
                if (attempt == REPEATED_UPDATES || !isWorthAnotherTry(failure)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean isWorthAnotherTry(RuntimeException failure) {
        return !(failure instanceof KeyholderProblem problem)
                || problem.is("precondition-failed")
                || Retries.isUncertain(problem.status());
    }

    /** How to reach the API, and as whom. */
    public static final class Builder {
        private final URI gateway;
        private Supplier<String> token = () -> "";
        private Retries retries = Retries.STANDARD;
        private Duration timeout = Duration.ofSeconds(60);
        private boolean readsItsWrites = true;
        private Listener listener = new Listener() {};
        private HttpClient http = SHARED;

        private Builder(URI gateway) {
            this.gateway = gateway;
        }

        /** @param source is asked for an access token before each request, and again before each repetition */
        public Builder token(Supplier<String> source) {
            this.token = source;
            return this;
        }

        public Builder token(String accessToken) {
            return token(() -> accessToken);
        }

        /**
         * @param times how often it is tried again, 3 unless this is called
         * @param longestWait 30 s unless this is called; where an answer asks for more, it is given to the caller at once
         */
        public Builder retries(int times, Duration longestWait) {
            this.retries = new Retries(times, longestWait);
            return this;
        }

        /** For how long an answer is waited for, each time: 60 s unless this is called. */
        public Builder timeout(Duration longest) {
            this.timeout = longest;
            return this;
        }

        /** Whether each request sees the changes made before: yes, unless this is called. */
        public Builder readsItsWrites(boolean whether) {
            this.readsItsWrites = whether;
            return this;
        }

        public Builder listener(Listener hears) {
            this.listener = hears;
            return this;
        }

        /** With a proxy, a TLS context or an executor of your own. */
        public Builder http(HttpClient client) {
            this.http = client;
            return this;
        }

        public Keyholder build() {
            var transport = new Connection.Transport(gateway, http, retries, timeout, readsItsWrites);
            return new Keyholder(new Connection(transport, new AtomicReference<>(""), token, listener, Map.of()));
        }
    }
}
