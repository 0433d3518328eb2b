package io.keyholder.web.change;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyholder.web.body.JsonBounds;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One text for all JSON that says the same, in the manner of RFC 8785: members by name, no spaces, each text with one way
 * of escaping. Numbers are the same when their value is, exactly: {@code 1}, {@code 1.0} and {@code 10e-1}.
 */
final class CanonicalJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonBounds.factory())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /** The text; empty where the body is no JSON. */
    static Optional<String> of(byte[] body) {
        try {
            CanonicalJson canonical = new CanonicalJson();
            canonical.write(MAPPER.readTree(body));
            return Optional.of(canonical.text.toString());
        } catch (IOException | NumberFormatException | ArithmeticException notJson) {
            return Optional.empty();
        }
    }

    private void write(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node);
            case ARRAY -> {
                text.append('[');
                node.forEach(element -> {
                    write(element);
                    text.append(',');
                });
                text.append(']');
            }
            case STRING -> writeText(node.textValue());
            case NUMBER -> text.append(node.decimalValue().stripTrailingZeros());
            default -> text.append(node.asText());
        }
    }

    private void writeObject(JsonNode node) {
        text.append('{');
        for (String name : sorted(node.fieldNames())) {
            writeText(name);
            text.append(':');
            write(node.get(name));
            text.append(',');
        }
        text.append('}');
    }

    private static List<String> sorted(Iterator<String> names) {
        Stream<String> all = StreamSupport.stream(Spliterators.spliteratorUnknownSize(names, 0), false);
        return all.sorted().toList();
    }

    private void writeText(String value) {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        text.append('"');
    }
}
