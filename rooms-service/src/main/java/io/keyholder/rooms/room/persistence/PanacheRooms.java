package io.keyholder.rooms.room.persistence;

import io.keyholder.rooms.room.application.Rooms;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.room.domain.RoomPlacement;
import io.keyholder.rooms.sql.SqlArray;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class PanacheRooms implements Rooms, PanacheRepositoryBase<RoomEntity, UUID> {
    private final GroupsOfRooms groups;
    private final Placements placements;

    PanacheRooms(GroupsOfRooms groups, Placements placements) {
        this.groups = groups;
        this.placements = placements;
    }

    @Override
    public Optional<Room> find(UUID id) {
        return findByIdOptional(id).map(this::asRoom);
    }

    @Override
    public Optional<Room> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(this::asRoom);
    }

    @Override
    @SuppressWarnings("unchecked") // The statement selects whole rows of that entity.
    public List<Room> findAll(Collection<UUID> ids) {
        return asRooms(getEntityManager()
                .createNativeQuery("select * from room where id = any(cast(:ids as uuid[]))", RoomEntity.class)
                .setParameter("ids", SqlArray.of(ids))
                .getResultList());
    }

    @Override
    public void add(List<Room> rooms) {
        persist(rooms.stream().map(room -> new RoomEntity().take(room)));
    }

    @Override
    public void update(Room room) {
        findById(room.id()).take(room);
        groups.repeat(room);
    }

    @Override
    public List<RoomPlacement> placements(Collection<UUID> ids) {
        return placements.of(ids);
    }

    @Override
    public Stream<RoomPlacement> placements() {
        return placements.all();
    }

    List<Room> asRooms(List<RoomEntity> entities) {
        Map<UUID, Set<UUID>> byRoom =
                groups.of(entities.stream().map(entity -> entity.id).toList());
        return entities.stream()
                .map(entity -> entity.asRoom(byRoom.getOrDefault(entity.id, Set.of())))
                .toList();
    }

    private Room asRoom(RoomEntity entity) {
        return asRooms(List.of(entity)).getFirst();
    }
}
