package io.keyholder.contracts;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Over which rooms something holds. ALL names no ids; SELECTED means the named rooms and the rooms of the named groups, and
 * with neither it means no room at all, never ALL.
 *
 * @param type how the rooms are named
 * @param roomIds single rooms, in order
 * @param roomGroupIds whole groups, in order
 */
public record Scope(Type type, List<UUID> roomIds, List<UUID> roomGroupIds) {

    public enum Type {
        ALL,
        SELECTED
    }

    private static final Scope ALL = new Scope(Type.ALL, List.of(), List.of());

    public Scope(Type type, @Nullable List<UUID> roomIds, @Nullable List<UUID> roomGroupIds) {
        this.type = Objects.requireNonNull(type, "type");
        this.roomIds = roomIds == null
                ? List.of()
                : List.copyOf(Set.copyOf(roomIds).stream().sorted().toList());
        this.roomGroupIds = roomGroupIds == null
                ? List.of()
                : List.copyOf(Set.copyOf(roomGroupIds).stream().sorted().toList());
        if (type == Type.ALL && !(this.roomIds.isEmpty() && this.roomGroupIds.isEmpty())) {
            throw new IllegalArgumentException("The scope ALL names no rooms and no groups");
        }
    }

    public static Scope all() {
        return ALL;
    }

    public static Scope selected(List<UUID> roomIds, List<UUID> roomGroupIds) {
        return new Scope(Type.SELECTED, roomIds, roomGroupIds);
    }

    public boolean coversAll() {
        return type == Type.ALL;
    }

    /** ALL covers the room already, and stays. */
    public Scope withRoom(UUID id) {
        return coversAll() ? this : selected(with(roomIds, id), roomGroupIds);
    }

    public Scope withoutRoom(UUID id) {
        return coversAll() ? this : selected(without(roomIds, id), roomGroupIds);
    }

    /** ALL covers the group already, and stays. */
    public Scope withRoomGroup(UUID id) {
        return coversAll() ? this : selected(roomIds, with(roomGroupIds, id));
    }

    public Scope withoutRoomGroup(UUID id) {
        return coversAll() ? this : selected(roomIds, without(roomGroupIds, id));
    }

    private static List<UUID> with(List<UUID> ids, UUID id) {
        return Stream.concat(ids.stream(), Stream.of(id)).toList();
    }

    private static List<UUID> without(List<UUID> ids, UUID id) {
        return ids.stream().filter(other -> !other.equals(id)).toList();
    }
}
