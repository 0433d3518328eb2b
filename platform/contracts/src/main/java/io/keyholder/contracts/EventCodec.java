package io.keyholder.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events to and from their wire form. Reading ignores fields it does not know, so that producers can add some, and
 * refuses everything else it does not understand.
 */
public final class EventCodec {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(Sequence.class, ToStringSerializer.instance)
                    .addDeserializer(Sequence.class, new SequenceDeserializer()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addHandler(new Restrictions())
            .build();

    private EventCodec() {}

    public static EncodedEvent encode(Topic topic, Event<?> event) {
        String key = event.data().id().toString();
        try {
            return new EncodedEvent(
                    topic.topicName(), key, headers(event, key), MAPPER.writeValueAsString(event.data()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event's payload is not serialisable: " + event.type(), e);
        }
    }

    /**
     * @param headers by the names of {@link EventHeaders}
     * @throws UnreadableEvent when anything about it is not understood
     */
    public static Event<?> decode(Topic topic, String key, Map<String, String> headers, byte[] payload)
            throws UnreadableEvent {
        try {
            Payload data = MAPPER.readValue(payload, topic.payload());
            requireUnderstood(data);
            if (!data.id().toString().equals(key)) {
                throw new UnreadableEvent("The key " + key + " is not the id of the payload");
            }
            return new Event<>(
                    UUID.fromString(require(headers, EventHeaders.ID)),
                    require(headers, EventHeaders.TYPE),
                    require(headers, EventHeaders.SOURCE),
                    Instant.parse(require(headers, EventHeaders.TIME)),
                    Sequence.parse(require(headers, EventHeaders.SEQUENCE)),
                    EventContext.of(data),
                    actor(headers),
                    headers.get(EventHeaders.TRACEPARENT),
                    data);
        } catch (IOException | IllegalArgumentException | NullPointerException | DateTimeException e) {
            throw new UnreadableEvent("Not a readable " + topic.payload().getSimpleName(), e);
        }
    }

    /** The context that the headers alone name: what is left to know of an event whose payload cannot be read. */
    public static EventContext contextOf(Map<String, String> headers) {
        return new EventContext(
                idOrNull(headers.get(EventHeaders.TENANT)), idOrNull(headers.get(EventHeaders.RELATIONSHIP)));
    }

    private static Map<String, String> headers(Event<?> event, String key) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(EventHeaders.SPEC_VERSION, "1.0");
        headers.put(EventHeaders.ID, event.id().toString());
        headers.put(EventHeaders.TYPE, event.type());
        headers.put(EventHeaders.SOURCE, event.source());
        headers.put(EventHeaders.SUBJECT, key);
        headers.put(EventHeaders.TIME, event.time().toString());
        headers.put(EventHeaders.CONTENT_TYPE, "application/json");
        headers.put(EventHeaders.SEQUENCE, event.sequence().toString());
        putIfKnown(headers, EventHeaders.TENANT, event.context().tenantId());
        putIfKnown(headers, EventHeaders.RELATIONSHIP, event.context().relationshipId());
        putIfKnown(headers, EventHeaders.TRACEPARENT, event.traceparent());
        if (event.actor() instanceof Actor actor) {
            headers.put(EventHeaders.ACTOR, actor.userId());
            putIfKnown(headers, EventHeaders.ACTOR_TENANT, actor.tenantId());
        }
        return headers;
    }

    private static void putIfKnown(Map<String, String> headers, String name, @Nullable Object value) {
        if (value != null) {
            headers.put(name, value.toString());
        }
    }

    private static @Nullable Actor actor(Map<String, String> headers) {
        String userId = headers.get(EventHeaders.ACTOR);
        return userId == null ? null : new Actor(userId, idOrNull(headers.get(EventHeaders.ACTOR_TENANT)));
    }

    private static String require(Map<String, String> headers, String name) throws UnreadableEvent {
        String value = headers.get(name);
        if (value == null) {
            throw new UnreadableEvent("The header " + name + " is missing");
        }
        return value;
    }

    private static void requireUnderstood(@Nullable Payload data) throws UnreadableEvent {
        if (data == null) {
            throw new UnreadableEvent("The payload is null");
        }
        if (data instanceof AggregateState state && !Restrictions.areUnderstood(state.mustUnderstand())) {
            throw new UnreadableEvent("It names restrictions that are not known here: " + state.mustUnderstand());
        }
    }

    private static @Nullable UUID idOrNull(@Nullable String text) {
        return text == null ? null : Ids.parse(text).orElse(null);
    }
}
