package io.keyholder.rbac.escalation;

import io.keyholder.access.Permission;
import io.keyholder.rbac.escalation.Model.Given;
import io.keyholder.rbac.escalation.Model.Named;
import io.keyholder.rbac.escalation.Model.Person;
import io.keyholder.rbac.escalation.Model.Right;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the contract says of a request: taken, or the answers with which it may be refused. It goes by who held what when it
 * was made, and is made anew when the model has changed.
 */
final class Rules {
    private final Model model;
    private final Map<Person, Set<Right>> rights = new HashMap<>();
    private final Map<Person, Set<Right>> everywhere = new HashMap<>();

    Rules(Model model, List<Person> people) {
        this.model = model;
        people.forEach(person -> rights.put(person, model.rights(person)));
    }

    Set<Right> rights(Person who) {
        return rights.get(who);
    }

    /** Empty: it is taken. */
    Set<Integer> refusals(Move.Request request) {
        Person by = request.by();
        boolean ends = request instanceof Move.End || request instanceof Move.DeleteRole;
        Set<Integer> refusals = new TreeSet<>();
        if (by.kind() == Person.Kind.CUSTOMER) {
            if (!ends) {
                refusals.add(403);
            }
        } else if (!mayModify(by)) {
            refusals.addAll(
                    model.own || by.kind() == Person.Kind.GLOBAL_ADMIN || model.isMember(by)
                            ? Set.of(403)
                            : Set.of(404));
        }
        if (refusals.isEmpty()) {
            refusals.addAll(specific(request, rights(by)));
        }
        return refusals;
    }

    /**
     * Whether it is refused for want of room or time alone: it would be taken from somebody who held the same permissions
     * everywhere and for ever, strangers' rooms included.
     */
    boolean isNearMiss(Move.Request request) {
        return request.by().kind() != Person.Kind.CUSTOMER
                && mayModify(request.by())
                && !specific(request, rights(request.by())).isEmpty()
                && specific(request, everywhere.computeIfAbsent(request.by(), this::heldEverywhere))
                        .isEmpty();
    }

    private Set<Right> heldEverywhere(Person who) {
        Set<Permission> held = new HashSet<>();
        rights(who).stream().filter(right -> right.hour() == model.hour).forEach(right -> held.add(right.permission()));
        Set<Integer> hours = Model.Span.ALWAYS.hoursFrom(model.hour);
        Set<Right> everywhere = model.needed(held, Named.ALL, hours);
        everywhere.addAll(model.needed(held, model.strangers, hours));
        return everywhere;
    }

    /** Whether somebody administers roles, and less than all. */
    boolean isDeputy(Person person) {
        return mayModify(person)
                && !rights(person)
                        .containsAll(model.needed(
                                Set.of(Permission.ROLES_MODIFY), Named.ALL, Model.Span.ALWAYS.hoursFrom(model.hour)));
    }

    private boolean mayModify(Person by) {
        return !model.suspended && model.holds(rights(by), Permission.ROLES_MODIFY);
    }

    private Set<Integer> specific(Move.Request request, Set<Right> mine) {
        return switch (request) {
            case Move.CreateRole create -> mayMake(mine, create.permissions());
            case Move.CopyRole copy ->
                model.holds(mine, Permission.ROLES_VIEW)
                        ? mayMake(mine, model.roles.get(copy.source()).permissions())
                        : Set.of(400);
            case Move.ChangeRole change -> mayChange(mine, change);
            case Move.DeleteRole delete -> mayDelete(mine, delete);
            case Move.Assign assign ->
                mayGive(mine, assign.given(), assign.given().scope());
            case Move.Change change -> mayChange(mine, change);
            case Move.End end -> mayEnd(mine, end);
        };
    }

    private Set<Integer> mayMake(Set<Right> mine, Set<Permission> permissions) {
        return mine.containsAll(model.needed(permissions, Named.NOTHING, Set.of(model.hour))) ? Set.of() : Set.of(403);
    }

    private Set<Integer> mayChange(Set<Right> mine, Move.ChangeRole change) {
        Set<Integer> refusals = new TreeSet<>();
        Set<Permission> before = model.roles.get(change.role()).permissions();
        List<Given> given = model.givenOf(change.role());
        Set<Permission> added = new HashSet<>(change.permissions());
        added.removeAll(before);
        Set<Right> needed = model.needed(added, Named.NOTHING, Set.of(model.hour));
        given.forEach(
                one -> needed.addAll(model.needed(added, one.scope(), one.span().hoursFrom(model.hour))));
        if (!mine.containsAll(needed) || (!change.permissions().containsAll(before) && !mayTake(mine, given))) {
            refusals.add(403);
        }
        if (model.roles.get(change.role()).builtIn()) {
            refusals.add(409);
        }
        return refusals;
    }

    private Set<Integer> mayDelete(Set<Right> mine, Move.DeleteRole delete) {
        Set<Integer> refusals = new TreeSet<>();
        if (delete.by().kind() != Person.Kind.CUSTOMER && !mayTake(mine, model.givenOf(delete.role()))) {
            refusals.add(403);
        }
        if (model.roles.get(delete.role()).builtIn()) {
            refusals.add(409);
        }
        return refusals;
    }

    private Set<Integer> mayGive(Set<Right> mine, Given given, Named named) {
        Set<Integer> refusals = new TreeSet<>();
        if (!model.canSee(mine, named)) {
            refusals.add(400);
        }
        Set<Integer> hours = given.span().hoursFrom(model.hour);
        Set<Permission> permissions = model.roles.get(given.role()).permissions();
        if (!mine.containsAll(model.needed(permissions, given.scope(), hours.isEmpty() ? Set.of(model.hour) : hours))) {
            refusals.add(403);
        }
        return refusals;
    }

    private Set<Integer> mayChange(Set<Right> mine, Move.Change change) {
        Given before = model.assignments.get(change.assignment());
        Given after = change.after();
        Set<Integer> refusals = new TreeSet<>();
        Named anew = new Named(
                false,
                without(after.scope().rooms(), before.scope().rooms()),
                without(after.scope().groups(), before.scope().groups()));
        if (!model.canSee(mine, anew)) {
            refusals.add(400);
        }
        if (!before.isWithin(after, model.hour) && !mayTake(mine, List.of(before))) {
            refusals.add(403);
        }
        if (!after.isWithin(before, model.hour)) {
            refusals.addAll(mayGive(mine, after, anew));
        }
        if (model.losesTheLastPrimaryAdmin(change.assignment(), Optional.of(after))) {
            refusals.add(409);
        }
        return refusals;
    }

    private Set<Integer> mayEnd(Set<Right> mine, Move.End end) {
        Set<Integer> refusals = new TreeSet<>();
        if (end.by().kind() != Person.Kind.CUSTOMER
                && !mayTake(mine, List.of(model.assignments.get(end.assignment())))) {
            refusals.add(403);
        }
        if (model.losesTheLastPrimaryAdmin(end.assignment(), Optional.empty())) {
            refusals.add(409);
        }
        return refusals;
    }

    /** The right to roles over all that they reach, now. */
    private boolean mayTake(Set<Right> mine, List<Given> from) {
        return from.stream()
                .allMatch(given -> mine.containsAll(
                        model.needed(Set.of(Permission.ROLES_MODIFY), given.scope(), Set.of(model.hour))));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
