package io.keyholder.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemasTest {

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldNameEveryFieldAndEveryValueOfThePayload(Topic topic) {
        JsonNode schema = Schemas.of(topic).getSchemaNode();

        assertDescribes(schema, schema, topic.payload());
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldBeAsStrictAsTheReader(Topic topic) {
        Golden golden = goldenOf(topic);
        Set<String> required = names(Schemas.of(topic).getSchemaNode().get("required"));

        for (String field : fieldsOf(golden.payload())) {
            ObjectNode without = golden.payload().deepCopy();
            without.remove(field);
            boolean readable = isReadable(golden, without);
            assertThat(Schemas.of(topic).validate(without).isEmpty())
                    .as("%s without %s is valid exactly if it is readable", topic, field)
                    .isEqualTo(readable);
            assertThat(required.contains(field)).as(field).isEqualTo(!readable);
        }
    }

    @Test
    void shouldLetNoScopeNameRoomsAndMeanAll() {
        ObjectNode delegation = Golden.read("delegation.changed.v1").payload().deepCopy();
        delegation.withObject("roomScope").put("type", "ALL");

        assertThat(Schemas.of(Topic.DELEGATIONS).validate(delegation)).isNotEmpty();
    }

    @Test
    void shouldWantAnAcceptanceExactlyWhenItWasAccepted() {
        ObjectNode pending = Golden.read("invitation.accepted.v1").payload().deepCopy();
        pending.put("status", "PENDING");

        assertThat(Schemas.of(Topic.INVITATIONS).validate(pending)).isNotEmpty();
    }

    private static boolean isReadable(Golden golden, JsonNode payload) {
        try {
            new Golden(golden.topic(), golden.key(), golden.headers(), payload).decoded();
            return true;
        } catch (UnreadableEvent e) {
            return false;
        }
    }

    private static Golden goldenOf(Topic topic) {
        return Arrays.stream(EventType.values())
                .filter(type -> type.topic() == topic)
                .map(type -> Golden.read(type.ceType()))
                .findFirst()
                .orElseThrow();
    }

    private static void assertDescribes(JsonNode root, JsonNode schema, Class<?> record) {
        JsonNode properties = schema.get("properties");
        Set<String> fields = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(HashSet::new));
        if (AggregateState.class.isAssignableFrom(record)) {
            // What every state has by its interface, whether or not as a component.
            fields.addAll(List.of("id", "mustUnderstand"));
        }
        assertThat(fieldsOf(properties)).as(record.getSimpleName()).containsExactlyInAnyOrderElementsOf(fields);
        for (RecordComponent component : record.getRecordComponents()) {
            assertDescribesType(root, properties.get(component.getName()), component.getGenericType());
        }
    }

    private static void assertDescribesType(JsonNode root, JsonNode property, Type type) {
        JsonNode schema = resolved(root, property);
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            assertThat(schema.get("type").asText()).isEqualTo("object");
            assertDescribesType(root, schema.get("additionalProperties"), map.getActualTypeArguments()[1]);
        } else if (type instanceof ParameterizedType list) {
            assertThat(schema.get("type").asText()).isEqualTo("array");
            assertDescribesType(root, schema.get("items"), list.getActualTypeArguments()[0]);
        } else if (type instanceof Class<?> constants && constants.isEnum()) {
            assertThat(names(schema.get("enum")))
                    .isEqualTo(Stream.of(constants.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.toSet()));
        } else if (type instanceof Class<?> nested && nested.isRecord() && nested != Sequence.class) {
            assertDescribes(root, schema, nested);
        }
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private static Set<String> names(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static List<String> fieldsOf(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
