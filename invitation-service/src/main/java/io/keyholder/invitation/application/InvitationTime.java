package io.keyholder.invitation.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The present, as exact as the database keeps it: an answer shows the same times as every later reading. */
@ApplicationScoped
public class InvitationTime {
    private final Clock clock;

    InvitationTime(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
