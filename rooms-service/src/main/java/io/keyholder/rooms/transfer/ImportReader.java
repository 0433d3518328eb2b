package io.keyholder.rooms.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.problems.CommonProblem;
import io.keyholder.web.ProblemException;
import io.keyholder.web.body.BodyParser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an import in either of its formats as it arrives. Lines count from 1, as editors show them. */
@ApplicationScoped
class ImportReader {
    private final BodyParser parser;
    private final ObjectMapper mapper;
    private final ImportConfig limits;

    ImportReader(BodyParser parser, ObjectMapper mapper, ImportConfig limits) {
        this.parser = parser;
        this.mapper = mapper;
        this.limits = limits;
    }

    /**
     * All rooms, or those before the first line after which nothing can be read.
     *
     * @throws ProblemException {@code unsupported-media-type}, {@code payload-too-large}
     */
    ImportedRooms read(@Nullable MediaType type, ImportParameters parameters, UUID tenantId, MeteredBody body) {
        ImportedRooms rooms = new ImportedRooms(limits);
        MediaType known =
                Optional.ofNullable(type).orElseThrow(() -> ProblemException.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE));
        BufferedInputStream bytes = new BufferedInputStream(body);
        try {
            TextLines text = new TextLines(bytes, Charsets.of(known, bytes), limits);
            if (RoomFile.CSV.is(known)) {
                new CsvRooms(rooms, parser, limits, tenantId).read(text, parameters.separator());
            } else {
                new JsonRooms(rooms, parser, mapper, tenantId).read(text);
            }
        } catch (UnreadableLine unreadable) {
            rooms.bad(unreadable.line());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        body.readToTheEnd();
        return rooms;
    }
}
