package io.keyholder.web.sample;

import io.keyholder.web.answer.Version;
import io.keyholder.web.answer.Versioned;
import io.keyholder.web.shape.Expandable;
import io.keyholder.web.shape.TenantNames;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Note", description = "What was written down.")
record NoteView(
        @Expandable(as = "self", kind = "note") UUID id,

        @Expandable(as = "tenant", kind = TenantNames.TENANT)
        UUID tenantId,

        String name,
        @Nullable Integer seats,
        Version version)
        implements Versioned {

    static NoteView of(Note note) {
        return new NoteView(
                note.id(), note.tenantId(), note.name(), note.seats(), Version.of(note.id(), note.version()));
    }
}
