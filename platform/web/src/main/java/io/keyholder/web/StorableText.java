package io.keyholder.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import java.util.regex.Pattern;

/** Texts that the database can keep. A NUL or half a surrogate pair would fail there, where nobody can name the field. */
public final class StorableText extends StringDeserializer {
    public static final String RULE = "must be a text without NUL characters and unpaired surrogates";

    private static final long serialVersionUID = 1L;
    private static final Pattern STORABLE = Pattern.compile("[^\\x00\\x{D800}-\\x{DFFF}]*");

    /** @throws IllegalArgumentException saying the rule */
    public static String require(String text) {
        if (!STORABLE.matcher(text).matches()) {
            throw new IllegalArgumentException(RULE);
        }
        return text;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        try {
            return require(text);
        } catch (IllegalArgumentException refused) {
            throw context.instantiationException(String.class, refused);
        }
    }
}
