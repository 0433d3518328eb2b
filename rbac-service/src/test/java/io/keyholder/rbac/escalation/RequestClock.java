package io.keyholder.rbac.escalation;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The clock of the service under test. What a request decides, it decides as many hours later as the request says by a
 * header, so that each of many sequences has a time of its own; whatever else runs, tokens included, has the real time.
 */
@Singleton
class RequestClock extends Clock {
    static final String HOURS_LATER = "Test-Hours-Later";

    private final Clock real = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    private final CurrentVertxRequest current;

    RequestClock(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Instant instant() {
        Instant now = real.instant();
        // Resources run on virtual threads, and nothing else does that asks for the time.
        if (!Thread.currentThread().isVirtual()
                || !Arc.container().requestContext().isActive()) {
            return now;
        }
        RoutingContext request = current.getCurrent();
        String hours = request == null ? null : request.request().getHeader(HOURS_LATER);
        return hours == null ? now : now.plus(Duration.ofHours(Long.parseLong(hours)));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The clock is asked for instants alone");
    }
}
