package io.keyholder.rooms.transfer;

import io.keyholder.problems.CommonProblem;
import io.keyholder.web.ProblemException;
import java.util.Optional;
import java.util.UUID;

/** An import that goes on: its body, and from when it is allowed its turn. */
final class Importing implements AutoCloseable {
    private final MeteredBody body;
    private Optional<ImportSlots.Turn> turn = Optional.empty();

    Importing(MeteredBody body) {
        this.body = body;
    }

    MeteredBody body() {
        return body;
    }

    /** @throws ProblemException {@code service-unavailable} when too much is imported at present */
    void awaitTurn(ImportSlots turns, UUID tenantId, Optional<Long> bytes) {
        turn = turns.await(tenantId, bytes);
        if (turn.isEmpty()) {
            throw ProblemException.of(
                    CommonProblem.SERVICE_UNAVAILABLE,
                    "Too much is being imported at present. Send it again in a moment.");
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } finally {
            turn.ifPresent(ImportSlots.Turn::close);
        }
    }
}
