package io.keyholder.web.openapi;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** How schemas hold schemas. */
final class Schemas {

    private Schemas() {}

    /** The schemas that stand directly in one. */
    static Stream<Schema> partsOf(Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        return Stream.of(
                        Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema()),
                        stream(properties == null ? null : properties.values()),
                        stream(schema.getAllOf()),
                        stream(schema.getAnyOf()),
                        stream(schema.getOneOf()))
                .flatMap(parts -> parts)
                .filter(Objects::nonNull);
    }

    private static Stream<Schema> stream(@Nullable Collection<Schema> schemas) {
        return schemas == null ? Stream.empty() : schemas.stream();
    }
}
