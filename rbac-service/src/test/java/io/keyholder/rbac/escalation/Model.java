package io.keyholder.rbac.escalation;

import io.keyholder.access.Permission;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who holds what, where and when, worked out anew each time, as simply as it can be said. Time is a few hours and what comes
 * after them. Places are rooms, and the rooms that a group, or the whole context, may yet get: a scope that names a group's
 * rooms one by one does not hold those.
 */
final class Model {
    /** The hour without an end. */
    static final int EVER_AFTER = 8;

    /** Where a permission holds that is not about rooms, whatever the scope. */
    static final String AT_ALL = "at all";

    private static final String ANY_ROOM_YET_TO_COME = "any room yet to come";

    final boolean own;
    final Map<String, Set<String>> groupsOfRooms = new LinkedHashMap<>();
    final Set<String> groups = new LinkedHashSet<>();
    final Map<String, Role> roles = new LinkedHashMap<>();
    final Map<String, Given> assignments = new LinkedHashMap<>();
    Optional<Set<Permission>> ceiling;
    Named delegation = Named.ALL;

    /** A room and a group of another tenant, which nobody here can name. */
    Named strangers = Named.NOTHING;

    boolean suspended;
    int hour;

    Model(boolean own, Optional<Set<Permission>> ceiling) {
        this.own = own;
        this.ceiling = ceiling;
    }

    /** A permission at a place in an hour. */
    record Right(Permission permission, String place, int hour) {}

    /** Somebody who acts, and what else they are called by. */
    record Person(String name, Set<String> groups, Kind kind) {
        enum Kind {
            /** Holds what assignments give. */
            MEMBER,
            /** A Global admin of the members' tenant. */
            GLOBAL_ADMIN,
            /** A Global admin of a relationship's customer. */
            CUSTOMER
        }

        Set<String> principals() {
            Set<String> all = groups.stream().map(group -> "GROUP:" + group).collect(Collectors.toSet());
            all.add("USER:" + name);
            return all;
        }
    }

    /** What a scope names. */
    record Named(boolean all, Set<String> rooms, Set<String> groups) {
        static final Named ALL = new Named(true, Set.of(), Set.of());
        static final Named NOTHING = new Named(false, Set.of(), Set.of());

        boolean isWithin(Named other) {
            return other.all || (!all && other.rooms.containsAll(rooms) && other.groups.containsAll(groups));
        }

        Set<String> ids() {
            Set<String> ids = new HashSet<>(rooms);
            ids.addAll(groups);
            return ids;
        }
    }

    /** From an hour on, and before another; before the one after {@link #EVER_AFTER}: without an end. */
    record Span(int from, int to) {
        static final Span ALWAYS = new Span(0, EVER_AFTER + 1);

        boolean isWithoutEnd() {
            return to > EVER_AFTER;
        }

        Set<Integer> hoursFrom(int now) {
            return IntStream.range(Math.max(from, now), to).boxed().collect(Collectors.toSet());
        }
    }

    record Role(boolean builtIn, boolean primaryAdmin, Set<Permission> permissions) {}

    /** An assignment. */
    record Given(String role, Named scope, Span span, Set<String> members) {
        /** Whether it gives nobody anything, from the hour on, that the other does not give as well. */
        boolean isWithin(Given other, int now) {
            return other.members.containsAll(members)
                    && scope.isWithin(other.scope)
                    && other.span.hoursFrom(now).containsAll(span.hoursFrom(now));
        }
    }

    Set<Right> rights(Person who) {
        Set<Right> rights = new HashSet<>();
        if (who.kind() == Person.Kind.GLOBAL_ADMIN && own) {
            Set<Integer> hours = Span.ALWAYS.hoursFrom(hour);
            for (Permission permission : Permission.values()) {
                add(rights, permission, Named.ALL, hours);
            }
        }
        if (who.kind() == Person.Kind.CUSTOMER) {
            return rights;
        }
        for (Given given : assignments.values()) {
            if (given.members().stream().anyMatch(who.principals()::contains)) {
                roles.get(given.role()).permissions().stream()
                        .filter(this::reaches)
                        .forEach(permission -> add(
                                rights, permission, given.scope(), given.span().hoursFrom(hour)));
            }
        }
        return rights;
    }

