package io.keyholder.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one field of what was changed.
 *
 * @param field its path, with dots: {@code location.city}
 * @param before null: it had none
 * @param after null: it has none any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChange(
        String field, @Nullable JsonNode before, @Nullable JsonNode after) {

    public FieldChange {
        Objects.requireNonNull(field, "field");
    }
}
