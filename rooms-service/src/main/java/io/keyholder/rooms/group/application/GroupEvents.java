package io.keyholder.rooms.group.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.group.domain.RoomGroup;
import java.util.Collection;
import java.util.UUID;

/** Tells the other services, and the audit log, in the transaction of the change. */
public interface GroupEvents {
    /** @param roomIds its first rooms */
    void created(RoomGroup group, Collection<UUID> roomIds, Provenance by);

    /**
     * @param joined the rooms that are in it only now
     * @param left the rooms that are in it no more
     */
    void changed(RoomGroup before, RoomGroup after, Collection<UUID> joined, Collection<UUID> left, Provenance by);

    void deleted(RoomGroup group, Collection<UUID> roomIds, Provenance by);
}
