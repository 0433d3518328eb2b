package io.keyholder.identity;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Base64url as RFC 7515 has it: without padding, white space and bits left over, so that nothing can be written in two
 * ways. Java's decoder is not as strict.
 */
final class StrictBase64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private StrictBase64Url() {}

    /** @throws IllegalArgumentException when it is anything else */
    static byte[] decode(String text) {
        byte[] decoded = Base64.getUrlDecoder().decode(text);
        if (!ENCODER.encodeToString(decoded).equals(text)) {
            throw new IllegalArgumentException("Not the plain form of base64url");
        }
        return decoded;
    }

    /** @throws IllegalArgumentException when it is anything else, or not UTF-8 */
    static String decodeText(String text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decode(text)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("Not UTF-8", e);
        }
    }
}
