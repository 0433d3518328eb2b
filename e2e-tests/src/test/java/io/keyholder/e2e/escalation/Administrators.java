package io.keyholder.e2e.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.Bodies;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.Partnership;
import io.keyholder.e2e.actors.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.statistics.Statistics;

/**
 * The administrators of one partner for one customer, and what they have made. Paul is the Primary admin; the others hold
 * what they are given. Two of the four rooms are in one group, one is in another, one is in none.
 */
final class Administrators {
    static final int ACTORS = 4;
    static final int MEMBERS = 4;
    static final int SCOPES = 7;

    private static final String NIGHT = "night";
    private static final String ANY_ROOM_YET_TO_COME = "any room yet to come";
    private static final List<String> CHECKED = List.of("rooms:view", "rooms:modify", "incidents:view");

    /** One for all tries: making tenants takes longer than all else. */
    private static Administrators shared;

    private final Partnership partnership;
    private final List<Actor> actors;
    private final List<Map<String, Object>> members;
    private final List<String> rooms;
    private final List<String> groups;
    private final String primaryAdminRole;
    private final String firstAssignment;
    private Model model;
    private int names;
    private int allowed;

    private Administrators() {
        World world = new World();
        Organisation customer = world.customer("Aurora");
        Organisation partner = world.partner("Meridian");
        Actor paul = partner.user("paul");
        actors = List.of(paul, partner.user("bob"), partner.user("cleo"), partner.user("dan", NIGHT));
        members = List.of(
                Bodies.user(actors.get(1)),
                Bodies.user(actors.get(2)),
                Bodies.user(actors.get(3)),
                Bodies.group(NIGHT));
        rooms = Stream.of("One", "Two", "Three", "Four")
                .map(name -> customer.room(name, "US"))
                .toList();
        groups = List.of(
                customer.roomGroup("Both", rooms.get(0), rooms.get(1)), customer.roomGroup("Third", rooms.get(2)));
        partnership = customer.entrust(partner, Bodies.all(), paul);
        primaryAdminRole = partnership.primaryAdminRole();
        firstAssignment = paul.get("/roles/" + primaryAdminRole + "/assignments")
                .is(200)
                .ids()
                .getFirst();
    }

    static Administrators ofOnePartner() {
        if (shared == null) {
            shared = new Administrators();
        }
        shared.begin();
        return shared;
    }

    private Actor paul() {
        return actors.getFirst();
    }

    private void begin() {
        Set<String> everywhere = new LinkedHashSet<>(rooms);
        groups.forEach(group -> everywhere.add(yetToComeTo(group)));
        everywhere.add(ANY_ROOM_YET_TO_COME);
        model = new Model(everywhere);
        model.roles()
                .put(
                        primaryAdminRole,
                        Set.copyOf(
                                paul().get("/roles/" + primaryAdminRole).is(200).texts("permissions")));
        model.give(firstAssignment, primaryAdminRole, everywhere, Set.of("paul"));
        allowed = 0;
    }

    /** Tries the move, and holds the model and the platform against each other, whether it was taken or refused. */
    void attempt(Move move) {
        Actor actor = actors.get(move.actor());
        Map<String, Set<Model.Right>> before = rightsOfAll();
        boolean taken = perform(move, actor);
        Map<String, Set<Model.Right>> after = rightsOfAll();
        after.forEach((who, rights) -> {
            Set<Model.Right> gained = new HashSet<>(rights);
            gained.removeAll(before.get(who));
            assertThat(before.get(actor.id()))
                    .as("what %s must hold to give it to %s by %s", actor.id(), who, move)
                    .containsAll(gained);
        });
        if (taken) {
            assertThat(before.get(actor.id()))
                    .as("what %s needs for %s", actor.id(), move)
                    .anyMatch(right -> right.permission().equals("roles:modify"));
            allowed += move.actor() == 0 ? 0 : 1;
        }
        assertThat(decided()).as("after " + move).isEqualTo(expected(after));
    }

    /** A run in which nobody but the Primary admin ever got through would show nothing. */
    void report() {
        Statistics.label("moves of delegated administrators that were taken").collect(Math.min(allowed, 3));
    }

    void removeAll() {
        for (String role : paul().get("/roles?type=CUSTOM&limit=200&relationshipId=" + partnership.id())
                .is(200)
                .ids()) {
            paul().deleteCurrent("/roles/" + role).is(204);
        }
        for (String assignment : paul().get("/roles/" + primaryAdminRole + "/assignments")
                .is(200)
                .ids()) {
            if (!assignment.equals(firstAssignment)) {
                paul().deleteCurrent("/assignments/" + assignment).is(204);
            }
        }
    }

