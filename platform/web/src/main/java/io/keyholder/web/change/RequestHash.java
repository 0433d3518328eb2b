package io.keyholder.web.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyholder.web.request.RequestFacts;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tells a repeated request from another one under the same key.
 *
 * @param bytes SHA-256 of the body as it came; all that former versions of the service kept, and compare
 * @param meaning SHA-256 of what it says: JSON in whatever order and with whatever spaces, anything else by its bytes and its
 *     type; and the query's parameters. Null with keys that a former version kept
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way to and from a column.
record RequestHash(byte[] bytes, byte @Nullable [] meaning) {
    static final RequestHash NONE = new RequestHash(new byte[0], null);

    static RequestHash of(byte[] body, RequestFacts request) {
        Optional<String> json = body.length == 0 ? Optional.of("") : CanonicalJson.of(body);
        return json.map(text -> of(sha256(body), "json\n" + text, request))
                .orElseGet(() -> ofHashed(sha256(body), request));
    }

    /** Of a body that is no JSON and was hashed before. */
    static RequestHash ofHashed(byte[] bodyHash, RequestFacts request) {
        String type = request.header(HttpHeaders.CONTENT_TYPE).orElse("");
        return of(bodyHash, type + "\n" + Arrays.toString(bodyHash), request);
    }

    private static RequestHash of(byte[] bodyHash, String whole, RequestFacts request) {
        String parameters = request.query()
                .map(query -> Stream.of(query.split("&", -1)).sorted().collect(Collectors.joining("&")))
                .orElse("");
        return new RequestHash(bodyHash, sha256((parameters + "\n" + whole).getBytes(UTF_8)));
    }

    /** Whether a key that was kept with this is repeated by a request of the other. */
    boolean isOfTheSameAs(RequestHash sent) {
        return meaning == null ? Arrays.equals(bytes, sent.bytes) : Arrays.equals(meaning, sent.meaning);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
