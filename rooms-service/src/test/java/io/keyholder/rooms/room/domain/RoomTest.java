package io.keyholder.rooms.room.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.keyholder.contracts.Ids;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final Room room =
            Room.created(Ids.next(), Ids.next(), details("Rainier"), Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void shouldBeInNoGroupAtFirst() {
        assertThat(room.groupIds()).isEmpty();
        assertThat(room.version()).isEqualTo(1);
        assertThat(room.isActive()).isTrue();
    }

    @Test
    void shouldRiseInVersionWithEachChange() {
        done(room.changedTo(details("Hood"))).satisfies(changed -> {
            assertThat(changed.name()).isEqualTo("Hood");
            assertThat(changed.version()).isEqualTo(2);
            assertThat(changed.id()).isEqualTo(room.id());
        });
    }

    @Test
    void shouldChangeNoMoreOnceUnenrolled() {
        done(room.unenrolled()).satisfies(unenrolled -> {
            assertThat(unenrolled.isActive()).isFalse();
            assertThat(unenrolled.version()).isEqualTo(2);
            assertThat(unenrolled.unenrolled()).isEqualTo(new Room.Change.AlreadyUnenrolled());
            assertThat(unenrolled.changedTo(details("Hood"))).isEqualTo(new Room.Change.AlreadyUnenrolled());
        });
    }

    private static ObjectAssert<Room> done(Room.Change change) {
        return assertThat(change)
                .asInstanceOf(type(Room.Change.Done.class))
                .extracting(Room.Change.Done::room, type(Room.class));
    }

    private static RoomDetails details(String name) {
        Location location = new Location("US", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new RoomDetails(name, location, Optional.empty(), Optional.empty());
    }
}
