package io.keyholder.invitation.directory;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.RoomState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.invitation.directory.CustomerRooms.Kind;
import io.keyholder.invitation.directory.CustomerRooms.Known;
import io.keyholder.outbox.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps whose the rooms and room groups are: a batch in one statement, for an import brings many. */
@ApplicationScoped
class RoomHandler implements EventHandler {
    private final CustomerRooms rooms;
    private final CollectedRooms collected;

    RoomHandler(CustomerRooms rooms, CollectedRooms collected) {
        this.rooms = rooms;
        this.collected = collected;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ROOMS, Topic.ROOM_GROUPS);
    }

    @Override
    public void handle(Topic topic, Event<?> event) {
        if (event.data() instanceof RoomState room) {
            collected.add(new Known(
                    Kind.ROOM, room.id(), room.tenantId(), !room.isEnded(), room.groupIds(), event.sequence()));
        } else if (event.data() instanceof RoomGroupState group) {
            collected.add(new Known(
                    Kind.ROOM_GROUP, group.id(), group.tenantId(), !group.isEnded(), List.of(), event.sequence()));
        }
    }

    @Override
    public void flush() {
        rooms.take(collected.takeAll());
    }

    @Override
    public void forget(Topic topic, UUID id) {
        flush();
        rooms.forget(kindOf(topic), id);
    }

    @Override
    public void isComplete(Topic topic, int epoch) {
        rooms.forgetBefore(kindOf(topic), epoch);
    }

    @Override
    public void unreadable(Topic topic, String key, EventContext context) {
        flush();
        Ids.parse(key).ifPresent(id -> rooms.doubt(kindOf(topic), id));
    }

    @Override
    public boolean has(Topic topic, UUID id, Sequence sequence) {
        return rooms.has(kindOf(topic), id, sequence);
    }

    private static Kind kindOf(Topic topic) {
        return topic == Topic.ROOMS ? Kind.ROOM : Kind.ROOM_GROUP;
    }
}
