package io.keyholder.drills.workload;

import io.keyholder.client.Keyholder;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Signs in at Keycloak, as the tenants' people do not, and asks for a tenant; signs in anew once its token counts no more. */
final class Operator {
    private final Keyholder keyholder;
    private final Supplier<String> signIn;
    private final AtomicLong served = new AtomicLong(Long.MIN_VALUE);
    private String token = "";

    Operator(URI gateway, Supplier<String> signIn) {
        this.keyholder = Reply.user(gateway).token(() -> token).build();
        this.signIn = signIn;
    }

    /** By one thread. */
    void ask() {
        long asked = System.nanoTime();
        try {
            token = token.isEmpty() ? signIn.get() : token;
        } catch (RuntimeException e) {
            // Keycloak is away.
            return;
        }
        switch (Reply.to(() -> keyholder.tenants().listTenants(query -> query.limit(1)))
                .status()) {
            case 200 -> served.set(asked);
            case 401 -> token = "";
            default -> {}
        }
    }

    /** Whether it was served what it asked for after the time. */
    boolean isServedSince(long time) {
        return served.get() >= time;
    }
}
