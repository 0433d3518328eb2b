package io.keyholder.web.sample;

import io.keyholder.web.change.Versioned;
import io.keyholder.web.change.Versions;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Note", description = "What was written down.")
record NoteView(
        UUID id,
        String name,
        @Nullable Integer seats,
        @Schema(description = Versioned.DESCRIPTION) String version) implements Versioned {

    static NoteView of(Note note, Versions versions) {
        return new NoteView(note.id(), note.name(), note.seats(), versions.of(note.id(), note.version()));
    }
}
