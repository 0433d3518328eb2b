package io.keyholder.web.change;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Map;

/**
 * An answer as it is sent, and as it is kept with its idempotency key.
 *
 * @param bodyHash SHA-256 of the request's body
 * @param body empty: none
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way to and from a column; never compared.
record StoredAnswer(byte[] bodyHash, int status, Map<String, String> headers, byte[] body) {

    Response toResponse() {
        ResponseBuilder answer = Response.status(status);
        headers.forEach(answer::header);
        return body.length == 0 ? answer.build() : answer.entity(body).build();
    }
}
