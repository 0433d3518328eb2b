package io.keyholder.rooms.transfer;

import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jboss.logging.Logger;

/**
 * The body of an import as it arrives: counted, hashed and within its time, and nonexistent held as a whole. Closed, it lets the
 * rest arrive and forgets it, for many clients do not read an answer before they have sent all.
 */
final class MeteredBody extends InputStream {
    private static final Logger LOG = Logger.getLogger(MeteredBody.class);
    private static final int AT_ONCE = 8_192;

    private final InputStream source;
    private final ImportConfig limits;
    private final MessageDigest sha256 = sha256();
    private final long begun = System.nanoTime();
    private long count;
    private boolean ended;

    MeteredBody(InputStream source, ImportConfig limits) {
        this.source = source;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws ProblemException {@code payload-too-large}, or {@code invalid-request} when it takes too long */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = ended ? -1 : source.read(into, offset, length);
        if (read < 0) {
            ended = true;
            return read;
        }
        count += read;
        sha256.update(into, offset, read);
        if (count > limits.bytes()) {
            ended = true;
            throw ProblemException.of(
                    CommonProblem.PAYLOAD_TOO_LARGE, "An import holds at most " + limits.bytes() + " bytes.");
        }
        if (System.nanoTime() - begun > limits.uploadTimeout().toNanos()) {
            ended = true;
            throw ProblemException.invalid(
                    "body",
                    ViolationCode.OUT_OF_RANGE,
                    "must arrive within " + limits.uploadTimeout().toSeconds() + " seconds");
        }
        return read;
    }

    /** Hashes what the reader had no use for. */
    void readToTheEnd() {
        byte[] rest = new byte[AT_ONCE];
        try {
            int read;
            do {
                read = read(rest, 0, rest.length);
            } while (read >= 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of all that was read. */
    byte[] hash() {
        return sha256.digest();
    }

    @Override
    public void close() {
        try {
            readToTheEnd();
        } catch (ProblemException | UncheckedIOException e) {
            LOG.debugf("event=import.rest-unread reason=\"%s\"", e.getMessage());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
