package io.keyholder.identity;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;

/** The application's limit on failed authentications, if it has one. */
@ApplicationScoped
class AttemptLimit {
    private final Instance<Attempts> attempts;

    AttemptLimit(Instance<Attempts> attempts) {
        this.attempts = attempts;
    }

    /** @throws TokenRefused when the sender has failed too often */
    void requireMayTry(HttpServerRequest request) {
        for (Attempts limit : attempts) {
            Duration pause = limit.pause(request);
            if (pause.isPositive()) {
                throw TokenRefused.tooManyFailures(pause);
            }
        }
    }

    void failed(HttpServerRequest request) {
        for (Attempts limit : attempts) {
            limit.failed(request);
        }
    }
}
