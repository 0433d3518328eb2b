package io.keyholder.web.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A body with a field of every kind. */
record NoteRequest(
        @NotBlank @Size(max = 50) String name,
        Integer seats,
        Kind kind,
        List<@NotBlank String> tags,
        Instant at,
        UUID link,
        @Valid Place place) {

    enum Kind {
        LARGE,
        SMALL
    }

    record Place(@NotBlank String country, int floor) {

        Place {
            if (floor > 200) {
                throw new IllegalArgumentException("no house has so many floors");
            }
        }
    }
}
