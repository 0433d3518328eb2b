package io.keyholder.testing.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.contracts.Topic;
import io.keyholder.testing.sources.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventSchemasTest {
    private static final Path CONTRACTS = Checkout.root().resolve("platform/contracts/src/main");

    private final SourceDocs docs = new SourceDocs(CONTRACTS.resolve("java"));
    private final EventSchemas schemas = new EventSchemas(docs);

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldBeCurrent(Topic topic) throws IOException {
        assertCurrent("schemas/" + topic.topicName() + ".schema.json", written(topic));
    }

    @Test
    void shouldBeCurrentInAsyncApi() throws IOException {
        assertCurrent("asyncapi.yaml", new AsyncApi(docs).document());
    }

    private static void assertCurrent(String name, String current) throws IOException {
        var file = CONTRACTS.resolve("resources/io/keyholder/contracts/" + name);
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(file, current);
        }
        assertThat(file)
                .as("It is generated; to bring it up to date: "
                        + "mvn -pl platform/testing -am test -Dtest=EventSchemasTest -Dregenerate")
                .hasContent(current);
    }

    private String written(Topic topic) throws IOException {
        var lines = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        return new ObjectMapper().writer(printer).writeValueAsString(schemas.of(topic)) + "\n";
    }
}
