package io.keyholder.web.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Writes enumerations where they are used. By themselves they would be named after their Java classes, several of which
 * are called {@code Status}.
 */
final class InlineEnums {
    private static final String SCHEMAS = "#/components/schemas/";

    private final OpenAPI api;
    private final Map<String, List<Object>> values = new HashMap<>();

    InlineEnums(OpenAPI api) {
        this.api = api;
    }

    void inline() {
        Map<String, Schema> schemas = new HashMap<>(api.getComponents().getSchemas());
        schemas.forEach((name, schema) -> {
            if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
                values.put(SCHEMAS + name, schema.getEnumeration());
                api.getComponents().removeSchema(name);
            }
        });
        api.getComponents().getSchemas().values().forEach(this::inline);
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .forEach(parameter -> inline(parameter.getSchema()));
    }

    private void inline(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        List<Object> enumeration = schema.getRef() == null ? null : values.get(schema.getRef());
        if (enumeration != null) {
            schema.setRef(null);
            schema.addType(Schema.SchemaType.STRING).setEnumeration(enumeration);
        }
        inline(schema.getItems());
        all(schema.getAllOf());
        all(schema.getAnyOf());
        all(schema.getOneOf());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::inline);
        }
    }

    private void all(@Nullable List<Schema> schemas) {
        if (schemas != null) {
            schemas.forEach(this::inline);
        }
    }
}
