package io.keyholder.testing.schemas;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.DefaultSchemaDefinitionNamingStrategy;
import io.keyholder.contracts.AggregateState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schemas of payloads, made of their records: names, types and what may be absent of the code, descriptions of its
 * Javadoc, and of {@code rules.json} what neither says.
 */
final class EventSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MUST_UNDERSTAND = "mustUnderstand";

    private final SourceDocs docs;
    private final JsonNode rules = rules();
    private final SchemaGenerator generator;

    EventSchemas(SourceDocs docs) {
        this.docs = docs;
        var config = new SchemaGeneratorConfigBuilder(JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS);
        config.forTypesInGeneral()
                .withPropertySorter((one, other) -> 0)
                .withDefinitionNamingStrategy(new LowerCamelCase())
                .withCustomDefinitionProvider(EventSchemas::known)
                .withDescriptionResolver(
                        type -> docs.of(type.getType().getErasedType()).orElse(null))
                .withTypeAttributeOverride((schema, type, context) ->
                        addRules(schema, type.getType().getErasedType().getSimpleName()));
        config.forFields()
                .withIgnoreCheck(field -> field.getName().equals(MUST_UNDERSTAND))
                .withDescriptionResolver(
                        field -> field.isFakeContainerItemScope() ? null : docs.of(declaring(field), field.getName()))
                .withRequiredCheck(EventSchemas::isRequired)
                .withInstanceAttributeOverride((schema, field, context) -> {
                    if (!field.isFakeContainerItemScope()) {
                        addRules(schema, declaring(field).getSimpleName() + "." + field.getName());
                    }
                });
        this.generator = new SchemaGenerator(config.build());
    }

    ObjectNode of(Topic topic) {
        ObjectNode generated = generator.generateSchema(topic.payload());
        ObjectNode schema = JSON.createObjectNode();
        schema.set("$schema", generated.remove("$schema"));
        schema.put("$id", "urn:keyholder:schema:" + topic.topicName());
        schema.put("title", topic.payload().getSimpleName());
        schema.put(
                "description",
                docs.of(topic.payload()).orElseThrow() + " Fields that a reader does not know are ignored.");
        generated.remove("description");
        JsonNode definitions = generated.remove("$defs");
        schema.setAll(generated);
        if (AggregateState.class.isAssignableFrom(topic.payload())) {
            describeStates(schema.withObject("properties"));
        }
        if (definitions != null) {
            schema.set("$defs", definitions);
        }
        return schema;
    }

    /** What all states have, whether or not it is a component of the record. */
    private void describeStates(ObjectNode properties) {
        if (!properties.has("id")) {
            ObjectNode others = properties.deepCopy();
            properties.removeAll();
            properties
                    .putObject("id")
                    .put("type", "string")
                    .put("format", "uuid")
                    .put("description", "The key of the event, once more.");
            properties.setAll(others);
        }
        ObjectNode restrictions = JSON.createObjectNode().put("type", "array");
        restrictions.putObject("items").put("type", "string");
        restrictions.put("description", docs.ofMethod(AggregateState.class, MUST_UNDERSTAND) + " Absent: none.");
        restrictions.put("minItems", 1);
        properties.remove(MUST_UNDERSTAND);
        properties.set(MUST_UNDERSTAND, restrictions);
    }

    private static @Nullable CustomDefinition known(ResolvedType type, SchemaGenerationContext context) {
        Class<?> known = type.getErasedType();
        if (known == Sequence.class) {
            return inline(text().put("pattern", "^[0-9]+\\.[0-9]+$"));
        }
        if (known.isEnum()) {
            ObjectNode values = text();
            Arrays.stream(known.getEnumConstants())
                    .forEach(value -> values.withArray("enum").add(value.toString()));
            return inline(values);
        }
        if (known == Map.class) {
            ObjectNode texts = JSON.createObjectNode().put("type", "object");
            texts.set("additionalProperties", text());
            return inline(texts);
        }
        return known == JsonNode.class ? inline(JSON.createObjectNode()) : null;
    }

    private static ObjectNode text() {
        return JSON.createObjectNode().put("type", "string");
    }

    private static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(schema, DefinitionType.INLINE, AttributeInclusion.NO);
    }

    /** What the canonical constructor takes for absent, or what is left out when it is empty, is not. */
    private static boolean isRequired(FieldScope field) {
        Class<?> type = declaring(field);
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> canonical = canonical(type, components);
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(field.getName())) {
                AnnotatedType parameter = canonical.getAnnotatedParameterTypes()[i];
                return !parameter.isAnnotationPresent(Nullable.class) && !isLeftOut(type, components[i]);
            }
        }
        throw new IllegalStateException(type + " has no component " + field.getName());
    }

    private static boolean isLeftOut(Class<?> type, RecordComponent component) {
        JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
        boolean wholly = type.isAnnotationPresent(JsonInclude.class)
                && type.getAnnotation(JsonInclude.class).value() == Include.NON_EMPTY;
        boolean empty = own == null ? wholly : own.value() == Include.NON_EMPTY;
        return empty
                && (Collection.class.isAssignableFrom(component.getType())
                        || Map.class.isAssignableFrom(component.getType()));
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) {
        try {
            return type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> declaring(FieldScope field) {
        return field.getDeclaringType().getErasedType();
    }

    private void addRules(ObjectNode schema, String name) {
        Optional.ofNullable(rules.get(name)).ifPresent(rule -> schema.setAll((ObjectNode) rule));
    }

    private static JsonNode rules() {
        try (InputStream file = EventSchemas.class.getResourceAsStream("rules.json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code #/$defs/roomCounts}. */
    private static final class LowerCamelCase extends DefaultSchemaDefinitionNamingStrategy {
        @Override
        public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
            String name = key.getType().getErasedType().getSimpleName();
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
    }
}
