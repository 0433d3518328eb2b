package io.keyholder.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiTest {
    private JsonNode document;

    @BeforeEach
    void read() throws IOException {
        try (InputStream file = AsyncApiTest.class.getResourceAsStream("asyncapi.yaml")) {
            document = new YAMLMapper().readTree(file);
        }
    }

    @Test
    void shouldNameEveryTopicAndNoOther() {
        Set<String> addresses = StreamSupport.stream(document.get("channels").spliterator(), false)
                .map(channel -> channel.get("address").asText())
                .collect(Collectors.toSet());

        assertThat(addresses)
                .isEqualTo(Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldSayHowATopicIsKept(Topic topic) {
        JsonNode kafka = channel(topic).at("/bindings/kafka");
        Map<String, String> broker = topic.configuration();

        assertThat(kafka.get("partitions").asInt()).isEqualTo(Topic.PARTITIONS);
        assertThat(kafka.at("/topicConfiguration/cleanup.policy/0").asText()).isEqualTo(broker.get("cleanup.policy"));
        assertThat(kafka.at("/topicConfiguration/max.message.bytes").asText())
                .isEqualTo(broker.get("max.message.bytes"));
        assertThat(kafka.at("/topicConfiguration/retention.ms").asText(null)).isEqualTo(broker.get("retention.ms"));
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldNameEachTypeOnItsTopicWithItsSchema(Topic topic) {
        Set<String> named = new HashSet<>();
        for (JsonNode reference : channel(topic).get("messages")) {
            JsonNode message = resolved(reference);
            named.add(message.get("name").asText());
            message.at("/payload/schema")
                    .forEach(schema ->
                            assertThat(schema.asText()).isEqualTo("./schemas/" + topic.topicName() + ".schema.json"));
        }

        assertThat(named)
                .containsAll(Arrays.stream(EventType.values())
                        .filter(type -> type.topic() == topic || (type.topic() == null && topic.carriesState()))
                        .map(EventType::ceType)
                        .toList());
    }

    @Test
    void shouldNameEveryHeader() {
        Set<String> headers = new HashSet<>();
        document.at("/components/schemas/headers/properties")
                .properties()
                .forEach(header -> headers.add(header.getKey()));

        for (Event<?> event : ExpectedEvents.all().values()) {
            assertThat(headers)
                    .containsAll(EventCodec.encode(Topic.ROLES, event).headers().keySet());
        }
    }

    private JsonNode channel(Topic topic) {
        return StreamSupport.stream(document.get("channels").spliterator(), false)
                .filter(channel -> channel.get("address").asText().equals(topic.topicName()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode resolved(JsonNode reference) {
        return document.at(reference.get("$ref").asText().substring(1));
    }
}
