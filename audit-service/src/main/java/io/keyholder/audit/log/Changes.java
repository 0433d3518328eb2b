package io.keyholder.audit.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyholder.contracts.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of which field, as one column. */
final class Changes {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<FieldChange>> LIST = new TypeReference<>() {};

    private Changes() {}

    static @Nullable String write(List<FieldChange> changes) {
        try {
            return changes.isEmpty() ? null : JSON.writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read from JSON can be written", e);
        }
    }

    static List<FieldChange> read(@Nullable String column) {
        try {
            return column == null ? List.of() : JSON.readValue(column, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The changes of an entry are not JSON", e);
        }
    }
}
