package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartPodSecurityTest {

    /** Six deployments and the test's pod; with everything the five jobs as well. */
    private static List<JsonNode> pods() {
        List<JsonNode> defaults = Chart.pods(Chart.rendered());
        List<JsonNode> everything = Chart.pods(Chart.withEverything());
        assertThat(defaults).hasSize(7);
        assertThat(everything).hasSize(12);
        return List.of(defaults, everything).stream().flatMap(List::stream).toList();
    }

    private static JsonNode gateway() {
        return Chart.object("Deployment", "keyholder-gateway", Chart.rendered()).at("/spec/template");
    }

    @Test
    void shouldSatisfyTheRestrictedProfileInEveryPod() {
        assertThat(pods())
                .allSatisfy(pod -> assertThat(PodSecurity.violations(pod)).isEmpty());
    }

    @Test
    void shouldWriteToNoImageAndKnowNoTokenInAnyPod() {
        assertThat(pods()).allSatisfy(pod -> {
            assertThat(pod.at("/spec/automountServiceAccountToken").asBoolean(true))
                    .isFalse();
            assertThat(pod.at("/spec/containers/0/securityContext/readOnlyRootFilesystem")
                            .asBoolean())
                    .isTrue();
        });
    }

    @Test
    void shouldLeaveTheUserToTheImageOrThePlatformUnlessOneIsNamed() {
        assertThat(Chart.pods(Chart.rendered())).allSatisfy(pod -> {
            assertThat(pod.findValues("runAsUser")).isEmpty();
            assertThat(pod.findValues("runAsGroup")).isEmpty();
            assertThat(pod.findValues("fsGroup")).isEmpty();
        });
        assertThat(Chart.pods(Chart.rendered("defaults.podSecurityContext.runAsUser=20001")))
                .allSatisfy(pod -> assertThat(
                                pod.at("/spec/securityContext/runAsUser").asInt())
                        .isEqualTo(20001));
    }

    /** Whether each rule can fail: a pod of ours, changed in one place. */
    @Nested
    class TheProfile {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/spec                                           | hostNetwork              | true",
                    "/spec                                           | hostPID                  | true",
                    "/spec                                           | hostIPC                  | true",
                    "/spec/volumes/0                                 | hostPath                 | {}",
                    "/spec/securityContext                           | runAsNonRoot             | false",
                    "/spec/securityContext                           | runAsUser                | 0",
                    "/spec/containers/0/securityContext              | runAsUser                | 0",
                    "/spec/containers/0/securityContext              | allowPrivilegeEscalation | true",
                    "/spec/containers/0/securityContext              | privileged               | true",
                    "/spec/containers/0/securityContext/capabilities | drop                     | []",
                    "/spec/containers/0/securityContext/capabilities | add                      | [\"SYS_ADMIN\"]",
                    "/spec/containers/0/ports/0                      | hostPort                 | 80"
                })
        void shouldForbid(String at, String field, String value) throws JsonProcessingException {
            JsonNode pod = gateway();
            ((ObjectNode) pod.at(at)).set(field, new JsonMapper().readTree(value));

            assertThat(PodSecurity.violations(pod)).containsExactly(field);
        }

        @Test
        void shouldForbidSystemCallsWithoutAFilter() {
            JsonNode pod = gateway();
            ((ObjectNode) pod.at("/spec/securityContext/seccompProfile")).put("type", "Unconfined");

            assertThat(PodSecurity.violations(pod)).containsExactly("seccomp");
        }
    }
}
