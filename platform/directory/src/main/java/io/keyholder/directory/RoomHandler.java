package io.keyholder.directory;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.RoomState;
import jakarta.inject.Singleton;

/** Rooms come by the hundred thousand, when a customer imports them: those of a batch are written at once. */
@Singleton
class RoomHandler extends DirectoryHandler<RoomState> {
    private final DirectoryTables tables;
    private final CollectedRooms collected;

    RoomHandler(DirectoryTables tables, CollectedRooms collected) {
        super(RoomState.class, tables, DirectoryTables.Table.ROOM);
        this.tables = tables;
        this.collected = collected;
    }

    @Override
    public void handle(Event<RoomState> event) {
        collected.add(event.data(), event.sequence());
    }

    @Override
    public void flush() {
        tables.takeRooms(collected.takeAll());
    }
}
