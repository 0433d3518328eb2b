package io.keyholder.rooms.transfer.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.rooms.room.api.RoomAccess;
import io.keyholder.rooms.room.api.RoomSearch;
import io.keyholder.rooms.room.application.RoomFilter;
import io.keyholder.rooms.room.application.VisibleRooms;
import io.keyholder.rooms.room.domain.Reach;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.web.Access;
import jakarta.enterprise.context.RequestScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Rooms as they are exported: page by page, so that no more than a page is in memory. What the caller sees is decided anew
 * for each page: what it loses while the file is made, is in no later page.
 */
@RequestScoped
class RoomExport {
    private static final int PAGE = 1_000;

    private final VisibleRooms visibleRooms;
    private final RoomAccess roomAccess;
    private final Access access;
    private final ObjectMapper mapper;

    RoomExport(VisibleRooms visibleRooms, RoomAccess roomAccess, Access access, ObjectMapper mapper) {
        this.visibleRooms = visibleRooms;
        this.roomAccess = roomAccess;
        this.access = access;
        this.mapper = mapper;
    }

    /** What the caller sees at present of what is asked for. */
    RoomFilter filter(RoomSearch search) {
        return search.filter(access, roomAccess);
    }

    void write(RoomSearch search, RoomFile form, OutputStream out) throws IOException {
        RoomFilter filter = filter(search);
        boolean severalTenants = !filter.reaches().stream().allMatch(Reach::own);
        OutputStream buffered = new BufferedOutputStream(out);
        RoomWriter writer = switch (form) {
            case CSV -> new CsvWriting(buffered, severalTenants);
            case NDJSON -> new JsonWriting(mapper, buffered, severalTenants);
        };
        writer.flush();
        List<Room> page = visibleRooms.list(filter, List.of(), PAGE);
        while (!page.isEmpty()) {
            for (Room room : page) {
                writer.write(room);
            }
            writer.flush();
            page = page.size() < PAGE
                    ? List.of()
                    : visibleRooms.list(filter(search), filter.order().keysOf(page.getLast()), PAGE);
        }
    }
}
