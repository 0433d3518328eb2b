package io.keyholder.rbac.room.application;

import io.keyholder.contracts.DelegationState;
import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.RoomState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import java.util.List;
import java.util.UUID;

/** Where others' rooms, groups and delegations are kept. Each take keeps the newer of what is told and what is known. */
public interface RoomTables {

    /** What an event says of a room. */
    record Told(RoomState room, Sequence sequence) {}

    void takeRooms(List<Told> rooms);

    void take(RoomGroupState group, Sequence sequence);

    void take(DelegationState delegation, Sequence sequence);

    /** Lets it cover nothing until something newer is told of it. */
    void disable(Topic topic, UUID id);

    void forget(Topic topic, UUID id);

    /** Forgets what was last heard of in an older epoch. */
    void forgetBefore(Topic topic, int epoch);

    boolean has(Topic topic, UUID id, Sequence sequence);
}
