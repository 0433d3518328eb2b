package io.keyholder.gateway.request;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** What an answer depends on beside its address, in one line: not every client reads several. */
public final class Vary {

    private Vary() {}

    /** Adds a request's header to what the answer depends on. */
    public static void by(HttpServerResponse response, CharSequence header) {
        String known = response.headers().get(HttpHeaders.VARY);
        if (known == null) {
            response.putHeader(HttpHeaders.VARY, header);
        } else {
            response.putHeader(HttpHeaders.VARY, known + ", " + header);
        }
    }
}
