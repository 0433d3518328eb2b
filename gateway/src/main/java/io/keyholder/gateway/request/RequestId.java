package io.keyholder.gateway.request;

import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ThreadLocalRandom;

/** The id that request, answer and log line share. A client's own is kept when it is one. */
public final class RequestId {
    /** The header that carries it. */
    public static final String HEADER = "X-Request-Id";

    private static final int MAX_LENGTH = 64;

    private RequestId() {}

    /** Gives the request, and its answer, an id. */
    public static void give(HttpServerRequest request) {
        String sent = request.getHeader(HEADER);
        String id = sent != null && isWellFormed(sent) ? sent : next();
        request.headers().set(HEADER, id);
        request.response().putHeader(HEADER, id);
    }

    private static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return Long.toHexString(random.nextLong() | Long.MIN_VALUE)
                + Long.toHexString(random.nextLong() | Long.MIN_VALUE);
    }

    private static boolean isWellFormed(String id) {
        if (id.isEmpty() || id.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean isAlphanumeric = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!isAlphanumeric && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }
}
