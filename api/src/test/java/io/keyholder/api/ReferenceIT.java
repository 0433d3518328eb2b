package io.keyholder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.gateway.openapi.ApiDocument;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads what the services' builds have written down, and so runs after them. */
class ReferenceIT {
    private static final List<String> SERVICES = List.of("tenant-relationship", "invitation", "rbac", "rooms", "audit");

    @Test
    void shouldBeCurrent() throws IOException {
        JsonNode made = new ObjectMapper().readTree(merged().encode());
        if (System.getProperty("regenerate") != null) {
            Files.writeString(ApiFiles.PRESENT, pretty(made));
        }

        assertThat(ApiFiles.read(ApiFiles.PRESENT).equals(made))
                .as("whether api/openapi.json is what the gateway would serve; docs/api.md says how to make it anew")
                .isTrue();
    }

    private static JsonObject merged() throws IOException {
        Map<String, JsonObject> services = new LinkedHashMap<>();
        for (String service : SERVICES) {
            Path described = Path.of("..", service + "-service", "target/openapi/openapi.json");
            services.put(service, new JsonObject(Files.readString(described)));
        }
        return ApiDocument.ofRelease(System.getProperty("release"), services);
    }

    private static String pretty(JsonNode document) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE)
                .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE)
                .withSeparators(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator("")
                        .withObjectEmptySeparator(""));
        return new ObjectMapper().writer(printer).writeValueAsString(document) + "\n";
    }
}
