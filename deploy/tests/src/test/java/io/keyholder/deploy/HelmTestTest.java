package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code helm test} runs, with a server in the gateway's place. */
class HelmTestTest {
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final HttpServer gateway;

    HelmTestTest() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        gateway.createContext("/", exchange -> {
            exchange.sendResponseHeaders(
                    answers.getOrDefault(exchange.getRequestURI().getPath(), 404), -1);
            exchange.close();
        });
        gateway.start();
        answers.put("/q/health/ready", 200);
        answers.put("/openapi", 200);
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    private int run() throws IOException, InterruptedException {
        JsonNode container = pod().at("/spec/containers/0");
        ProcessBuilder process = new ProcessBuilder(texts(container.path("command"), container.path("args")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.environment().put("GATEWAY_HOST", gateway.getAddress().getHostString());
        process.environment()
                .put("GATEWAY_PORT", String.valueOf(gateway.getAddress().getPort()));
        return process.start().waitFor();
    }

    private static JsonNode pod() {
        return Chart.object("Pod", "keyholder-test", Chart.rendered());
    }

    private static List<String> texts(JsonNode... lists) {
        return List.of(lists).stream()
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void shouldRunInTheGatewaysOwnImageByItsService() {
        String rendered = Chart.rendered();
        JsonNode pod = Chart.object("Pod", "keyholder-test", rendered);
        JsonNode service = Chart.object("Service", "keyholder-gateway", rendered);

        assertThat(pod.at("/metadata/annotations").path("helm.sh/hook").asText())
                .isEqualTo("test");
        assertThat(pod.at("/spec/containers/0/image"))
                .isEqualTo(Chart.deployment("gateway", rendered).at("/spec/template/spec/containers/0/image"));
        assertThat(Chart.environment(pod).values().stream()
                        .map(variable -> variable.path("value").asText()))
                .containsExactly(
                        service.at("/metadata/name").asText(),
                        service.at("/spec/ports/0/port").asText());
    }

    @Test
    void shouldPassWhereTheGatewayIsReadyAndAnswers() throws IOException, InterruptedException {
        assertThat(run()).isZero();
    }

    @Test
    void shouldFailWhereTheGatewayIsNotReady() throws IOException, InterruptedException {
        answers.put("/q/health/ready", 503);

        assertThat(run()).isNotZero();
    }

    @Test
    void shouldFailWhereTheApiIsNotToBeHad() throws IOException, InterruptedException {
        answers.put("/openapi", 503);

        assertThat(run()).isNotZero();
    }

    @Test
    void shouldFailWhereNobodyListens() throws IOException, InterruptedException {
        gateway.stop(0);

        assertThat(run()).isNotZero();
    }
}
