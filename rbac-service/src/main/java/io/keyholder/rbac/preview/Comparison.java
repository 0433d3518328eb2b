package io.keyholder.rbac.preview;

import io.keyholder.access.AccessScope;
import io.keyholder.access.Permission;
import io.keyholder.directory.RoomDirectory;
import io.keyholder.rbac.preview.model.Preview.Difference;
import io.keyholder.rbac.preview.model.Preview.Rooms;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Compares standings over one customer's rooms. The same ones, which all members of a group have, are counted once. */
final class Comparison {
    private static final int FIRST_ROOMS = 50;

    private record Pair(Standing before, Standing after) {}

    private final RoomDirectory rooms;
    private final UUID customerId;
    private final List<AccessScope> view;
    private final Map<Pair, Difference> made = new HashMap<>();

    /** @param view the rooms that whoever asks can see: those in each of these */
    Comparison(RoomDirectory rooms, UUID customerId, List<AccessScope> view) {
        this.rooms = rooms;
        this.customerId = customerId;
        this.view = view;
    }

    Difference between(Standing before, Standing after) {
        return made.computeIfAbsent(new Pair(before, after), this::difference);
    }

    private Difference difference(Pair pair) {
        List<AccessScope> before = seen(pair.before());
        List<AccessScope> after = seen(pair.after());
        return new Difference(
                without(pair.after().permissions(), pair.before().permissions()),
                without(pair.before().permissions(), pair.after().permissions()),
                rooms.count(customerId, before),
                rooms.count(customerId, after),
                found(after, before),
                found(before, after));
    }

    private List<AccessScope> seen(Standing standing) {
        List<AccessScope> seen = new ArrayList<>(standing.reach());
        seen.addAll(view);
        return seen;
    }

    private Rooms found(List<AccessScope> within, List<AccessScope> but) {
        RoomDirectory.Found found = rooms.difference(customerId, within, but, FIRST_ROOMS);
        return new Rooms(found.count(), found.first());
    }

    private static Set<Permission> without(Set<Permission> some, Set<Permission> others) {
        EnumSet<Permission> rest = EnumSet.noneOf(Permission.class);
        rest.addAll(some);
        rest.removeAll(others);
        return rest;
    }
}
