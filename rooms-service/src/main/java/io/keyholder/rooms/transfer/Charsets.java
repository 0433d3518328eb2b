package io.keyholder.rooms.transfer;

import io.keyholder.problems.CommonProblem;
import io.keyholder.web.ProblemException;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/**
 * In which charset an import comes: as its media type says, or else as its first bytes do, and else UTF-8. The mark of UTF-8
 * goes before a charset of single bytes: many clients name one that nobody chose.
 */
final class Charsets {

    private static final int LONGEST_MARK = 3;

    private Charsets() {}

    /**
     * @param bytes of which none is consumed
     * @throws ProblemException {@code unsupported-media-type} when nobody here knows the charset
     */
    static Charset of(MediaType type, BufferedInputStream bytes) throws IOException {
        byte[] beginning = beginningOf(bytes);
        String named = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (named == null) {
            return begins(beginning, 0xFE, 0xFF) || begins(beginning, 0xFF, 0xFE)
                    ? StandardCharsets.UTF_16
                    : StandardCharsets.UTF_8;
        }
        try {
            Charset said = Charset.forName(named);
            return begins(beginning, 0xEF, 0xBB, 0xBF) && !said.name().startsWith("UTF-")
                    ? StandardCharsets.UTF_8
                    : said;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw ProblemException.of(
                    CommonProblem.UNSUPPORTED_MEDIA_TYPE,
                    "The charset that `Content-Type` names is not known here. Send UTF-8, or say UTF-16 or windows-1252.");
        }
    }

    private static byte[] beginningOf(BufferedInputStream bytes) throws IOException {
        bytes.mark(LONGEST_MARK);
        byte[] beginning = bytes.readNBytes(LONGEST_MARK);
        bytes.reset();
        return beginning;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
