package io.keyholder.rooms.room;

import io.keyholder.rooms.room.model.Room;
import io.keyholder.rooms.room.model.RoomDetails;
import io.keyholder.web.text.HumanName;
import io.keyholder.web.text.Names;
import io.keyholder.web.text.TimeZone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of a room, and may be changed. Its groups change with the groups. */
@Schema(name = "RoomRequest", description = "What is said of a room, and may be changed.")
public record RoomRequest(
        @Schema(description = "Need not be unique.", maxLength = 200, examples = "Rainier")
        @NotNull
        @HumanName(max = 200)
        String name,

        @NotNull @Valid RoomLocation location,

        @Schema(description = "How many people it seats.", examples = "12") @Min(1) @Max(100_000) @Nullable
        Integer capacity,

        @Schema(
                description = "Its time zone, by its IANA id. Days of reports and maintenance windows are local ones.",
                examples = "America/Los_Angeles")
        @TimeZone
        @Size(max = 64)
        @Nullable
        String timeZone,

        @Schema(
                description = "What the tenant's own systems call it. Unique among its managed rooms.",
                maxLength = 200,
                examples = "RES-0042")
        @HumanName(max = 200)
        @Nullable
        String externalId) {

    /** What is said of the room at present. */
    public static RoomRequest of(Room room) {
        RoomDetails details = room.details();
        return new RoomRequest(
                details.name(),
                RoomLocation.of(details.location()),
                details.capacity().orElse(null),
                details.timeZone().orElse(null),
                details.externalId().orElse(null));
    }

    public RoomDetails asDetails() {
        return new RoomDetails(
                Names.normal(name),
                location.asLocation(),
                Optional.ofNullable(capacity),
                Optional.ofNullable(timeZone),
                Optional.ofNullable(externalId).map(Names::normal));
    }
}
