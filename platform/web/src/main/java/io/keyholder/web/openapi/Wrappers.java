package io.keyholder.web.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Takes our own generic types out of the document: what is described is what an {@code Answer} or a {@code Body} holds, and a
 * {@code Page} under the name of its items.
 */
final class Wrappers {
    private static final String SCHEMAS = "#/components/schemas/";

    /** The member that holds what is wrapped, by the name of the wrapper. */
    private static final Map<String, String> HELD = Map.of("Answer", "body", "Body", "content");

    private static final String PAGE = "Page";
    private static final String ITEMS = "items";
    private static final int LONGEST_PAGE = 200;

    private final Components components;

    Wrappers(Components components) {
        this.components = components;
    }

    void unwrap(Operation operation) {
        if (operation.getRequestBody() != null) {
            unwrap(operation.getRequestBody().getContent());
        }
        if (operation.getResponses() != null) {
            operation.getResponses().getAPIResponses().values().forEach(answer -> unwrap(answer.getContent()));
        }
    }

    private void unwrap(@Nullable Content content) {
        if (content != null) {
            content.getMediaTypes().values().forEach(this::unwrap);
        }
    }

    private void unwrap(MediaType type) {
        if (type.getSchema() == null || type.getSchema().getRef() == null) {
            return;
        }
        String name = type.getSchema().getRef().substring(SCHEMAS.length());
        Schema schema = components.getSchemas().get(name);
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        if (name.startsWith(PAGE) && schema.getProperties().containsKey(ITEMS)) {
            type.getSchema().setRef(SCHEMAS + namedAfterItems(name, schema));
            return;
        }
        held(name, schema).ifPresent(type::setSchema);
    }

    private static Optional<Schema> held(String name, Schema schema) {
        return HELD.entrySet().stream()
                .filter(wrapper -> name.startsWith(wrapper.getKey()))
                .flatMap(wrapper -> Stream.ofNullable(schema.getProperties().get(wrapper.getValue())))
                .findFirst();
    }

    private String namedAfterItems(String name, Schema page) {
        String items = Optional.ofNullable(page.getProperties().get(ITEMS))
                .map(Schema::getItems)
                .map(Schema::getRef)
                .map(ref -> ref.substring(SCHEMAS.length()))
                .orElse(name.substring(PAGE.length()));
        String renamed = items + PAGE;
        if (!components.getSchemas().containsKey(renamed)) {
            page.setDescription("One page of a list.");
            page.setRequired(List.of(ITEMS));
            Optional.ofNullable(page.getProperties().get(ITEMS)).ifPresent(list -> list.setMaxItems(LONGEST_PAGE));
            components.addSchema(renamed, page);
        }
        return renamed;
    }

    /** Forgets the schemas that nothing refers to any more. */
    static void removeUnused(OpenAPI api) {
        Components components = api.getComponents();
        Set<String> used = new HashSet<>();
        Stream<Schema> inOperations = api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(Wrappers::schemasOf);
        Stream<Schema> inAnswers = components.getResponses() == null
                ? Stream.empty()
                : components.getResponses().values().stream().flatMap(answer -> schemasOf(answer.getContent()));
        Stream.concat(inOperations, inAnswers).toList().forEach(schema -> collect(schema, components, used));
        List.copyOf(components.getSchemas().keySet()).stream()
                .filter(name -> !used.contains(name))
                .forEach(components::removeSchema);
    }

    private static void collect(Schema schema, Components components, Set<String> used) {
        if (schema.getRef() != null && schema.getRef().startsWith(SCHEMAS)) {
            String name = schema.getRef().substring(SCHEMAS.length());
            Schema named = components.getSchemas().get(name);
            if (used.add(name) && named != null) {
                collect(named, components, used);
            }
        }
        Schemas.partsOf(schema).forEach(part -> collect(part, components, used));
    }

    private static Stream<Schema> schemasOf(Operation operation) {
        Stream<Schema> parameters = operation.getParameters() == null
                ? Stream.empty()
                : operation.getParameters().stream().flatMap(parameter -> Stream.ofNullable(parameter.getSchema()));
        Stream<Schema> body = operation.getRequestBody() == null
                ? Stream.empty()
                : schemasOf(operation.getRequestBody().getContent());
        Stream<Schema> answers = operation.getResponses() == null
                ? Stream.empty()
                : operation.getResponses().getAPIResponses().values().stream()
                        .flatMap(answer -> schemasOf(answer.getContent()));
        return Stream.of(parameters, body, answers).flatMap(schemas -> schemas);
    }

    private static Stream<Schema> schemasOf(@Nullable Content content) {
        return content == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream().flatMap(type -> Stream.ofNullable(type.getSchema()));
    }
}
