package io.keyholder.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an aggregate, with its whole state afterwards: a CloudEvent 1.0.
 *
 * @param id {@code ce_id}, a UUIDv7, unique for each event
 * @param type {@code ce_type}, such as {@code invitation.accepted.v1}
 * @param source {@code ce_source}, the service that owns the aggregate
 * @param time {@code ce_time}, when it happened, UTC
 * @param sequence the order among the aggregate's states
 * @param context the tenant and relationship that are denied when the payload cannot be read
 * @param actor who caused it; null: the platform itself
 * @param traceparent W3C trace context of the request that caused it
 */
public record Event<P extends Payload>(
        UUID id,
        String type,
        String source,
        Instant time,
        Sequence sequence,
        EventContext context,
        @Nullable Actor actor,
        @Nullable String traceparent,
        P data) {

    /**
     * The same, by what it is known to carry.
     *
     * @throws ClassCastException when it carries something else
     */
    public <Q extends Payload> Event<Q> of(Class<Q> payload) {
        return new Event<>(id, type, source, time, sequence, context, actor, traceparent, payload.cast(data));
    }
}
