package io.keyholder.rooms.room.persistence;

import io.keyholder.rooms.room.application.Rooms;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.room.domain.RoomPlacement;
import io.keyholder.rooms.sql.SqlArray;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
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
        return findAll(List.of(id)).stream().findFirst();
    }

    @Override
    public Optional<Room> lock(UUID id) {
        return asRooms(rows("select * from room where id = :id for update", Map.of("id", id))).stream()
                .findFirst();
    }

    @Override
    public List<Room> findAll(Collection<UUID> ids) {
        // Groups are asked for whether or not there are such rooms: one that is hidden is not told from none by the
        // time.
        Map<UUID, Set<UUID>> byRoom = groups.of(ids);
        return forgotten(rows(
                        "select * from room where id = any(cast(:ids as uuid[]))", Map.of("ids", SqlArray.of(ids))))
                .stream()
                .map(entity -> entity.asRoom(byRoom.getOrDefault(entity.id, Set.of())))
                .toList();
    }

    @Override
    public List<Room> lockAll(UUID tenantId, Collection<UUID> ids) {
        return asRooms(rows("""
                select * from room where tenant_id = :tenant and id = any(cast(:ids as uuid[])) order by id for update
                """, Map.of("tenant", tenantId, "ids", SqlArray.of(ids))));
    }

    @Override
    public List<Room> withExternalIds(UUID tenantId, Collection<String> externalIds) {
        return externalIds.isEmpty()
                ? List.of()
                : asRooms(forgotten(rows("""
                        select * from room
                        where tenant_id = :tenant and status = 'ACTIVE' and external_id = any(cast(:ids as text[]))
                        """, Map.of("tenant", tenantId, "ids", SqlArray.ofTexts(externalIds)))));
    }

    @Override
    public void lockExternalIds(UUID tenantId) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))", Integer.class)
                .setParameter("key", "external-ids:" + tenantId)
                .getSingleResult();
    }

    @Override
    public void add(List<Room> rooms) {
        persist(rooms.stream().map(room -> new RoomEntity().take(room)));
    }

    @Override
    public void updateAll(List<Room> rooms) {
        rooms.forEach(room -> findById(room.id()).take(room));
        groups.repeat(rooms);
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

    /** Who finds a room, waits for its lock and then went by what it had found would undo what it waited for. */
    private List<RoomEntity> forgotten(List<RoomEntity> entities) {
        entities.forEach(getEntityManager()::detach);
        return entities;
    }

    @SuppressWarnings("unchecked") // The statement selects whole rows of that entity.
    private List<RoomEntity> rows(String sql, Map<String, Object> parameters) {
        Query query = getEntityManager().createNativeQuery(sql, RoomEntity.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }
}
