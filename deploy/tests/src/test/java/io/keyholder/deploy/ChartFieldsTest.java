package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartFieldsTest {

    @Test
    void shouldNameNoFieldThatKubernetesDoesNotKnow() {
        List.of(Chart.rendered("podMonitor.enabled=true"), Chart.withEverything()).stream()
                .flatMap(rendered -> Chart.objects(rendered).stream())
                .forEach(KnownFields::check);
    }

    /** So that the test above can fail. */
    @ParameterizedTest
    @CsvSource({
        "Deployment,            keyholder-gateway,       /spec/template/spec/containers/0",
        "Job,                   keyholder-rbac-service-migration, /spec/template/spec",
        "HTTPRoute,             keyholder-gateway,       /spec/rules/0",
        "ServiceMonitor,        keyholder,               /spec/endpoints/0",
        "PrometheusRule,        keyholder,               /spec/groups/0/rules/0",
        "ScaledObject,          keyholder-audit-service, /spec/triggers/0",
        "ExternalSecret,        keyholder-postgresql,    /spec/data/0/remoteRef"
    })
    void shouldFindOneThatIsMisspelt(String kind, String name, String at) {
        JsonNode object = Chart.object(kind, name, Chart.withEverything());
        ((ObjectNode) object.at(at)).put("colour", "blue");

        assertThatThrownBy(() -> KnownFields.check(object)).hasMessageContaining("colour");
    }

    @Test
    void shouldNameEachObjectOfAKindOnce() {
        assertThat(Chart.objects(Chart.withEverything()))
                .extracting(object -> object.path("kind").asText() + " "
                        + object.at("/metadata/name").asText())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(50);
    }

    @Test
    void shouldKeepNamesWithinWhatKubernetesTakes() {
        assertThat(Chart.objects(Chart.withEverything()))
                .allSatisfy(object -> assertThat(object.at("/metadata/name").asText())
                        .matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?")
                        .hasSizeLessThanOrEqualTo(63));
    }
}
