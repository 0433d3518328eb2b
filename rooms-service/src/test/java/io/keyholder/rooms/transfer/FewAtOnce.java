package io.keyholder.rooms.transfer;

import java.time.Duration;

/** Small limits for tests. */
public record FewAtOnce(long bytes, long maxConcurrentBytes, Duration maxWait, Duration uploadTimeout)
        implements ImportConfig {

    @Override
    public int rooms() {
        return 3;
    }

    @Override
    public int lines() {
        return 10;
    }

    @Override
    public int lineLength() {
        return 100;
    }

    @Override
    public int cells() {
        return 5;
    }

    @Override
    public int cellLength() {
        return 50;
    }
}
