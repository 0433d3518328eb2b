package io.keyholder.rooms.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.rooms.reach.RoomAccess;
import io.keyholder.rooms.reach.model.Reach;
import io.keyholder.rooms.room.RoomFilter;
import io.keyholder.rooms.room.RoomSearch;
import io.keyholder.rooms.room.RoomStore;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.web.Access;
import io.keyholder.web.list.Results;
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

    private final RoomStore rooms;
    private final RoomAccess roomAccess;
    private final Access access;
    private final ObjectMapper mapper;

    RoomExport(RoomStore rooms, RoomAccess roomAccess, Access access, ObjectMapper mapper) {
        this.rooms = rooms;
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
        List<Room> page = rooms.search(filter).page(List.of(), PAGE);
        while (!page.isEmpty()) {
            for (Room room : page) {
                writer.write(room);
            }
            writer.flush();
            page = page.size() < PAGE ? List.of() : nextPage(search, page.getLast());
        }
    }

    private List<Room> nextPage(RoomSearch search, Room last) {
        Results<Room> results = rooms.search(filter(search));
        return results.page(results.keysOf(last), PAGE);
    }
}
