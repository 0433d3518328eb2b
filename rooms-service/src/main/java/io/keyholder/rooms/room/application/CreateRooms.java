package io.keyholder.rooms.room.application;

import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.limit.application.TenantLimits;
import io.keyholder.rooms.limit.domain.Limit;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.room.domain.RoomDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Adds rooms to a tenant, one or thousands at once. Runs in the caller's transaction: all or none. */
@ApplicationScoped
public class CreateRooms {
    private final Rooms rooms;
    private final RoomEvents events;
    private final TenantLimits limits;
    private final Clock clock;

    CreateRooms(Rooms rooms, RoomEvents events, TenantLimits limits, Clock clock) {
        this.rooms = rooms;
        this.events = events;
        this.limits = limits;
        this.clock = clock;
    }

    public Room.Change create(UUID tenantId, RoomDetails details, Provenance by) {
        if (details.externalId().isPresent()) {
            rooms.lockExternalIds(tenantId);
            if (!rooms.withExternalIds(tenantId, Set.of(details.externalId().get()))
                    .isEmpty()) {
                return new Room.Change.ExternalIdTaken();
            }
        }
        Optional<Limit> reached = limits.addRooms(tenantId, 1);
        return reached.isPresent()
                ? new Room.Change.LimitReached(reached.get())
                : new Room.Change.Done(add(tenantId, List.of(details), by).getFirst());
    }

    /** Adds what has been counted, and whose external ids nobody has. */
    public List<Room> add(UUID tenantId, List<RoomDetails> all, Provenance by) {
        // As fine as the database keeps it, so that the first answer is the same as every later one.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Room> created = all.stream()
                .map(details -> Room.created(Ids.next(), tenantId, details, now))
                .toList();
        rooms.add(created);
        created.forEach(room -> events.created(room, by));
        return created;
    }
}
