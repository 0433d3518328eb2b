package io.keyholder.web.answer;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer as it is sent, and as it is stored with its idempotency key.
 *
 * @param body empty: none
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way to and from a column; never compared.
public record RenderedAnswer(int status, Map<String, String> headers, byte[] body) {

    /** The same with one more header. */
    public RenderedAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new RenderedAnswer(status, more, body);
    }
}
