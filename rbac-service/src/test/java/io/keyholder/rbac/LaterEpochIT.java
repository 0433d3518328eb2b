package io.keyholder.rbac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.RoomState;
import io.keyholder.contracts.Sequence;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An owner that has lost what it said of an end, with its log, says everything that there is in a later epoch. */
@QuarkusTest
class LaterEpochIT extends BetweenTwo {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void shouldForgetWhatItsOwnerDoesNotPublishAnew() {
        UUID gone = world.room(aurora);
        UUID still = world.room(aurora);

        world.published().state(new RoomState(still, aurora, List.of(), RoomState.Status.ACTIVE), new Sequence(2, 1));
        world.published().beatIn(2, "rooms-service");

        await().atMost(SOON).until(() -> world.count("known_room", "id = '" + gone + "'") == 0);
        assertThat(world.count("known_room", "id = '" + still + "' and active")).isEqualTo(1);
    }
}
