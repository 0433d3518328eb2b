package io.keyholder.rooms.room.persistence;

import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.room.domain.RoomPlacement;
import io.keyholder.rooms.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads whose rooms are and in which groups, past the entities: there can be a million. */
@ApplicationScoped
class Placements {
    private static final int AT_ONCE = 1_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String SELECT = """
            select r.id, r.tenant_id, r.status, r.version,
                   (select string_agg(cast(m.group_id as text), ',') from room_group_member m where m.room_id = r.id)
            from room r
            """;

    private final EntityManager database;

    Placements(EntityManager database) {
        this.database = database;
    }

    List<RoomPlacement> of(Collection<UUID> roomIds) {
        return rows(database.createNativeQuery(
                        SELECT + " where r.id = any(cast(:rooms as uuid[])) order by r.id", Object[].class)
                .setParameter("rooms", SqlArray.of(roomIds))
                .getResultList());
    }

    Stream<RoomPlacement> all() {
        return Stream.iterate(
                        after(BEFORE_ALL),
                        page -> !page.isEmpty(),
                        page -> after(page.getLast().roomId()))
                .flatMap(List::stream);
    }

    private List<RoomPlacement> after(UUID id) {
        return rows(database.createNativeQuery(SELECT + " where r.id > :after order by r.id", Object[].class)
                .setParameter("after", id)
                .setMaxResults(AT_ONCE)
                .getResultList());
    }

    private static List<RoomPlacement> rows(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new RoomPlacement(
                        (UUID) row[0],
                        (UUID) row[1],
                        row[4] == null ? Set.of() : ids((String) row[4]),
                        Room.Status.valueOf((String) row[2]),
                        ((Number) row[3]).longValue()))
                .toList();
    }

    private static Set<UUID> ids(String list) {
        return Arrays.stream(list.split(",", -1)).map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
    }
}
