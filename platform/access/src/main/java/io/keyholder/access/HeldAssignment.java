package io.keyholder.access;

import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An assignment as decisions need it, without its members, by whom it is found. */
public record HeldAssignment(
        UUID id,
        UUID roleId,
        Sequence roleVersion,
        AccessContext context,
        Scope scope,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {

    boolean hasEnded(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }

    boolean hasStarted(Instant now) {
        return startsAt == null || !now.isBefore(startsAt);
    }
}
