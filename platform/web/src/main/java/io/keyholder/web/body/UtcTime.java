package io.keyholder.web.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.keyholder.web.Times;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Times in ISO 8601 alone: a number may be seconds or milliseconds, and nobody can tell. */
final class UtcTime extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    UtcTime() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        Optional<Instant> time = Times.parse(parser.getText());
        return time.isPresent()
                ? time.get()
                : (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), "no time");
    }
}
