package io.keyholder.outbox;

import io.keyholder.contracts.Actor;
import io.keyholder.contracts.Event;
import io.keyholder.telemetry.TraceParent;
import org.jspecify.annotations.Nullable;

/**
 * Who and which request caused a change.
 *
 * @param actor null: the platform itself
 * @param traceparent W3C trace context, when there is one
 * @param clientAddress where the request came from, when there was one
 * @param requestId the request's {@code X-Request-Id}, when it had one
 */
public record Provenance(
        @Nullable Actor actor,
        @Nullable String traceparent,
        @Nullable String clientAddress,
        @Nullable String requestId) {

    /** Of what no request of ours caused. */
    public Provenance(@Nullable Actor actor, @Nullable String traceparent) {
        this(actor, traceparent, null, null);
    }

    /** What the platform does by itself, such as an expiry. */
    public static Provenance platform() {
        return new Provenance(null, null);
    }

    /** The same request, whose sender did not ask for what the platform does because of it. */
    public Provenance byThePlatform() {
        return new Provenance(null, traceparent, clientAddress, requestId);
    }

    /** A change that follows from another service's event is caused by who caused that; its trace goes on. */
    public static Provenance of(Event<?> cause) {
        return new Provenance(
                cause.actor(), TraceParent.current().map(TraceParent::value).orElse(cause.traceparent()));
    }
}
