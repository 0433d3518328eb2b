package io.keyholder.rooms.transfer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much an import may hold, and how many go on at once. */
@ConfigMapping(prefix = "keyholder.rooms.imports")
public interface ImportConfig {

    /** The longest body, in bytes. The gateway has a limit of its own. */
    @WithDefault("16777216")
    long bytes();

    /** The most rooms. */
    @WithDefault("10000")
    int rooms();

    /** The most lines, empty ones and those within quotes included. */
    @WithDefault("50000")
    int lines();

    /** The longest line, in characters. */
    @WithDefault("16384")
    int lineLength();

    /** The most cells in a row of CSV. */
    @WithDefault("64")
    int cells();

    /** The longest cell of CSV, in characters. */
    @WithDefault("2000")
    int cellLength();

    /**
     * How many bytes of bodies a process imports at once. Each import counts with as many as it is long, and with half
     * of the longest at least, for what it becomes takes memory too. A tenant has half of it at most.
     */
    @WithDefault("16777216")
    long maxConcurrentBytes();

    /** How long an import waits for its turn before it is answered with 503. */
    @WithDefault("10S")
    Duration maxWait();

    /** How long the body of an import may take to arrive. */
    @WithDefault("60S")
    Duration uploadTimeout();
}
