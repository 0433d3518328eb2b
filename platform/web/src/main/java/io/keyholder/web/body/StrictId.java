package io.keyholder.web.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.keyholder.contracts.Ids;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * Ids in their one form. Jackson's own reader takes base64 and bytes as well, and an empty text for no id at all: a typing
 * error in the field that says where something belongs would put it elsewhere.
 */
final class StrictId extends StdScalarDeserializer<UUID> {
    private static final long serialVersionUID = 1L;

    StrictId() {
        super(UUID.class);
    }

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (UUID) context.handleUnexpectedToken(UUID.class, parser);
        }
        Optional<UUID> id = Ids.parse(parser.getText());
        return id.isPresent() ? id.get() : (UUID) context.handleWeirdStringValue(UUID.class, parser.getText(), "no id");
    }
}
