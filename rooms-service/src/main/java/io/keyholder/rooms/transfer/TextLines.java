package io.keyholder.rooms.transfer;

import io.keyholder.problems.ViolationCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;

/**
 * Text as it is decoded from a stream, a buffer at a time. It counts lines and their lengths as it hands them on, and ends
 * with an {@link UnreadableLine} at the first that is too much, or whose bytes are none of the charset's: what comes after
 * is never looked at.
 */
final class TextLines extends Reader {
    private static final int BUFFER = 8_192;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream bytes;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ImportConfig limits;
    private final ByteBuffer undecoded = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer decoded = CharBuffer.allocate(BUFFER).flip();
    private int line = 1;
    private int lineLength;
    private int rowLength;
    private boolean afterReturn;
    private boolean begun;
    private boolean malformed;
    private boolean ended;
    private boolean flushed;

    TextLines(InputStream bytes, Charset charset, ImportConfig limits) {
        this.bytes = bytes;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.limits = limits;
    }

    /** The number of the line that the next character is in. */
    int line() {
        return line;
    }

    /** A row has ended that may have had several lines. */
    void rowTaken() {
        rowLength = 0;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (!decoded.hasRemaining() && !decode()) {
            return -1;
        }
        int count = Math.min(length, decoded.remaining());
        decoded.get(into, offset, count);
        for (int i = offset; i < offset + count; i++) {
            count(into[i]);
        }
        return count;
    }

    @Override
    public void close() {
        // The body is its owner's to close.
    }

    /** Whether there is more. Characters before a malformed one are handed on first. */
    private boolean decode() throws IOException {
        while (!flushed) {
            if (malformed) {
                throw new UnreadableLine(line, ViolationCode.MALFORMED, "is not encoded in " + charset.name());
            }
            decoded.clear();
            CoderResult result = decoder.decode(undecoded, decoded, ended);
            malformed = result.isError();
            if (ended && result.isUnderflow()) {
                decoder.flush(decoded);
                flushed = true;
            }
            decoded.flip();
            withoutByteOrderMark();
            if (decoded.hasRemaining()) {
                return true;
            }
            if (!malformed && !flushed) {
                fill();
            }
        }
        return false;
    }

    private void withoutByteOrderMark() {
        if (!begun && decoded.hasRemaining()) {
            begun = true;
            if (decoded.get(decoded.position()) == BYTE_ORDER_MARK) {
                decoded.get();
            }
        }
    }

    private void fill() throws IOException {
        undecoded.compact();
        int read = bytes.read(undecoded.array(), undecoded.position(), undecoded.remaining());
        if (read < 0) {
            ended = true;
        } else {
            undecoded.position(undecoded.position() + read);
        }
        undecoded.flip();
    }

    private void count(char next) {
        boolean ends = next == '\r' || next == '\n';
        if (ends && !(next == '\n' && afterReturn)) {
            line++;
            lineLength = 0;
        } else if (!ends) {
            lineLength++;
        }
        afterReturn = next == '\r';
        rowLength++;
        requireLimits();
    }

    private void requireLimits() {
        if (line > limits.lines() + 1) {
            throw new UnreadableLine(
                    line - 1,
                    ViolationCode.TOO_LONG,
                    "is one too many: an import has at most " + of(limits.lines()) + " lines");
        }
        if (lineLength > limits.lineLength()) {
            throw new UnreadableLine(
                    line, ViolationCode.TOO_LONG, "is longer than " + of(limits.lineLength()) + " characters");
        }
        // What was read ahead of the row counts too.
        if (rowLength > limits.cells() * limits.cellLength() + BUFFER) {
            throw new UnreadableLine(
                    line, ViolationCode.TOO_LONG, "belongs to a row that is too long: is a quote left open?");
        }
    }

    private static String of(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
