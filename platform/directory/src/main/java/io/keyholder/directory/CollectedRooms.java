package io.keyholder.directory;

import io.keyholder.contracts.RoomState;
import io.keyholder.contracts.Sequence;
import io.keyholder.directory.DirectoryTables.Told;
import jakarta.transaction.TransactionScoped;
import java.util.ArrayList;
import java.util.List;

/** The rooms that a batch has told of so far. */
@TransactionScoped
class CollectedRooms {
    private final List<Told> rooms = new ArrayList<>();

    void add(RoomState room, Sequence sequence) {
        rooms.add(new Told(room, sequence));
    }

    List<Told> takeAll() {
        List<Told> all = List.copyOf(rooms);
        rooms.clear();
        return all;
    }
}
