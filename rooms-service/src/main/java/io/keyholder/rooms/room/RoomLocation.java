package io.keyholder.rooms.room;

import io.keyholder.rooms.room.model.Location;
import io.keyholder.web.text.HumanName;
import io.keyholder.web.text.Names;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a room is, as it is sent and answered. */
@Schema(name = "RoomLocation", description = "Where a room is.")
public record RoomLocation(
        @Schema(description = "ISO 3166-1 alpha-2, upper case.", examples = "US") @NotNull @Country
        String country,

        @Schema(maxLength = 100, examples = "Washington") @HumanName(max = 100) @Nullable
        String state,

        @Schema(maxLength = 100, examples = "Seattle") @HumanName(max = 100) @Nullable
        String city,

        @Schema(maxLength = 100, examples = "HQ 2") @HumanName(max = 100) @Nullable
        String building,

        @Schema(maxLength = 100, examples = "12") @HumanName(max = 100) @Nullable
        String floor) {

    static RoomLocation of(Location location) {
        return new RoomLocation(
                location.country(),
                location.state().orElse(null),
                location.city().orElse(null),
                location.building().orElse(null),
                location.floor().orElse(null));
    }

    Location asLocation() {
        return new Location(country, stripped(state), stripped(city), stripped(building), stripped(floor));
    }

    private static Optional<String> stripped(@Nullable String text) {
        return Optional.ofNullable(text).map(Names::normal);
    }
}
