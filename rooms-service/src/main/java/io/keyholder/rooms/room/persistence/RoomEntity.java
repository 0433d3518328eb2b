package io.keyholder.rooms.room.persistence;

import io.keyholder.rooms.room.domain.Location;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.room.domain.RoomDetails;
import io.keyholder.web.text.Names;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "room")
class RoomEntity {
    @Id
    UUID id;

    @Column(name = "tenant_id")
    UUID tenantId;

    @Column
    String name;

    @Column(name = "name_key")
    String nameKey;

    @Column
    String country;

    @Column
    @Nullable
    String state;

    @Column
    @Nullable
    String city;

    @Column
    @Nullable
    String building;

    @Column
    @Nullable
    String floor;

    @Column
    @Nullable
    Integer capacity;

    @Column(name = "external_id")
    @Nullable
    String externalId;

    @Enumerated(EnumType.STRING)
    Room.Status status;

    @Column(name = "created_at")
    Instant createdAt;

    @Column
    long version;

    RoomEntity take(Room room) {
        Location location = room.details().location();
        id = room.id();
        tenantId = room.tenantId();
        name = room.name();
        nameKey = Names.key(name);
        country = location.country();
        state = location.state().orElse(null);
        city = location.city().orElse(null);
        building = location.building().orElse(null);
        floor = location.floor().orElse(null);
        capacity = room.details().capacity().orElse(null);
        externalId = room.details().externalId().orElse(null);
        status = room.status();
        createdAt = room.createdAt();
        version = room.version();
        return this;
    }

    Room asRoom(Set<UUID> groupIds) {
        Location location = new Location(
                country,
                Optional.ofNullable(state),
                Optional.ofNullable(city),
                Optional.ofNullable(building),
                Optional.ofNullable(floor));
        RoomDetails details =
                new RoomDetails(name, location, Optional.ofNullable(capacity), Optional.ofNullable(externalId));
        return new Room(id, tenantId, details, status, groupIds, createdAt, version);
    }
}
