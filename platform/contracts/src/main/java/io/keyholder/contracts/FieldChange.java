package io.keyholder.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one field of what was changed.
 *
 * @param field its path, with dots: {@code location.city}
 * @param before its value until then. Absent when it had none. Long texts and lists are shortened, with a mark
 * @param after its value from then on. Absent when it has none any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChange(
        String field, @Nullable JsonNode before, @Nullable JsonNode after) {

    public FieldChange {
        Objects.requireNonNull(field, "field");
    }
}
