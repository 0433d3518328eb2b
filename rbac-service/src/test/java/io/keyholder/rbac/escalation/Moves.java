package io.keyholder.rbac.escalation;

import io.keyholder.access.Permission;
import io.keyholder.rbac.escalation.Model.Given;
import io.keyholder.rbac.escalation.Model.Named;
import io.keyholder.rbac.escalation.Model.Person;
import io.keyholder.rbac.escalation.Model.Span;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Chooses moves by chance: three in four that the model allows, the others ones that it refuses, most of these by a little. A number chooses the same
 * move wherever the same is possible, so that a sequence can be played again, and again without some of its moves.
 */
final class Moves {
    static final List<String> MEMBERS =
            List.of("USER:bob", "USER:cleo", "USER:dan", "USER:night", "GROUP:night", "GROUP:leads");

    private static final int DRAWS = 30;
    private static final List<Permission> PERMISSIONS =
            List.of(Permission.ROOMS_VIEW, Permission.ROOMS_MODIFY, Permission.INCIDENTS_VIEW);

    private final Model model;
    private final List<Person> people;

    Moves(Model model, List<Person> people) {
        this.model = model;
        this.people = people;
    }

    /** @param rules for the model as it is */
    Move choose(long number, Rules rules) {
        Random random = new Random(number);
        int kind = random.nextInt(100);
        if (kind < 18) {
            return event(random);
        }
        boolean legal = random.nextInt(4) > 0;
        boolean near = random.nextInt(4) > 0;
        Predicate<Move.Request> wanted =
                request -> legal == rules.refusals(request).isEmpty() && (legal || !near || rules.isNearMiss(request));
        Person by = actor(random, rules, !legal && near);
        Move.Request request = request(random, by);
        for (int i = 0; i < DRAWS && !wanted.test(request); i++) {
            request = request(random, by);
        }
        return request;
    }

    /** Mostly somebody who may do something at all, and of these mostly one who may not do everything. */
    private Person actor(Random random, Rules rules, boolean deputy) {
        List<Person> deputies = people.stream().filter(rules::isDeputy).toList();
        List<Person> able = people.stream()
                .filter(person -> person.kind() != Person.Kind.CUSTOMER
                        && model.holds(rules.rights(person), Permission.ROLES_MODIFY))
                .toList();
        if (!deputies.isEmpty() && (deputy || random.nextInt(3) > 0)) {
            return one(random, deputies);
        }
        return able.isEmpty() || random.nextInt(6) == 0 ? one(random, people) : one(random, able);
    }

    /** Half of the time none. */
    static Optional<Set<Permission>> ceiling(Random random) {
        Set<Permission> ceiling = EnumSet.of(Permission.ROOMS_VIEW, Permission.ROLES_VIEW, Permission.ROLES_MODIFY);
        Stream.of(Permission.ROOMS_MODIFY, Permission.INCIDENTS_VIEW)
                .filter(permission -> random.nextInt(3) == 0)
                .forEach(ceiling::add);
        return random.nextBoolean() ? Optional.of(ceiling) : Optional.empty();
    }

    private Move event(Random random) {
        return switch (random.nextInt(model.own ? 5 : 12)) {
            case 0, 1 -> new Move.Wait();
            case 2, 3, 4 -> new Move.Regroup(one(random, model.groupsOfRooms.keySet()), some(random, model.groups, 2));
            case 5, 6 -> new Move.Delegate(random.nextInt(3) == 0 ? Named.ALL : named(random));
            case 7 -> new Move.Suspend(!model.suspended);
            case 8 -> new Move.Suspend(false);
            case 9, 10 -> new Move.Limit(ceiling(random));
            default -> new Move.AcceptAgain();
        };
    }

    private Move.Request request(Random random, Person by) {
        List<String> roles = List.copyOf(model.roles.keySet());
        List<String> custom =
                roles.stream().filter(role -> !model.roles.get(role).builtIn()).toList();
        List<String> assignments = List.copyOf(model.assignments.keySet());
        int kind = random.nextInt(100);
        if (kind < 12 || (kind >= 55 && assignments.isEmpty())) {
            return new Move.CreateRole(by, permissions(random));
        } else if (kind < 15) {
            return new Move.CopyRole(by, one(random, roles));
        } else if (kind < 24) {
            return new Move.ChangeRole(
                    by,
                    custom.isEmpty() || random.nextInt(10) == 0 ? one(random, roles) : one(random, custom),
                    permissions(random));
        } else if (kind < 32) {
            return new Move.DeleteRole(
                    by, custom.isEmpty() || random.nextInt(10) == 0 ? one(random, roles) : one(random, custom));
        } else if (kind < 55) {
            return new Move.Assign(by, random.nextInt(4) == 0 ? sequel(random, roles) : given(random, roles));
        } else if (kind < 90) {
            return change(random, by, one(random, assignments));
        }
        return new Move.End(by, one(random, assignments));
    }

    private Given given(Random random, List<String> roles) {
        return new Given(one(random, roles), asked(random), span(random), some(random, MEMBERS, 2));
    }

