package io.keyholder.web.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A body with a field of every kind. */
@Schema(name = "NoteRequest", description = "A body with a field of every kind.")
record NoteRequest(
        @NotBlank @Size(max = 50) String name,
        @Nullable Integer seats,
        @Nullable Kind kind,
        @Nullable List<@NotBlank String> tags,
        @Nullable Instant at,
        @Nullable UUID link,
        @Nullable @Valid Place place) {

    enum Kind {
        LARGE,
        SMALL
    }

    @Schema(name = "NotePlace", description = "Where it was written.")
    record Place(@NotBlank String country, int floor) {

        Place {
            if (floor > 200) {
                throw new IllegalArgumentException("no house has so many floors");
            }
        }
    }
}
