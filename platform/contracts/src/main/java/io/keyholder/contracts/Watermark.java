package io.keyholder.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A relay's proof that everything its service committed before a time is on the topic. It is sent to every partition of
 * the service's state topics, under a key of its own so that compaction keeps one a partition; on the audit topic, which
 * all services write, after a bulk change only.
 *
 * @param source the service whose relay says it
 * @param time by the clock of the service's database
 */
public record Watermark(String source, Instant time) {
    private static final String KEY_PREFIX = "watermark:";

    public String key() {
        return KEY_PREFIX + source;
    }

    public byte[] payload() {
        return time.toString().getBytes(UTF_8);
    }

    /** Whether a record claims, by its key, to be a watermark and not an event. */
    public static boolean isWatermark(String key) {
        return key.startsWith(KEY_PREFIX);
    }

    /** Empty when the record claims to be a watermark and cannot be read: it then proves nothing. */
    public static Optional<Watermark> parse(String key, byte[] payload) {
        try {
            Instant time = Instant.parse(new String(payload, UTF_8));
            return Optional.of(new Watermark(key.substring(KEY_PREFIX.length()), time));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
