package io.keyholder.directory;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.RoomGroupState;
import jakarta.inject.Singleton;

@Singleton
class RoomGroupHandler extends DirectoryHandler<RoomGroupState> {
    private final DirectoryTables tables;

    RoomGroupHandler(DirectoryTables tables) {
        super(RoomGroupState.class, tables, DirectoryTables.Table.ROOM_GROUP);
        this.tables = tables;
    }

    @Override
    public void handle(Event<RoomGroupState> event) {
        tables.take(event.data(), event.sequence());
    }
}
