package io.keyholder.tenantrelationship.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyholder.tenantrelationship.change.model.Additions;

/** Additions as they are stored. One that holds what this version does not know is not read: it would be approved without. */
final class AdditionsText {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    private AdditionsText() {}

    static String of(Additions additions) {
        try {
            return MAPPER.writeValueAsString(additions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Additions are always serialisable", e);
        }
    }

    static Additions read(String text) {
        try {
            return MAPPER.readValue(text, Additions.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change holds what this version does not know", e);
        }
    }
}
