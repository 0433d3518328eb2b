package io.keyholder.rooms.room.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Ids;
import io.keyholder.problems.RoomProblem;
import io.keyholder.record.Changed;
import io.keyholder.record.Outcome;
import io.keyholder.record.Refused;
import io.keyholder.record.Unchanged;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

    private final Room room =
            Room.create(Ids.next(), Ids.next(), details("Rainier"), THEN).after();

    @Test
    void shouldBeInNoGroupAtFirst() {
        assertThat(room.groupIds()).isEmpty();
        assertThat(room.version()).isEqualTo(1);
        assertThat(room.isActive()).isTrue();
    }

    @Test
    void shouldRiseInVersionWithEachChange() {
        Outcome<Room> outcome = room.change(details("Hood"), NOW);

        after(outcome, EventType.ROOM_CHANGED).satisfies(changed -> {
            assertThat(changed.name()).isEqualTo("Hood");
            assertThat(changed.version()).isEqualTo(2);
            assertThat(changed.id()).isEqualTo(room.id());
            assertThat(changed.createdAt()).isEqualTo(THEN);
            assertThat(changed.updatedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void shouldNotChangeIntoWhatItIs() {
        assertThat(room.change(details("Rainier"), NOW)).isEqualTo(new Unchanged<>(room));
    }

    @Test
    void shouldChangeNoMoreOnceUnenrolled() {
        after(room.unenroll(NOW), EventType.ROOM_UNENROLLED).satisfies(unenrolled -> {
            assertThat(unenrolled.isActive()).isFalse();
            assertThat(unenrolled.version()).isEqualTo(2);
            assertThat(unenrolled.unenroll(NOW)).isEqualTo(Refused.because(RoomProblem.ROOM_UNENROLLED));
            assertThat(unenrolled.change(details("Hood"), NOW)).isEqualTo(Refused.because(RoomProblem.ROOM_UNENROLLED));
        });
    }

    private static ObjectAssert<Room> after(Outcome<Room> outcome, EventType event) {
        return assertThat(outcome)
                .asInstanceOf(type(Changed.class))
                .satisfies(changed -> assertThat(changed.event()).isEqualTo(event))
                .extracting(Changed::after, type(Room.class));
    }

    private static RoomDetails details(String name) {
        Location location = new Location("US", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new RoomDetails(name, location, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
