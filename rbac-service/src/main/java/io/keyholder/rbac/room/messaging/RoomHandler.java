package io.keyholder.rbac.room.messaging;

import io.keyholder.contracts.DelegationState;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.RoomState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.EventHandler;
import io.keyholder.rbac.room.application.RoomTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Rooms, groups and delegations go into tables. What cannot be read covers nothing until it can. */
@ApplicationScoped
class RoomHandler implements EventHandler {
    private final RoomTables tables;
    private final CollectedRooms collected;

    RoomHandler(RoomTables tables, CollectedRooms collected) {
        this.tables = tables;
        this.collected = collected;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ROOMS, Topic.ROOM_GROUPS, Topic.DELEGATIONS);
    }

    @Override
    public void handle(Topic topic, Event<?> event) {
        switch (event.data()) {
            case RoomState room -> collected.add(room, event.sequence());
            case RoomGroupState group -> tables.take(group, event.sequence());
            case DelegationState delegation -> tables.take(delegation, event.sequence());
            default -> throw new IllegalArgumentException("Not of these topics: " + topic);
        }
    }

    /** Rooms come by the hundred thousand, when a customer imports them. */
    @Override
    public void flush() {
        tables.takeRooms(collected.takeAll());
    }

    @Override
    public void forget(Topic topic, UUID id) {
        flush();
        tables.forget(topic, id);
    }

    @Override
    public void isComplete(Topic topic, int epoch) {
        tables.forgetBefore(topic, epoch);
    }

    @Override
    public void unreadable(Topic topic, String key, EventContext context) {
        flush();
        Ids.parse(key).ifPresent(id -> tables.disable(topic, id));
    }

    @Override
    public boolean has(Topic topic, UUID id, Sequence sequence) {
        return tables.has(topic, id, sequence);
    }
}
