package io.keyholder.driver;

import java.time.Duration;
import java.util.function.Supplier;

/** A token that is fetched anew when it has become old, long before Keycloak's five minutes are over. */
final class RenewedToken implements Supplier<String> {

    private static final long OLD = Duration.ofMinutes(2).toNanos();

    private final Supplier<String> source;
    private String token = "";
    private long fetched;

    RenewedToken(Supplier<String> source) {
        this.source = source;
    }

    @Override
    public synchronized String get() {
        if (token.isEmpty() || System.nanoTime() - fetched > OLD) {
            token = source.get();
            fetched = System.nanoTime();
        }
        return token;
    }
}