    private boolean perform(Move move, Actor actor) {
        if (move.kind().needsAnAssignment() && model.assignments().size() == 1) {
            return false;
        }
        return switch (move.kind()) {
            case CREATE_ROLE -> createRole(move, actor);
            case COPY_ROLE -> copyRole(move, actor);
            case CHANGE_ROLE -> changeRole(move, actor);
            case DELETE_ROLE -> deleteRole(move, actor);
            case ASSIGN -> assign(move, actor, chosen(model.roles().keySet(), move.target()));
            case ASSIGN_PRIMARY_ADMIN -> assign(move, actor, primaryAdminRole);
            case CHANGE_SCOPE -> changeScope(move, actor);
            case ADD_TO_SCOPE -> addToScope(move, actor);
            case ADD_MEMBER -> addMember(move, actor);
            case REMOVE_MEMBER -> removeMember(move, actor);
            case END_ASSIGNMENT -> endAssignment(move, actor);
        };
    }

    private boolean createRole(Move move, Actor actor) {
        Answer answer = actor.post(
                "/roles",
                Map.of("name", name(), "permissions", move.permissions(), "relationshipId", partnership.id()));
        return madeRole(answer);
    }

    private boolean copyRole(Move move, Actor actor) {
        String source = chosen(model.roles().keySet(), move.target());
        return madeRole(
                actor.post("/roles", Map.of("name", name(), "copyFrom", source, "relationshipId", partnership.id())));
    }

    private boolean madeRole(Answer answer) {
        if (!taken(answer)) {
            return false;
        }
        model.roles().put(answer.id(), Set.copyOf(answer.texts("permissions")));
        return true;
    }

    private boolean changeRole(Move move, Actor actor) {
        String role = chosen(model.roles().keySet(), move.target());
        Answer answer =
                actor.patch("/roles/" + role, version("/roles/" + role), Map.of("permissions", move.permissions()));
        if (!taken(answer)) {
            return false;
        }
        model.roles().put(role, Set.copyOf(move.permissions()));
        return true;
    }

    private boolean deleteRole(Move move, Actor actor) {
        String role = chosen(model.roles().keySet(), move.target());
        if (!taken(actor.delete("/roles/" + role, version("/roles/" + role)))) {
            return false;
        }
        model.deleteRole(role);
        return true;
    }

    private boolean assign(Move move, Actor actor, String role) {
        Map<String, Object> member = members.get(move.member());
        Answer answer =
                actor.post("/roles/" + role + "/assignments", Bodies.assignment(name(), scope(move.scope()), member));
        if (!taken(answer)) {
            return false;
        }
        model.give(answer.id(), role, places(move.scope()), Set.of((String) member.get("id")));
        return true;
    }

    private boolean changeScope(Move move, Actor actor) {
        String id = assignment(move);
        Answer answer =
                actor.patch("/assignments/" + id, version("/assignments/" + id), Map.of("scope", scope(move.scope())));
        if (!taken(answer)) {
            return false;
        }
        Model.Given given = model.assignments().get(id);
        model.give(id, given.role(), places(move.scope()), given.members());
        return true;
    }

    private boolean addToScope(Move move, Actor actor) {
        String id = assignment(move);
        boolean group = move.scope() < groups.size();
        String place = group ? groups.get(move.scope()) : chosen(rooms, move.scope());
        Answer answer = actor.put(
                "/assignments/" + id + (group ? "/room-groups/" : "/rooms/") + place, version("/assignments/" + id));
        if (!taken(answer)) {
            return false;
        }
        model.assignments().get(id).places().addAll(group ? placesOfGroup(place) : Set.of(place));
        return true;
    }

    private boolean addMember(Move move, Actor actor) {
        String id = assignment(move);
        Map<String, Object> member = members.get(move.member());
        Answer answer = actor.put(
                "/assignments/" + id + "/members/" + member.get("type") + "/" + member.get("id"),
                version("/assignments/" + id));
        if (!taken(answer)) {
            return false;
        }
        model.assignments().get(id).members().add((String) member.get("id"));
        return true;
    }

