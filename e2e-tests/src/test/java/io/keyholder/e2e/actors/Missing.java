package io.keyholder.e2e.actors;

import java.util.UUID;

/** Ids of nothing. */
public final class Missing {

    private Missing() {}

    /** In the form of the platform's own ids: version 7. */
    public static String id() {
        UUID random = UUID.randomUUID();
        long time = System.currentTimeMillis() << 16;
        return new UUID(time | 0x7000 | random.getMostSignificantBits() & 0xFFF, random.getLeastSignificantBits())
                .toString();
    }
}
