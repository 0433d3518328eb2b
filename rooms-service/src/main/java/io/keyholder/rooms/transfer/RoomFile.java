package io.keyholder.rooms.transfer;

import jakarta.ws.rs.core.MediaType;
import java.util.Locale;

/** In which form rooms are read and given out. */
public enum RoomFile {
    CSV(RoomFile.TEXT_CSV),
    NDJSON(RoomFile.LINES_OF_JSON);

    static final String TEXT_CSV = "text/csv";
    static final String LINES_OF_JSON = "application/x-ndjson";

    private final MediaType type;

    RoomFile(String type) {
        this.type = MediaType.valueOf(type);
    }

    boolean is(MediaType other) {
        return type.isCompatible(other);
    }

    /** As a {@code Content-Type}. */
    String contentType() {
        return type + "; charset=utf-8";
    }

    /** The name as a parameter, and the end of the file's. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
