package io.keyholder.rooms.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyholder.contracts.Ids;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rooms.room.RoomRequest;
import io.keyholder.rooms.room.model.RoomDetails;
import io.keyholder.rooms.transfer.model.ImportedRoom;
import io.keyholder.web.ProblemException;
import io.keyholder.web.body.BodyParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rooms as lines of JSON: each is what creating one takes, and may say which room it is. */
final class JsonRooms {
    private static final String ID = "id";
    private static final String TENANT_ID = "tenantId";

    private final ImportedRooms rooms;
    private final BodyParser parser;
    private final ObjectMapper mapper;
    private final UUID tenantId;

    JsonRooms(ImportedRooms rooms, BodyParser parser, ObjectMapper mapper, UUID tenantId) {
        this.rooms = rooms;
        this.parser = parser;
        this.mapper = mapper;
        this.tenantId = tenantId;
    }

    void read(TextLines text) throws IOException {
        BufferedReader reader = new BufferedReader(text);
        int number = 0;
        for (String line = reader.readLine(); line != null && !rooms.isFull(); line = reader.readLine()) {
            number++;
            text.rowTaken();
            if (!line.isBlank()) {
                take(number, line);
            }
        }
    }

    private void take(int number, String line) {
        rooms.line(number, () -> {
            ObjectNode tree = tree(line);
            if (tree == null) {
                return ImportedRoom.whole(number, Optional.empty(), request(line.getBytes(UTF_8)));
            }
            Optional<UUID> id = taken(tree, ID);
            if (!taken(tree, TENANT_ID).orElse(tenantId).equals(tenantId)) {
                throw ProblemException.invalid(
                        TENANT_ID,
                        ViolationCode.CONTRADICTORY,
                        "is another tenant's: rooms are imported into one's own");
            }
            return ImportedRoom.whole(
                    number, id, parser.read(tree, RoomRequest.class).asDetails());
        });
    }

    private RoomDetails request(byte[] line) {
        return parser.read(line, RoomRequest.class).asDetails();
    }

    /** Null where it says neither, or is no JSON: then it is read as any room, and what is wrong is said there. */
    private @Nullable ObjectNode tree(String line) {
        if (!line.contains('"' + ID + '"') && !line.contains('"' + TENANT_ID + '"')) {
            return null;
        }
        try {
            return mapper.readTree(line) instanceof ObjectNode tree ? tree : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static Optional<UUID> taken(ObjectNode tree, String field) {
        JsonNode value = tree.remove(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(Ids.parse(value.isTextual() ? value.textValue() : "")
                .orElseThrow(() -> ProblemException.invalid(field, ViolationCode.MALFORMED, "must be an id (UUID)")));
    }
}
