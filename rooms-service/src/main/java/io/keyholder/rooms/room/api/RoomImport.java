package io.keyholder.rooms.room.api;

import io.keyholder.rooms.room.domain.RoomDetails;
import io.keyholder.web.BodyParser;
import io.keyholder.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads an import in either of its formats. Lines count from 1, as editors show them. */
@ApplicationScoped
class RoomImport {
    static final String CSV = "text/csv";
    static final String LINES_OF_JSON = "application/x-ndjson";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final BodyParser parser;

    RoomImport(BodyParser parser) {
        this.parser = parser;
    }

    /** @throws ProblemException {@code invalid-request} naming the bad lines */
    List<RoomDetails> read(boolean csv, byte[] body) {
        String text = utf8(body);
        ImportedRooms rooms = new ImportedRooms();
        if (csv) {
            new CsvRooms(rooms, parser).read(text);
        } else {
            readJson(text, rooms);
        }
        return rooms.orRefuse();
    }

    private void readJson(String text, ImportedRooms rooms) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                rooms.line(number, () -> parser.read(line.getBytes(StandardCharsets.UTF_8), RoomRequest.class));
            }
            if (rooms.isFull()) {
                return;
            }
        }
    }

    private static String utf8(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid("body", "must be encoded in UTF-8");
        }
    }
}
