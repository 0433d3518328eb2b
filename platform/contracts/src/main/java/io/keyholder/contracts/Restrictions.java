package io.keyholder.contracts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The restrictions that this version knows. Fields that are not known are ignored, and so would a restriction be: hence
 * a producer names each in {@code mustUnderstand}, which is read also of states that have no such field yet.
 */
final class Restrictions extends DeserializationProblemHandler {
    private static final String FIELD = "mustUnderstand";
    private static final Set<String> UNDERSTOOD = Set.of(TenantState.TOKEN_READING);

    static boolean areUnderstood(Collection<String> restrictions) {
        return UNDERSTOOD.containsAll(restrictions);
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            @Nullable JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        if (!FIELD.equals(name)) {
            return false;
        }
        List<String> restrictions = List.of(context.readValue(parser, String[].class));
        if (!areUnderstood(restrictions)) {
            throw JsonMappingException.from(parser, "Restrictions that are not known here: " + restrictions);
        }
        return true;
    }
}
