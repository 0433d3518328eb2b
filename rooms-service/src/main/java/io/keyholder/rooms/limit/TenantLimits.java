package io.keyholder.rooms.limit;

import io.keyholder.record.Limit;
import io.keyholder.rooms.limit.TenantCounts.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * What a tenant may add, in the transaction that adds it. Each method returns the limit that is reached, if one is. Rooms are counted
 * after those that are changed are locked, groups before any room is, so that transactions never deadlock.
 */
@ApplicationScoped
public class TenantLimits {
    private final LimitConfig config;
    private final TenantCounts counts;

    TenantLimits(LimitConfig config, TenantCounts counts) {
        this.config = config;
        this.counts = counts;
    }

    public Optional<Limit> addRooms(UUID tenantId, int more) {
        if (more == 0) {
            return Optional.empty();
        }
        if (!counts.add(tenantId, Kind.ROOMS, more, config.rooms())) {
            return Optional.of(rooms());
        }
        return counts.add(tenantId, Kind.ROOMS_EVER, more, config.roomsIncludingUnenrolled())
                ? Optional.empty()
                : Optional.of(roomsIncludingUnenrolled());
    }

    /** Whether so many could be added at present. */
    public Optional<Limit> wouldAddRooms(UUID tenantId, int more) {
        if (counts.count(tenantId, Kind.ROOMS) + more > config.rooms()) {
            return Optional.of(rooms());
        }
        return counts.count(tenantId, Kind.ROOMS_EVER) + more > config.roomsIncludingUnenrolled()
                ? Optional.of(roomsIncludingUnenrolled())
                : Optional.empty();
    }

    public void unenrollRoom(UUID tenantId) {
        counts.add(tenantId, Kind.ROOMS, -1, Long.MAX_VALUE);
    }

    public Optional<Limit> addGroup(UUID tenantId) {
        return counts.add(tenantId, Kind.ROOM_GROUPS, 1, config.roomGroups())
                ? Optional.empty()
                : Optional.of(new Limit("room-groups", config.roomGroups(), "room groups in a tenant"));
    }

    public void removeGroup(UUID tenantId) {
        counts.add(tenantId, Kind.ROOM_GROUPS, -1, Long.MAX_VALUE);
    }

    public Limit roomsPerGroup() {
        return new Limit("rooms-per-group", config.roomsPerGroup(), "rooms in a group");
    }

    public Limit groupsPerRoom() {
        return new Limit("groups-per-room", config.groupsPerRoom(), "groups that one room is in");
    }

    public Limit idsPerScope() {
        return new Limit("ids-per-scope", config.idsPerScope(), "rooms and groups that a delegation names");
    }

    private Limit rooms() {
        return new Limit("rooms", config.rooms(), "managed rooms in a tenant");
    }

    private Limit roomsIncludingUnenrolled() {
        return new Limit(
                "rooms-including-unenrolled",
                config.roomsIncludingUnenrolled(),
                "rooms in a tenant, unenrolled ones included");
    }
}
