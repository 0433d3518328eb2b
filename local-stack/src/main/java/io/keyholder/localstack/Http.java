package io.keyholder.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests to the stack's own parts. */
final class Http {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Http() {}

    /** What a part answered; status 0 if it did not. */
    record Answer(int status, String body) {}

    /** Asks again while nobody answers, or only that it cannot, until the patience ends; the last answer. */
    static Answer send(HttpRequest.Builder request, Duration patience) {
        return Await.within(patience, () -> send(request), answer -> answer.status() != 0 && answer.status() < 500);
    }

    static int status(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET()).status();
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(
                    request.timeout(TIMEOUT)
                            .version(HttpClient.Version.HTTP_1_1)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, "interrupted");
        }
    }
}
