package io.keyholder.identity;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** What a request brings as its credential. */
sealed interface BearerCredential {

    String SCHEME = "Bearer ";

    /** No credential at all. */
    record Missing() implements BearerCredential {}

    /** A credential that is not one bearer token. */
    record Malformed(String reason) implements BearerCredential {}

    /** One bearer token, about which nothing is known yet. */
    record Token(String value) implements BearerCredential {}

    /** @param longest in characters; longer tokens are not looked at */
    static BearerCredential of(MultiMap headers, long longest) {
        List<String> all = headers.getAll(HttpHeaders.AUTHORIZATION);
        if (all.isEmpty()) {
            return new Missing();
        }
        if (all.size() > 1) {
            return new Malformed("There is more than one Authorization header");
        }
        String value = all.getFirst();
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Malformed("The Authorization header holds no bearer token");
        }
        if (value.length() - SCHEME.length() > longest) {
            return new Malformed("The token is longer than " + longest + " characters");
        }
        return new Token(value.substring(SCHEME.length()));
    }
}
