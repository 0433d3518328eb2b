package io.keyholder.rbac.escalation;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Ids;
import io.keyholder.rbac.escalation.Model.Given;
import io.keyholder.rbac.escalation.Model.Named;
import io.keyholder.rbac.escalation.Model.Person;
import io.keyholder.rbac.escalation.Model.Right;
import io.keyholder.rbac.escalation.Model.Role;
import io.keyholder.rbac.escalation.Model.Span;
import io.keyholder.rbac.escalation.Requests.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One sequence of moves in a context of its own, the service and the model held against each other after each that changes
 * something, and at the end: what a refused one should have changed nevertheless shows then.
 */
final class Play {
    private static final List<Permission> IN_ROOMS =
            List.of(Permission.ROOMS_VIEW, Permission.ROOMS_MODIFY, Permission.INCIDENTS_VIEW);

    private final Scene scene;
    private final Requests requests;
    private final Model model;
    private final List<Person> people;
    private final Counts counts;
    private final List<String> log = new ArrayList<>();
    private int names;

    /** What kinds of moves there were, over all sequences. */
    record Counts(AtomicInteger taken, AtomicInteger refused, AtomicInteger byDeputies, AtomicInteger events) {
        Counts() {
            this(new AtomicInteger(), new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
        }
    }

    /** The service and the model do not agree. */
    static final class Difference extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Difference(String message) {
            super(message);
        }
    }

    Play(Scene scene, Requests requests, Optional<Set<Permission>> ceiling, Counts counts) {
        this.scene = scene;
        this.requests = requests;
        this.model = new Model(scene.isOwn(), ceiling);
        this.people = scene.people();
        this.counts = counts;
    }

    /** @throws Difference with the moves up to it */
    void moves(long seed, List<Long> numbers) {
        open(new Random(seed));
        Moves moves = new Moves(model, people);
        try {
            for (long number : numbers) {
                Rules rules = new Rules(model, people);
                Move move = moves.choose(number, rules);
                log.add("hour " + model.hour + ": " + move);
                play(move, rules);
            }
            compare("the end");
        } catch (Difference difference) {
            throw new Difference(difference.getMessage() + "\n  context " + scene.context() + ", ceiling "
                    + model.ceiling + "\n  " + String.join("\n  ", log));
        }
    }

    private void open(Random random) {
        scene.open();
        for (int i = 0; i < 2; i++) {
            model.groups.add(scene.group().toString());
        }
        List<String> groups = List.copyOf(model.groups);
        for (Set<String> in :
                List.of(Set.of(groups.get(0)), Set.of(groups.get(0)), Set.of(groups.get(1)), Set.<String>of())) {
            String room = Ids.next().toString();
            scene.room(UUID.fromString(room), in);
            model.groupsOfRooms.put(room, in);
        }
        model.strangers = scene.ofAnotherTenant();
        if (!scene.isOwn()) {
            model.delegation = random.nextInt(3) > 0 ? Named.ALL : new Named(false, Set.of(), Set.of(groups.get(0)));
            scene.delegate(model.delegation);
            model.roles.put(scene.primaryAdminRole.toString(), new Role(true, true, primaryAdminPermissions()));
            model.assignments.put(
                    scene.firstAssignment.toString(),
                    new Given(scene.primaryAdminRole.toString(), Named.ALL, Span.ALWAYS, scene.primaryAdmins()));
        }
        scene.settle();
        awaitAgreement("the beginning");
        if (scene.isOwn()) {
            ask("GET", "/v1/roles?key=site-lead&key=site-tech", null, root())
                    .body()
                    .path("items")
                    .forEach(role ->
                            model.roles.put(role.path("id").asText(), new Role(true, false, permissions(role))));
        }
    }

    private Set<Permission> primaryAdminPermissions() {
        return Arrays.stream(Permission.values()).filter(model::reaches).collect(Collectors.toSet());
    }

    private Person root() {
        return people.getLast();
    }

    private void play(Move move, Rules rules) {
        switch (move) {
            case Move.Request request -> {
                attempt(request, rules);
                return;
            }
            case Move.Wait waiting -> model.hour = Math.min(model.hour + 1, Model.EVER_AFTER - 1);
            case Move.Regroup regroup -> {
                scene.room(UUID.fromString(regroup.room()), regroup.groups());
                scene.settle();
                model.groupsOfRooms.put(regroup.room(), regroup.groups());
            }
            case Move.Delegate delegate -> {
                scene.delegate(delegate.scope());
                scene.settle();
                model.delegation = delegate.scope();
            }
            case Move.Suspend suspend -> {
                model.suspended = suspend.suspended();
                changeRelationship(move);
            }
            case Move.Limit limit -> {
                model.ceiling = limit.ceiling();
                changeRelationship(move);
            }
            case Move.AcceptAgain again -> scene.acceptAgain();
        }
        counts.events().incrementAndGet();
        compare(move.toString());
    }

