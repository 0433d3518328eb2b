package io.keyholder.contracts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

final class SequenceDeserializer extends StdDeserializer<Sequence> {
    private static final long serialVersionUID = 1L;

    SequenceDeserializer() {
        super(Sequence.class);
    }

    @Override
    public Sequence deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return Sequence.parse(parser.getValueAsString(""));
    }
}