    /** The same again from where another assignment ends, or after a gap. */
    private Given sequel(Random random, List<String> roles) {
        List<Given> ending = model.assignments.values().stream()
                .filter(given -> !given.span().isWithoutEnd())
                .toList();
        if (ending.isEmpty()) {
            return given(random, roles);
        }
        Given before = one(random, ending);
        int from = Math.min(before.span().to() + random.nextInt(2), Model.EVER_AFTER);
        return new Given(before.role(), before.scope(), new Span(from, Model.EVER_AFTER + 1), before.members());
    }

    private Move.Request change(Random random, Person by, String assignment) {
        Given before = model.assignments.get(assignment);
        Move.Change.Form form = Move.Change.Form.PATCH;
        Given after = before;
        switch (random.nextInt(9)) {
            case 0, 1 -> {
                form = random.nextBoolean() ? Move.Change.Form.SINGLY : Move.Change.Form.BY_BODY;
                after = with(before, plus(before.members(), one(random, MEMBERS)));
            }
            case 2, 3 -> {
                form = random.nextBoolean() ? Move.Change.Form.SINGLY : Move.Change.Form.BY_BODY;
                after = before.members().isEmpty()
                        ? before
                        : with(before, minus(before.members(), one(random, before.members())));
            }
            case 4 -> after = new Given(before.role(), asked(random), before.span(), before.members());
            case 5 -> {
                form = Move.Change.Form.SINGLY;
                after = new Given(before.role(), oneOtherId(random, before.scope()), before.span(), before.members());
            }
            case 6, 7 -> after = new Given(before.role(), before.scope(), span(random), before.members());
            default -> after = new Given(before.role(), before.scope(), before.span(), some(random, MEMBERS, 3));
        }
        return new Move.Change(by, assignment, after, after.equals(before) ? Move.Change.Form.PATCH : form);
    }

    private Named oneOtherId(Random random, Named scope) {
        if (scope.all()) {
            return scope;
        }
        if (random.nextInt(10) == 0) {
            return withStranger(random, scope);
        }
        boolean group = random.nextBoolean();
        String id = one(random, group ? model.groups : model.groupsOfRooms.keySet());
        Set<String> ids = group ? scope.groups() : scope.rooms();
        Set<String> changed = ids.contains(id) ? minus(ids, id) : plus(ids, id);
        return group ? new Named(false, scope.rooms(), changed) : new Named(false, changed, scope.groups());
    }

    private static Given with(Given before, Set<String> members) {
        return new Given(before.role(), before.scope(), before.span(), members);
    }

    /** Administrators of administrators are what it is about: the rights to roles are in most roles. */
    private Set<Permission> permissions(Random random) {
        Set<Permission> permissions = EnumSet.copyOf(atLeastOne(random, PERMISSIONS, 3));
        if (random.nextInt(3) > 0) {
            permissions.addAll(Set.of(Permission.ROOMS_VIEW, Permission.ROLES_VIEW, Permission.ROLES_MODIFY));
        }
        if (random.nextInt(8) == 0) {
            permissions.add(Permission.ROOMS_CREATE);
        }
        return permissions;
    }

    private Named asked(Random random) {
        return random.nextInt(10) == 0 ? withStranger(random, named(random)) : named(random);
    }

    private Named withStranger(Random random, Named named) {
        return random.nextBoolean()
                ? new Named(false, plus(named.rooms(), one(random, model.strangers.rooms())), named.groups())
                : new Named(false, named.rooms(), plus(named.groups(), one(random, model.strangers.groups())));
    }

    private Named named(Random random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> Named.ALL;
            case 2, 3 -> new Named(false, Set.of(), some(random, model.groups, 2));
            case 4 -> new Named(false, some(random, model.groupsOfRooms.keySet(), 2), Set.of());
            default -> new Named(false, some(random, model.groupsOfRooms.keySet(), 2), some(random, model.groups, 1));
        };
    }

    /** Half of them without an end; now and then one that is over, or is yet to come. */
    private Span span(Random random) {
        int from = random.nextInt(3) > 0 ? 0 : random.nextInt(Model.EVER_AFTER);
        int to = random.nextBoolean() ? Model.EVER_AFTER + 1 : from + 1 + random.nextInt(Model.EVER_AFTER - from);
        return new Span(from, to);
    }

    private static Set<String> plus(Set<String> some, String one) {
        Set<String> more = new TreeSet<>(some);
        more.add(one);
        return more;
    }

    private static Set<String> minus(Set<String> some, String one) {
        Set<String> fewer = new TreeSet<>(some);
        fewer.remove(one);
        return fewer;
    }

    private static <T> T one(Random random, Collection<T> among) {
        return List.copyOf(among).get(random.nextInt(among.size()));
    }

    /** Now and then none. */
    private static <T> Set<T> some(Random random, Collection<T> among, int most) {
        return random.nextInt(12) == 0 ? Set.of() : atLeastOne(random, among, most);
    }

    private static <T> Set<T> atLeastOne(Random random, Collection<T> among, int most) {
        Set<T> some = new LinkedHashSet<>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            some.add(one(random, among));
        }
        return some;
    }
}