    private void changeRelationship(Move move) {
        scene.relationship(model.suspended, model.ceiling);
        scene.settle();
        awaitAgreement(move.toString());
    }

    /** If they never agree, the comparison says in what. */
    private void awaitAgreement(String after) {
        try {
            Scene.until(() -> decided().filter(expected()::equals).isPresent());
        } catch (ConditionTimeoutException never) {
            compare(after);
        }
    }

    private void attempt(Move.Request request, Rules rules) {
        Set<Integer> refusals = rules.refusals(request);
        boolean byDeputy = rules.isDeputy(request.by());
        Answer answer = send(request);
        if (answer.isTaken() != refusals.isEmpty() || (!answer.isTaken() && !refusals.contains(answer.status()))) {
            throw new Difference("expected " + (refusals.isEmpty() ? "that it is taken" : "one of " + refusals)
                    + ", was answered " + answer.status() + " " + answer.body());
        }
        if (answer.isTaken()) {
            apply(request, answer);
            requireNothingGained(request.by(), rules);
            compare(request.toString());
            counts.taken().incrementAndGet();
            counts.byDeputies().addAndGet(byDeputy ? 1 : 0);
        } else {
            counts.refused().incrementAndGet();
        }
    }

    /** What it is all about, whatever the rules above say. */
    private void requireNothingGained(Person by, Rules before) {
        for (Person who : people) {
            Set<Right> gained = new HashSet<>(model.rights(who));
            gained.removeAll(before.rights(who));
            gained.removeAll(before.rights(by));
            if (!gained.isEmpty()) {
                throw new Difference(who.name() + " gained what " + by.name() + " did not hold: " + gained);
            }
        }
    }

    private Answer send(Move.Request request) {
        return switch (request) {
            case Move.CreateRole create -> makeRole(create.by(), "permissions", texts(create.permissions()));
            case Move.CopyRole copy -> makeRole(copy.by(), "copyFrom", copy.source());
            case Move.ChangeRole change ->
                ask(
                        "PATCH",
                        "/v1/roles/" + change.role(),
                        Map.of("permissions", texts(change.permissions())),
                        change.by());
            case Move.DeleteRole delete -> ask("DELETE", "/v1/roles/" + delete.role(), null, delete.by());
            case Move.Assign assign ->
                ask("POST", "/v1/roles/" + assign.given().role() + "/assignments", body(assign.given()), assign.by());
            case Move.Change change -> change(change);
            case Move.End end -> ask("DELETE", "/v1/assignments/" + end.assignment(), null, end.by());
        };
    }

    private Answer makeRole(Person by, String field, Object value) {
        Map<String, Object> role = new HashMap<>(Map.of("name", "Number " + names++, field, value));
        if (!scene.isOwn()) {
            role.put("relationshipId", scene.relationship);
        }
        return ask("POST", "/v1/roles", role, by);
    }

    private Answer change(Move.Change change) {
        String path = "/v1/assignments/" + change.assignment();
        Given before = model.assignments.get(change.assignment());
        Given after = change.after();
        if (change.form() == Move.Change.Form.PATCH) {
            return ask("PATCH", path, body(after), change.by());
        }
        Set<String> added = without(after.members(), before.members());
        Set<String> removed = without(before.members(), after.members());
        if (added.isEmpty() && removed.isEmpty()) {
            return changeScope(path, before.scope(), after.scope(), change.by());
        }
        String[] member = (added.isEmpty() ? removed : added).iterator().next().split(":", 2);
        return change.form() == Move.Change.Form.BY_BODY
                ? ask(
                        "POST",
                        path + (added.isEmpty() ? "/members/remove" : "/members"),
                        Map.of("type", member[0], "id", member[1]),
                        change.by())
                : ask(
                        added.isEmpty() ? "DELETE" : "PUT",
                        path + "/members/" + member[0] + "/" + member[1],
                        null,
                        change.by());
    }

    private Answer changeScope(String path, Named before, Named after, Person by) {
        Set<String> added = without(after.ids(), before.ids());
        String id = (added.isEmpty() ? without(before.ids(), after.ids()) : added)
                .iterator()
                .next();
        boolean group = before.groups().contains(id) || after.groups().contains(id);
        return ask(added.isEmpty() ? "DELETE" : "PUT", path + (group ? "/room-groups/" : "/rooms/") + id, null, by);
    }

