package io.keyholder.web.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Bodies of JSON are UTF-8 without a byte order mark (RFC 8259, 8.1). Others could be read, but not by everybody alike. */
final class Utf8 {
    private static final int WINDOW = 1024;
    private static final int LONGEST_START = 4;

    private Utf8() {}

    /** @throws ProblemException {@code invalid-request} saying what it is instead, or where it stops being UTF-8 */
    static void require(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            throw refused("must be UTF-8 without a byte order mark");
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF) || isWide(bytes)) {
            throw refused("must be UTF-8, and is UTF-16 or UTF-32");
        }
        int wrong = firstWrong(bytes);
        if (wrong >= 0) {
            throw refused("must be UTF-8, and is not at byte " + (wrong + 1));
        }
    }

    private static ProblemException refused(String message) {
        return ProblemException.invalid("body", ViolationCode.MALFORMED, message);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first character of JSON is ASCII: in wider forms a zero stands beside it. */
    private static boolean isWide(byte[] bytes) {
        for (int i = 0; i < Math.min(LONGEST_START, bytes.length); i++) {
            if (bytes[i] == 0 && bytes.length > 1) {
                return true;
            }
        }
        return false;
    }

    private static int firstWrong(byte[] bytes) {
        var decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(WINDOW);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return result.isError() ? in.position() : -1;
    }
}
