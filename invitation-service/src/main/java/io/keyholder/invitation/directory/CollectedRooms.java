package io.keyholder.invitation.directory;

import io.keyholder.invitation.directory.CustomerRooms.Known;
import jakarta.transaction.TransactionScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the current batch says of rooms and groups, the newest of each. It ends with the batch's transaction. */
@TransactionScoped
class CollectedRooms {
    private final Map<UUID, Known> newest = new LinkedHashMap<>();

    void add(Known heard) {
        newest.merge(heard.id(), heard, (before, now) -> now.sequence().isNewerThan(before.sequence()) ? now : before);
    }

    /** Each is given out once. */
    Collection<Known> takeAll() {
        List<Known> all = List.copyOf(newest.values());
        newest.clear();
        return all;
    }
}
