package io.keyholder.web.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Writes enumerations, ids and times where they are used. By themselves they would be named after their Java classes,
 * several of which are called {@code Status}.
 */
final class Scalars {
    private static final String SCHEMAS = "#/components/schemas/";

    /** Jackson's type of whatever JSON there may be, which would be described by its getters. */
    private static final String ANY = "JsonNode";

    private static final Map<String, String> EXAMPLES =
            Map.of("uuid", "0199f3c1-7c1e-7a52-9d5e-3f1b2c4d5e6f", "date-time", "2026-11-27T11:45:35.123456Z");

    private final OpenAPI api;
    private final Map<String, Schema> scalars = new HashMap<>();

    Scalars(OpenAPI api) {
        this.api = api;
    }

    void inline() {
        Map<String, Schema> schemas = new HashMap<>(api.getComponents().getSchemas());
        schemas.forEach((name, schema) -> {
            if (name.equals(ANY) || isScalar(schema)) {
                scalars.put(SCHEMAS + name, name.equals(ANY) ? OASFactory.createSchema() : schema);
                api.getComponents().removeSchema(name);
            }
        });
        api.getComponents().getSchemas().values().forEach(this::inline);
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> parameter.getSchema() != null)
                .forEach(parameter -> inline(parameter.getSchema()));
    }

    private static boolean isScalar(Schema schema) {
        List<Schema.SchemaType> types = schema.getType();
        return types != null && !types.contains(Schema.SchemaType.OBJECT) && !types.contains(Schema.SchemaType.ARRAY);
    }

    private void inline(Schema schema) {
        if (schema.getRef() != null) {
            Schema scalar = scalars.get(schema.getRef());
            // Beside a reference a type says nothing.
            schema.setType(scalar == null ? null : scalar.getType());
            if (scalar != null) {
                schema.setRef(null);
                schema.setFormat(scalar.getFormat());
                schema.setEnumeration(scalar.getEnumeration());
            }
        }
        if ("uuid".equals(schema.getFormat())) {
            // The format says it all.
            schema.setPattern(null);
        }
        String example = schema.getFormat() == null ? null : EXAMPLES.get(schema.getFormat());
        if (example != null && schema.getExamples() == null) {
            schema.setExamples(List.of(example));
        }
        Schemas.partsOf(schema).forEach(this::inline);
    }
}