    private void add(Set<Right> rights, Permission permission, Named scope, Set<Integer> hours) {
        rights.addAll(needed(Set.of(permission), scope, hours));
    }

    /** What one holds who holds the permissions over the scope in these hours. */
    Set<Right> needed(Set<Permission> permissions, Named scope, Set<Integer> hours) {
        Set<Right> needed = new HashSet<>();
        Set<String> places = places(scope);
        for (Permission permission : permissions) {
            for (int at : hours) {
                places.forEach(place -> needed.add(new Right(permission, place, at)));
            }
        }
        return needed;
    }

    private Set<String> places(Named scope) {
        Set<String> places = new HashSet<>(Set.of(AT_ALL));
        if (scope.all()) {
            places.addAll(groupsOfRooms.keySet());
            groups.forEach(group -> places.add(yetToComeTo(group)));
            places.add(ANY_ROOM_YET_TO_COME);
            return places;
        }
        places.addAll(scope.rooms());
        for (String group : scope.groups()) {
            places.add(yetToComeTo(group));
            groupsOfRooms.forEach((room, in) -> {
                if (in.contains(group)) {
                    places.add(room);
                }
            });
        }
        return places;
    }

    static String yetToComeTo(String group) {
        return "a room yet to come to " + group;
    }

    boolean reaches(Permission permission) {
        return own
                || (permission.isDelegable()
                        && ceiling.map(most -> most.contains(permission)).orElse(true));
    }

    boolean isDelegated(String room) {
        return own || places(delegation).contains(room);
    }

    boolean isMember(Person who) {
        return assignments.values().stream()
                .anyMatch(given -> given.span().hoursFrom(hour).contains(hour)
                        && given.members().stream().anyMatch(who.principals()::contains));
    }

    boolean holds(Set<Right> rights, Permission permission) {
        return rights.contains(new Right(permission, AT_ALL, hour));
    }

    /** Of the ids that are named, those which whoever has these rights can see. */
    boolean canSee(Set<Right> rights, Named named) {
        return named.rooms().stream().allMatch(room -> canSeeRoom(rights, room))
                && named.groups().stream().allMatch(group -> canSeeGroup(rights, group));
    }

    private boolean canSeeRoom(Set<Right> rights, String room) {
        return rights.contains(new Right(Permission.ROOMS_VIEW, room, hour)) && isDelegated(room);
    }

    private boolean canSeeGroup(Set<Right> rights, String group) {
        boolean named = rights.contains(new Right(Permission.ROOMS_VIEW, yetToComeTo(group), hour))
                && (own || delegation.all() || delegation.groups().contains(group));
        return named
                || groupsOfRooms.entrySet().stream()
                        .anyMatch(room -> room.getValue().contains(group) && canSeeRoom(rights, room.getKey()));
    }

    /** Whether somebody stays Primary admin over all, begun and without an end, when one assignment becomes another or goes. */
    boolean losesTheLastPrimaryAdmin(String changed, Optional<Given> after) {
        Map<String, Given> then = new HashMap<>(assignments);
        then.remove(changed);
        after.ifPresent(given -> then.put(changed, given));
        return !own && hasPrimaryAdmin(assignments) && !hasPrimaryAdmin(then);
    }

    private boolean hasPrimaryAdmin(Map<String, Given> among) {
        return among.values().stream()
                .anyMatch(given -> roles.get(given.role()).primaryAdmin()
                        && given.scope().all()
                        && given.span().from() <= hour
                        && given.span().isWithoutEnd()
                        && !given.members().isEmpty());
    }

    List<Given> givenOf(String role) {
        return assignments.values().stream()
                .filter(given -> given.role().equals(role))
                .toList();
    }

    void removeRole(String role) {
        roles.remove(role);
        assignments.values().removeIf(given -> given.role().equals(role));
    }
}
