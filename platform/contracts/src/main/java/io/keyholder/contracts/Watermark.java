package io.keyholder.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A relay's proof that everything its service committed before a time is on the topic. It is sent to every partition of
 * the service's state topics, under a key of its own so that compaction keeps one a partition; on the audit topic, which
 * all services write, after a bulk change only.
 *
 * <p>The proof holds for one log. A topic that was deleted and made anew, or is at another Kafka, has the same name and is
 * another log: who reads a watermark that names another than before has not read what was on it.
 *
 * @param source the service whose relay says it
 * @param time by the clock of the service's database
 * @param position how far the relay has come: the epoch in which everything was last published, and the number of the last
 *     event that it sent. It never goes back; where it does, the database has
 * @param log which log the relay has published everything on, as the relay's Kafka names it
 */
public record Watermark(String source, Instant time, Sequence position, String log) {
    private static final String KEY_PREFIX = "watermark:";
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Whether a later one is of the same log in the same epoch: what is between them is all that there was. */
    public boolean isContinuedBy(Watermark later) {
        return log.equals(later.log) && later.position.epoch() <= position.epoch();
    }

    public String key() {
        return KEY_PREFIX + source;
    }

    public byte[] payload() {
        try {
            return MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
                    .put("time", time.toString())
                    .put("position", position.toString())
                    .put("log", log));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Three texts are always serialisable", e);
        }
    }

    /** Whether a record claims, by its key, to be a watermark and not an event. */
    public static boolean isWatermark(String key) {
        return key.startsWith(KEY_PREFIX);
    }

    /** Empty when the record claims to be a watermark and cannot be read: it then proves nothing. */
    public static Optional<Watermark> parse(String key, byte[] payload) {
        try {
            JsonNode said = MAPPER.readTree(payload);
            return Optional.of(new Watermark(
                    key.substring(KEY_PREFIX.length()),
                    Instant.parse(said.path("time").asText()),
                    Sequence.parse(said.path("position").asText()),
                    said.path("log").asText()));
        } catch (IOException | DateTimeException | IllegalArgumentException notAWatermark) {
            return Optional.empty();
        }
    }
}
