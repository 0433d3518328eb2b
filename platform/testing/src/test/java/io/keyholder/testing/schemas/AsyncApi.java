package io.keyholder.testing.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The AsyncAPI document, made of topics and event types and of what their Javadoc says; headers, watermarks and tombstones,
 * which are no types, are in {@code asyncapi.yaml}.
 */
final class AsyncApi {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();
    private static final String BINDING = "0.5.0";

    private final SourceDocs docs;

    AsyncApi(SourceDocs docs) {
        this.docs = docs;
    }

    String document() throws IOException {
        ObjectNode written;
        try (InputStream file = AsyncApi.class.getResourceAsStream("asyncapi.yaml")) {
            written = (ObjectNode) YAML.readTree(file);
        }
        JsonNode components = written.remove("components");
        ObjectNode channels = written.putObject("channels");
        ObjectNode operations = written.putObject("operations");
        for (Topic topic : Topic.values()) {
            String name = camelCase(topic.topicName());
            channels.set(name, channel(topic));
            operations.set(
                    "publish" + capitalised(name),
                    operation(name, "send", "The owner's relay sends what was committed."));
            operations.set(
                    "follow" + capitalised(name),
                    operation(name, "receive", "Others apply what is newer than what they have."));
        }
        ObjectNode all = written.putObject("components");
        ObjectNode messages = all.putObject("messages");
        Arrays.stream(EventType.values()).forEach(type -> messages.set(camelCase(type.ceType()), message(type)));
        messages.setAll((ObjectNode) components.get("messages"));
        all.set("schemas", components.get("schemas"));
        return YAML.writeValueAsString(written);
    }

    private ObjectNode channel(Topic topic) {
        ObjectNode channel = YAML.createObjectNode()
                .put("address", topic.topicName())
                .put("title", topic.payload().getSimpleName())
                .put("summary", docs.ofConstant(topic))
                .put("description", description(topic));
        ObjectNode messages = channel.putObject("messages");
        Stream<String> others = topic.carriesState() ? Stream.of("tombstone", "watermark") : Stream.of("watermark");
        Stream.concat(
                        Arrays.stream(EventType.values())
                                .filter(type -> isOn(type, topic))
                                .map(type -> camelCase(type.ceType())),
                        others)
                .forEach(name -> messages.putObject(name).put("$ref", "#/components/messages/" + name));
        ObjectNode kafka = channel.putObject("bindings")
                .putObject("kafka")
                .put("topic", topic.topicName())
                .put("partitions", Topic.PARTITIONS);
        configuration(topic.configuration(), kafka.putObject("topicConfiguration"));
        kafka.put("bindingVersion", BINDING);
        return channel;
    }

    /** Those settings that AsyncAPI's binding has a place for. */
    private static void configuration(Map<String, String> broker, ObjectNode configuration) {
        ArrayNode policies = configuration.putArray("cleanup.policy");
        policies.add(broker.get("cleanup.policy"));
        for (String number : new String[] {"retention.ms", "max.message.bytes"}) {
            if (broker.containsKey(number)) {
                configuration.put(number, Long.parseLong(broker.get(number)));
            }
        }
    }

    private static boolean isOn(EventType type, Topic topic) {
        return type.topic() == topic || type.topic() == null && topic.carriesState();
    }

    private static String description(Topic topic) {
        String writer =
                topic.owner().equals("*") ? "Written by every service." : "Written by " + topic.owner() + " alone.";
        return writer
                + (topic.isDecisive()
                        ? " Access is decided by it: what cannot be read denies what it concerns."
                        : " What cannot be read goes to " + topic.deadLetters() + ".");
    }

    private ObjectNode operation(String channel, String action, String summary) {
        ObjectNode operation = YAML.createObjectNode().put("action", action).put("summary", summary);
        operation.putObject("channel").put("$ref", "#/channels/" + channel);
        return operation;
    }

    private ObjectNode message(EventType type) {
        ObjectNode message = YAML.createObjectNode()
                .put("name", type.ceType())
                .put("title", docs.ofConstant(type))
                .put("contentType", "application/json");
        message.putObject("headers").put("$ref", "#/components/schemas/headers");
        Topic topic = type.topic();
        if (topic != null) {
            message.putObject("payload")
                    .put("schemaFormat", "application/schema+json;version=draft-2020-12")
                    .putObject("schema")
                    .put("$ref", "./schemas/" + topic.topicName() + ".schema.json");
        }
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("format", "uuid").put("description", "The id of the payload.");
        kafka.put("bindingVersion", BINDING);
        return message;
    }

    /** {@code room-group.created.v1} as {@code roomGroupCreated}. */
    private static String camelCase(String name) {
        StringBuilder camelCase = new StringBuilder();
        for (String word : name.replaceAll("\\.v\\d+$", "").split("[.-]")) {
            camelCase.append(camelCase.isEmpty() ? word : capitalised(word));
        }
        return camelCase.toString();
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