    private void apply(Move.Request request, Answer answer) {
        switch (request) {
            case Move.CreateRole create -> model.roles.put(answer.id(), new Role(false, false, create.permissions()));
            case Move.CopyRole copy ->
                model.roles.put(
                        answer.id(),
                        new Role(false, false, model.roles.get(copy.source()).permissions()));
            case Move.ChangeRole change -> model.roles.put(change.role(), new Role(false, false, change.permissions()));
            case Move.DeleteRole delete -> model.removeRole(delete.role());
            case Move.Assign assign -> model.assignments.put(answer.id(), assign.given());
            case Move.Change change -> model.assignments.put(change.assignment(), change.after());
            case Move.End end -> model.assignments.remove(end.assignment());
        }
    }

    private Map<String, Object> body(Given given) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Some");
        body.put("startsAt", scene.timeOf(given.span().from()));
        body.put("endsAt", scene.timeOf(given.span().to()));
        body.put(
                "scope",
                given.scope().all()
                        ? Map.of("type", "ALL")
                        : Map.of(
                                "type", "SELECTED",
                                "roomIds", given.scope().rooms(),
                                "roomGroupIds", given.scope().groups()));
        body.put(
                "members",
                given.members().stream()
                        .map(member -> member.split(":", 2))
                        .map(parts -> Map.of("type", parts[0], "id", parts[1]))
                        .toList());
        return body;
    }

    private Answer ask(String method, String path, @Nullable Object body, Person by) {
        UUID tenant = by.kind() == Person.Kind.CUSTOMER ? scene.customer : scene.members;
        return requests.send(method, path, body, by, tenant, model.hour);
    }

    private void compare(String after) {
        List<Boolean> decided = decided().orElseThrow(() -> new Difference("no decisions after " + after));
        List<Boolean> expected = expected();
        List<Question> questions = questions();
        for (int i = 0; i < questions.size(); i++) {
            if (!decided.get(i).equals(expected.get(i))) {
                throw new Difference(
                        "after " + after + " the service says " + decided.get(i) + " to " + questions.get(i));
            }
        }
    }

    /** @param room empty: over whatever */
    private record Question(Person who, Permission permission, Optional<String> room) {}

    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Person who : people) {
            if (who.kind() == Person.Kind.MEMBER) {
                for (Permission permission : IN_ROOMS) {
                    questions.add(new Question(who, permission, Optional.empty()));
                    model.groupsOfRooms
                            .keySet()
                            .forEach(room -> questions.add(new Question(who, permission, Optional.of(room))));
                }
                questions.add(new Question(who, Permission.ROLES_MODIFY, Optional.empty()));
            }
        }
        return questions;
    }

    private List<Boolean> expected() {
        Rules now = new Rules(model, people);
        return questions().stream()
                .map(question -> !model.suspended
                        && now.rights(question.who())
                                .contains(new Right(
                                        question.permission(), question.room().orElse(Model.AT_ALL), model.hour))
                        && question.room().map(model::isDelegated).orElse(true))
                .toList();
    }

    /** Empty when the question cannot be asked yet. */
    private Optional<List<Boolean>> decided() {
        Answer answer = ask(
                "POST",
                "/v1/access/check-batch",
                Map.of("checks", questions().stream().map(this::asCheck).toList()),
                root());
        if (!answer.isTaken()) {
            return Optional.empty();
        }
        List<Boolean> allowed = new ArrayList<>();
        answer.body()
                .path("results")
                .forEach(result -> allowed.add(result.path("allowed").asBoolean()));
        return Optional.of(allowed);
    }

    private Map<String, Object> asCheck(Question question) {
        Map<String, Object> check = new HashMap<>(Map.of(
                "principal",
                Map.of("type", "USER", "id", question.who().name(), "tenantId", scene.members),
                "groups",
                question.who().groups(),
                "permission",
                question.permission().permissionName(),
                "customerId",
                scene.customer));
        question.room().ifPresent(room -> check.put("roomId", room));
        return check;
    }

    private static Set<String> texts(Set<Permission> permissions) {
        return permissions.stream().map(Permission::permissionName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Permission> permissions(JsonNode role) {
        Set<Permission> permissions = new HashSet<>();
        role.path("permissions")
                .forEach(name -> permissions.add(Permission.named(name.asText()).orElseThrow()));
        return permissions;
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
