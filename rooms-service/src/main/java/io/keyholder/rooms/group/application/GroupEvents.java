package io.keyholder.rooms.group.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.group.domain.RoomGroup;

/** Tells the other services, and the audit log, in the transaction of the change. */
public interface GroupEvents {
    void created(RoomGroup group, Provenance by);

    void changed(RoomGroup group, Provenance by);

    void deleted(RoomGroup group, Provenance by);
}
