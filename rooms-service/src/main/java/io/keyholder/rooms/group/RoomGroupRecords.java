package io.keyholder.rooms.group;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.Topic;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Changed;
import io.keyholder.record.Records;
import io.keyholder.rooms.group.model.RoomGroup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** How room groups are stored, published and logged. Which rooms are in them, others learn from the rooms. */
@Singleton
class RoomGroupRecords extends Records<RoomGroup> {
    private final RoomGroupStore groups;

    RoomGroupRecords(RoomGroupStore groups) {
        super(Topic.ROOM_GROUPS, AuditEntry.Category.ROOM_GROUP);
        this.groups = groups;
    }

    @Override
    protected RoomGroupState state(RoomGroup group) {
        return new RoomGroupState(group.id(), group.tenantId(), RoomGroupState.Status.ACTIVE);
    }

    @Override
    public AuditSubject subject(RoomGroup group) {
        return AuditSubject.of(group.tenantId(), group.id(), group.name());
    }

    @Override
    protected Object shown(RoomGroup group) {
        return group.details();
    }

    @Override
    protected void store(List<Changed<RoomGroup>> changes) {
        changes.forEach(groups::store);
    }

    @Override
    protected Stream<Snapshot> snapshots() {
        return groups.all().map(this::snapshot);
    }
}
