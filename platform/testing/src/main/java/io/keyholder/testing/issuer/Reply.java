package io.keyholder.testing.issuer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP answer of a {@link TestIssuer}; a hostile one is made from the honest one. Immutable. */
public record Reply(int status, Map<String, String> headers, String body, Duration delay) {

    public Reply {
        headers = Map.copyOf(headers);
    }

    /** 200 with this JSON, at once. */
    public static Reply json(String body) {
        return new Reply(200, Map.of("Content-Type", "application/json"), body, Duration.ZERO);
    }

    /** The same with another status. */
    public Reply status(int other) {
        return new Reply(other, headers, body, delay);
    }

    /** The same with another body. */
    public Reply body(String other) {
        return new Reply(status, headers, other, delay);
    }

    /** The same, that much later. */
    public Reply after(Duration wait) {
        return new Reply(status, headers, body, wait);
    }

    /** A redirect to this address. */
    public Reply redirectTo(String url) {
        Map<String, String> redirected = new LinkedHashMap<>(headers);
        redirected.put("Location", url);
        return new Reply(302, redirected, "", delay);
    }

    /** The same JSON, still valid, with white space up to this many bytes. */
    public Reply paddedTo(int bytes) {
        return body(body + " ".repeat(Math.max(0, bytes - body.length())));
    }
}
