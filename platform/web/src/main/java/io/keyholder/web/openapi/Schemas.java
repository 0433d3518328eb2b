package io.keyholder.web.openapi;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** How schemas hold schemas. */
final class Schemas {

    private static final String NAMED = "#/components/schemas/";

    private Schemas() {}

    /** The schemas of the bodies that an operation reads, those that are referred to included. */
    static Stream<Schema> ofBody(OpenAPI api, Operation operation) {
        Content content = operation.getRequestBody().getContent();
        return content == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .flatMap(type -> Stream.ofNullable(type.getSchema()))
                        .flatMap(schema -> Stream.ofNullable(named(api, schema)));
    }

    /** What is referred to, or the schema itself. */
    static @Nullable Schema named(OpenAPI api, Schema schema) {
        return schema.getRef() == null
                ? schema
                : api.getComponents().getSchemas().get(schema.getRef().substring(NAMED.length()));
    }

    /** The schemas that stand directly in one. */
    static Stream<Schema> partsOf(Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        return Stream.concat(unnamedPartsOf(schema), stream(properties == null ? null : properties.values()));
    }

    /** Those that are not members with a name of their own. */
    static Stream<Schema> unnamedPartsOf(Schema schema) {
        return Stream.of(
                        Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema()),
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
