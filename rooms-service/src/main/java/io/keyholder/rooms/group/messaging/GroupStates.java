package io.keyholder.rooms.group.messaging;

import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.StateSource;
import io.keyholder.rooms.group.application.RoomGroups;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** All groups, for publishing them anew. */
@ApplicationScoped
class GroupStates implements StateSource {
    private final RoomGroups groups;

    GroupStates(RoomGroups groups) {
        this.groups = groups;
    }

    @Override
    public Topic topic() {
        return Topic.ROOM_GROUPS;
    }

    @Override
    public Stream<Snapshot> all(int epoch) {
        return groups.all()
                .map(group -> new Snapshot(
                        new RoomGroupState(group.id(), group.tenantId(), RoomGroupState.Status.ACTIVE),
                        group.version()));
    }
}
