package io.keyholder.web.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes merge patches (RFC 7396) as what they are: any part of what is patched, in which null takes away what need
 * not be there.
 */
final class MergePatches {
    private static final String SCHEMAS = "#/components/schemas/";

    private final Components components;

    MergePatches(Components components) {
        this.components = components;
    }

    void describe(HttpMethod method, Operation operation) {
        if (method != HttpMethod.PATCH
                || operation.getRequestBody() == null
                || operation.getRequestBody().getContent() == null) {
            return;
        }
        for (MediaType patch :
                operation.getRequestBody().getContent().getMediaTypes().values()) {
            if (patch.getSchema() != null && patch.getSchema().getRef() != null) {
                patch.setSchema(reference(patchOf(patch.getSchema().getRef())));
            }
        }
    }

    /** The name of the patch of what is referred to. */
    private String patchOf(String reference) {
        String whole = reference.substring(SCHEMAS.length());
        String name = whole.endsWith("Patch") ? whole : whole.replaceFirst("Request$", "") + "Patch";
        Schema described = components.getSchemas().get(whole);
        if (described != null && (name.equals(whole) || !components.getSchemas().containsKey(name))) {
            components.addSchema(name, patch(described));
        }
        return name;
    }

    private Schema patch(Schema whole) {
        List<String> required = whole.getRequired() == null ? List.of() : whole.getRequired();
        Schema patch = copy(whole);
        patch.setRequired(null);
        patch.setProperties(null);
        Map<String, Schema> properties = whole.getProperties() == null ? Map.of() : whole.getProperties();
        properties.forEach((name, property) -> {
            Schema part = property.getRef() == null ? copy(property) : partOf(property);
            part.setDefaultValue(null);
            patch.addProperty(name, required.contains(name) ? part : orNull(part));
        });
        return patch;
    }

    private Schema partOf(Schema property) {
        Schema referred = components.getSchemas().get(property.getRef().substring(SCHEMAS.length()));
        Schema part = copy(property);
        if (referred != null && referred.getProperties() != null) {
            part.setRef(SCHEMAS + patchOf(property.getRef()));
        }
        return part;
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .description(schema.getDescription())
                    .addAnyOf(reference(schema.getRef().substring(SCHEMAS.length())))
                    .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        }
        List<Schema.SchemaType> types = new ArrayList<>(schema.getType());
        if (!types.contains(Schema.SchemaType.NULL)) {
            types.add(Schema.SchemaType.NULL);
        }
        schema.setType(types);
        if (schema.getEnumeration() != null) {
            List<Object> values = new ArrayList<>(schema.getEnumeration());
            if (!values.contains(null)) {
                values.add(null);
            }
            schema.setEnumeration(values);
        }
        return schema;
    }

    private static Schema copy(Schema schema) {
        Schema copy = OASFactory.createSchema();
        copy.setAll(schema.getAll());
        return copy;
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(SCHEMAS + name);
    }
}
