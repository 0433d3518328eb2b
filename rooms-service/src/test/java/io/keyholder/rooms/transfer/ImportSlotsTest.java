package io.keyholder.rooms.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.Ids;
import io.keyholder.rooms.transfer.ImportSlots.Turn;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ImportSlotsTest {
    private final UUID aurora = Ids.next();
    private final UUID borealis = Ids.next();
    private final UUID solstice = Ids.next();

    private static ImportSlots turns(Duration patience) {
        return new ImportSlots(new FewAtOnce(100, 200, patience, Duration.ofSeconds(1)));
    }

    @Test
    void shouldLetNoMoreBytesInAtOnce() {
        ImportSlots turns = turns(Duration.ZERO);

        assertThat(turns.await(aurora, Optional.of(100L))).isPresent();
        assertThat(turns.await(borealis, Optional.empty())).isPresent();
        assertThat(turns.await(solstice, Optional.of(1L))).isEmpty();
    }

    @Test
    void shouldLeaveHalfToOthers() {
        ImportSlots turns = turns(Duration.ZERO);

        assertThat(turns.await(aurora, Optional.of(100L))).isPresent();
        assertThat(turns.await(aurora, Optional.of(1L))).isEmpty();
        assertThat(turns.await(borealis, Optional.of(1L))).isPresent();
    }

    @Test
    void shouldWaitForATurnThatEnds() {
        ImportSlots turns = turns(Duration.ofSeconds(30));
        Turn first = turns.await(aurora, Optional.of(100L)).orElseThrow();

        CompletableFuture<Optional<Turn>> second =
                CompletableFuture.supplyAsync(() -> turns.await(aurora, Optional.of(100L)));
        first.close();

        assertThat(second.join()).isPresent();
    }
}
