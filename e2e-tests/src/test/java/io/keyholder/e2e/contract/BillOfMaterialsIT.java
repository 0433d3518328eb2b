package io.keyholder.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each build writes down of what it packages. */
class BillOfMaterialsIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant-relationship-service",
                "invitation-service",
                "rbac-service",
                "rooms-service",
                "audit-service",
                "gateway"
            })
    void shouldListWhatTheApplicationPackages(String service) throws IOException {
        JsonNode bill = JSON.readTree(
                Path.of("..", service, "target/quarkus-run-cyclonedx.json").toFile());

        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(librariesOf(bill))
                .anyMatch(library -> library.startsWith("io.vertx:vertx-core:"))
                .anyMatch(library -> library.startsWith("io.keyholder:"))
                .noneMatch(library -> library.startsWith("org.lz4:"));
    }

    private static List<String> librariesOf(JsonNode bill) {
        Stream<JsonNode> components =
                StreamSupport.stream(bill.path("components").spliterator(), false);
        return components
                .map(component -> String.join(
                        ":",
                        component.path("group").asText(),
                        component.path("name").asText(),
                        component.path("version").asText()))
                .toList();
    }
}