    private boolean removeMember(Move move, Actor actor) {
        String id = assignment(move);
        Map<String, Object> member = members.get(move.member());
        Answer answer = actor.delete(
                "/assignments/" + id + "/members/" + member.get("type") + "/" + member.get("id"),
                version("/assignments/" + id));
        if (!taken(answer)) {
            return false;
        }
        model.assignments().get(id).members().remove((String) member.get("id"));
        return true;
    }

    private boolean endAssignment(Move move, Actor actor) {
        String id = assignment(move);
        if (!taken(actor.delete("/assignments/" + id, version("/assignments/" + id)))) {
            return false;
        }
        model.assignments().remove(id);
        return true;
    }

    /** Never the first: by it Paul sees everything, and can clear up. */
    private String assignment(Move move) {
        return chosen(
                model.assignments().keySet().stream()
                        .filter(id -> !id.equals(firstAssignment))
                        .toList(),
                move.target());
    }

    private static boolean taken(Answer answer) {
        answer.isOneOf(200, 201, 204, 400, 403, 404, 409);
        return answer.status() < 300;
    }

    private String version(String path) {
        return paul().etag(path);
    }

    private String name() {
        return "Number " + names++;
    }

    private static <T> T chosen(Iterable<T> among, int number) {
        List<T> all = new ArrayList<>();
        among.forEach(all::add);
        return all.get(number % all.size());
    }

    private static String yetToComeTo(String group) {
        return "a room yet to come to " + group;
    }

    private Map<String, Object> scope(int number) {
        return switch (number) {
            case 0 -> Bodies.all();
            case 1 -> Bodies.roomGroups(groups.get(0));
            case 2 -> Bodies.roomGroups(groups.get(1));
            case 3 -> Bodies.rooms(rooms.get(0), rooms.get(1));
            case 4 -> Bodies.rooms(rooms.get(3));
            case 5 -> Bodies.rooms(rooms.get(2), rooms.get(0));
            default -> Bodies.rooms();
        };
    }

    private Set<String> places(int scope) {
        return switch (scope) {
            case 0 -> model.everywhere();
            case 1 -> placesOfGroup(groups.get(0));
            case 2 -> placesOfGroup(groups.get(1));
            case 3 -> Set.of(rooms.get(0), rooms.get(1));
            case 4 -> Set.of(rooms.get(3));
            case 5 -> Set.of(rooms.get(2), rooms.get(0));
            default -> Set.of();
        };
    }

    private Set<String> placesOfGroup(String group) {
        Set<String> places =
                new HashSet<>(group.equals(groups.get(0)) ? Set.of(rooms.get(0), rooms.get(1)) : Set.of(rooms.get(2)));
        places.add(yetToComeTo(group));
        return places;
    }

    private static Set<String> namesOf(Actor actor) {
        return actor.id().equals("dan") ? Set.of("dan", NIGHT) : Set.of(actor.id());
    }

    private Map<String, Set<Model.Right>> rightsOfAll() {
        Map<String, Set<Model.Right>> all = new HashMap<>();
        actors.forEach(actor -> all.put(actor.id(), model.rightsOf(namesOf(actor))));
        return all;
    }

    /** The model's answers, in the order of {@link #questions}. */
    private List<Boolean> expected(Map<String, Set<Model.Right>> rights) {
        return questions().stream()
                .map(question -> rights.get(question.who().id())
                        .contains(new Model.Right(
                                question.permission(), question.room().orElse(Model.AT_ALL))))
                .toList();
    }

    /** @param room empty: the permission is not about rooms */
    private record Question(Actor who, String permission, Optional<String> room) {}

    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Actor who : actors) {
            for (String permission : CHECKED) {
                rooms.forEach(room -> questions.add(new Question(who, permission, Optional.of(room))));
            }
            questions.add(new Question(who, "roles:modify", Optional.empty()));
        }
        return questions;
    }

    /** The platform's answers, asked by Paul, who sees every room and role here. */
    private List<Boolean> decided() {
        List<Map<String, Object>> checks =
                questions().stream().map(this::asCheck).toList();
        return paul().post("/access/check-batch", Map.of("checks", checks))
                .is(200)
                .value("results.allowed");
    }

    private Map<String, Object> asCheck(Question question) {
        Map<String, Object> check = new HashMap<>(Map.of(
                "principal",
                Bodies.user(question.who()),
                "groups",
                namesOf(question.who()).stream().filter(NIGHT::equals).toList(),
                "permission",
                question.permission(),
                "customerId",
                partnership.customer().id()));
        question.room().ifPresent(room -> check.put("roomId", room));
        return check;
    }
}
