package io.keyholder.rooms.transfer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.keyholder.rooms.room.RoomRequest;
import io.keyholder.rooms.room.model.Room;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rooms as lines of JSON: what an import reads. Whose they are is said where they are not all of one's own tenant. */
final class JsonWriting implements RoomWriter {
    private final OutputStream out;
    private final ObjectWriter writer;
    private final boolean severalTenants;

    JsonWriting(ObjectMapper mapper, OutputStream out, boolean severalTenants) {
        this.out = out;
        this.writer = mapper.writerFor(Line.class).without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        this.severalTenants = severalTenants;
    }

    private record Line(
            UUID id, @Nullable UUID tenantId, @JsonUnwrapped RoomRequest room) {}

    @Override
    public void write(Room room) throws IOException {
        Line line = new Line(room.id(), severalTenants ? room.tenantId() : null, RoomRequest.of(room));
        out.write(writer.writeValueAsBytes(line));
        out.write('\n');
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
