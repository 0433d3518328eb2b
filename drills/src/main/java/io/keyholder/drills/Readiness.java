package io.keyholder.drills;

import io.keyholder.drills.history.Finding;
import io.keyholder.localstack.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether a service says that it is ready, or not, hangs on nothing: an orchestrator that hears nothing kills. */
record Readiness(LocalStack stack) {
    /** A second, and one more for a machine that has other things to do. */
    private static final Duration WITHIN = Duration.ofSeconds(2);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Asks each service once, but for the one that cannot answer. */
    List<Finding> violations(Optional<String> silent) {
        return stack.names().stream()
                .filter(name -> stack.databaseOf(name).isPresent())
                .filter(name -> !silent.equals(Optional.of(name)))
                .filter(name -> !answers(name))
                .map(name -> new Finding("readiness", name + " did not say within " + WITHIN.toSeconds() + " s"))
                .toList();
    }

    private boolean answers(String service) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.serviceUrl(service) + "/q/health/ready"))
                .timeout(WITHIN)
                .build();
        try {
            HTTP.send(request, BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
