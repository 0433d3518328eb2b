package io.keyholder.rooms.room.messaging;

import io.keyholder.contracts.Topic;
import io.keyholder.outbox.StateSource;
import io.keyholder.rooms.room.application.Rooms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** All rooms, for publishing them anew. */
@ApplicationScoped
class RoomStates implements StateSource {
    private final Rooms rooms;

    RoomStates(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public Topic topic() {
        return Topic.ROOMS;
    }

    @Override
    public Stream<Snapshot> all(int epoch) {
        return rooms.placements().map(room -> new Snapshot(RoomPublisher.stateOf(room), room.version()));
    }
}
