package io.keyholder.localstack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Sends the story's requests as an integrator's client should: with an {@code Idempotency-Key} on each POST, so that it
 * can be sent again when a service was away, and with the last change's {@code Keyholder-Consistency}, so that each
 * request sees what was done before.
 */
final class Client {
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String gatewayUrl;
    private final SignIn signIn;
    private final Stage stage;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private String consistency = "";

    Client(String gatewayUrl, SignIn signIn, Stage stage) {
        this.gatewayUrl = gatewayUrl;
        this.signIn = signIn;
        this.stage = stage;
    }

    String idOf(String userName) {
        return signIn.idOf(userName);
    }

    /** A request on stage: shown, and refused to go on when its answer has another status. */
    Reply show(int expected, Call call) {
        stage.request(call.asCurl(gatewayUrl));
        Reply reply = send(call);
        stage.answer(reply.status(), reply.summary());
        if (reply.status() != expected) {
            throw new UnexpectedAnswer("The story expects " + expected + " here, and this was the answer:\n"
                    + reply.status() + " " + reply.text());
        }
        return reply;
    }

    /** A request behind the scenes. */
    Reply send(Call call) {
        Instant until = Instant.now().plus(PATIENCE);
        String key = UUID.randomUUID().toString();
        while (true) {
            String reason;
            try {
                Reply reply = new Reply(http.send(request(call, key), HttpResponse.BodyHandlers.ofString()));
                if (!AWAY.contains(reply.status()) || Instant.now().isAfter(until)) {
                    reply.response()
                            .headers()
                            .firstValue("Keyholder-Consistency")
                            .ifPresent(t -> consistency = t);
                    return reply;
                }
                reason = reply.status() + " " + reply.json().path("title").asText();
            } catch (IOException e) {
                if (Instant.now().isAfter(until)) {
                    throw new UnexpectedAnswer(gatewayUrl + " does not answer: run ./keyholder up");
                }
                reason = "no answer";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnexpectedAnswer("interrupted");
            }
            stage.waiting(reason);
            pause();
        }
    }

    private HttpRequest request(Call call, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gatewayUrl + call.path()))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + signIn.token(call.user()))
                .method(
                        call.method(),
                        call.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(call.body()));
        for (Map.Entry<String, String> header : call.headers().entrySet()) {
            request.header(header.getKey(), header.getValue());
        }
        if (call.method().equals("POST")) {
            request.header("Idempotency-Key", key);
        }
        if (!consistency.isEmpty()) {
            request.header("Keyholder-Consistency", consistency);
        }
        return request.build();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
