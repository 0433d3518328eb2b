package io.keyholder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Deployment;
import io.keyholder.localstack.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Dashboards and alerts name metrics; the processes must have them. */
class MetricsIT {
    private static final Path OBSERVABILITY = Path.of("..", "deploy", "observability");
    private static final Pattern METRIC = Pattern.compile("\\b(?:keyholder|http_server|kafka|agroal|jvm|process)_\\w+");

    private final Deployment deployment = Deployment.current();

    @Test
    void shouldHaveEveryMetricThatADashboardOrAnAlertNames() throws Exception {
        Assumptions.assumeTrue(deployment.stack().isPresent(), "metrics are not shown to clients");
        LocalStack stack = deployment.stack().orElseThrow();
        Set<String> shown = new TreeSet<>();
        for (String url : stack.metricsUrls()) {
            scrape(url)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(MetricsIT::name)
                    .forEach(shown::add);
        }

        assertThat(shown).containsAll(named());
    }

    private static Set<String> named() throws IOException {
        try (Stream<Path> dashboards = Files.list(OBSERVABILITY.resolve("dashboards"))) {
            List<Path> files = Stream.concat(dashboards, Stream.of(OBSERVABILITY.resolve("rules/keyholder.yml")))
                    .toList();
            return files.stream()
                    .flatMap(file -> METRIC.matcher(read(file)).results())
                    .map(found -> found.group())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String name(String line) {
        return line.split("[{ ]", 2)[0];
    }

    private static String scrape(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
