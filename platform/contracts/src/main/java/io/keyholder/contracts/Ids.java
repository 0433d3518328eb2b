package io.keyholder.contracts;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.Optional;
import java.util.UUID;

/** The one generator of ids: UUIDv7, so that keys of new rows lie side by side in an index. And their one strict reader. */
public final class Ids {
    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();
    private static final int LENGTH = 36;

    private Ids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }

    /**
     * The id that a text from outside names: 36 characters, hyphens and hexadecimal digits in their places and nothing
     * else. {@link UUID#fromString} alone also takes groups of other lengths and the digits of other scripts. Either case
     * is read, as RFC 9562 (section 4) asks of readers.
     *
     * @return empty when it is not one
     */
    public static Optional<UUID> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        for (int place = 0; place < LENGTH; place++) {
            if (!fits(text.charAt(place), place)) {
                return Optional.empty();
            }
        }
        return Optional.of(UUID.fromString(text));
    }

    private static boolean fits(char character, int place) {
        return switch (place) {
            case 8, 13, 18, 23 -> character == '-';
            default ->
                (character >= '0' && character <= '9')
                        || (character >= 'a' && character <= 'f')
                        || (character >= 'A' && character <= 'F');
        };
    }
}
