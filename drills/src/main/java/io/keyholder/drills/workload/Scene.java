package io.keyholder.drills.workload;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyholder.drills.history.Exchange;
import io.keyholder.drills.history.History;
import io.keyholder.drills.history.Kind;
import io.keyholder.driver.Await;
import io.keyholder.driver.Deployment;
import io.keyholder.driver.Relationship;
import io.keyholder.driver.Tenant;
import io.keyholder.driver.Tenants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A customer, a partner and their relationship. One thread changes things; any number reads as the partner's engineer. A change is
 * repeated until it is answered, by the same idempotency key, or until it turns out to have been done: so it is known of each
 * whether it was, but for what is given up.
 */
final class Scene {
    private static final String ENGINEER = "engineer";
    private static final String PAULA = "paula";
    private static final Map<String, Object> ALL = Map.of("type", "ALL");
    private static final Map<String, Object> NOTHING =
            Map.of("type", "SELECTED", "roomIds", List.of(), "roomGroupIds", List.of());

    private final String name;
    private final History history;
    private final BooleanSupplier giveUp;
    private final Client customer;
    private final Client primaryAdmin;
    private final Client engineer;
    private final String relationship;
    private final String role;
    private final String room;
    private final AtomicReference<String> consistency;
    private final Map<String, String> rooms = new HashMap<>();
    private String assignment;

    private Scene(
            String name,
            History history,
            BooleanSupplier giveUp,
            Client customer,
            Client primaryAdmin,
            Client engineer,
            String relationship,
            String role,
            String room,
            String assignment,
            String consistency) {
        this.name = name;
        this.history = history;
        this.giveUp = giveUp;
        this.customer = customer;
        this.primaryAdmin = primaryAdmin;
        this.engineer = engineer;
        this.relationship = relationship;
        this.role = role;
        this.room = room;
        this.assignment = assignment;
        this.consistency = new AtomicReference<>(consistency);
    }

    /** @param giveUp whether what is not answered is to be repeated no more */
    static Scene set(String name, Deployment deployment, Tenants tenants, History history, BooleanSupplier giveUp) {
        Tenant aurora = tenants.register("aurora-" + name).awaitServed();
        Tenant meridian = tenants.register("meridian-" + name).awaitServed();
        Relationship relationship = aurora.entrust(meridian, PAULA);
        var admin = relationship.admin();
        String role = relationship.viewingRole(admin);
        String assignment = admin.post("/roles/" + role + "/assignments", Relationship.assignmentOf(ENGINEER))
                .is(201)
                .id();
        var customer = aurora.admin().seeing(admin.consistency());
        String room = customer.post("/rooms", Map.of("name", "The room", "location", Map.of("country", "DE")))
                .is(201)
                .id();
        return new Scene(
                name,
                history,
                giveUp,
                new Client(deployment.gateway(), memorised(aurora.adminToken())),
                new Client(deployment.gateway(), memorised(meridian.token(PAULA))),
                new Client(deployment.gateway(), memorised(meridian.token(ENGINEER))),
                relationship.id(),
                role,
                room,
                assignment,
                customer.consistency());
    }

    private static Supplier<String> memorised(String token) {
        return () -> token;
    }

    String name() {
        return name;
    }

    /** Asks for the room as the partner's engineer, with the token of the last change or without. */
    void read(boolean attentive) {
        // In this order: a token that is fetched after an answer was noted is that answer's, or a later one.
        long asked = System.nanoTime();
        String token = attentive ? lastToken() : "";
        Reply reply = engineer.get("/rooms/" + room, Map.of(Client.CONSISTENCY, token));
        history.add(new Exchange(
                name, Kind.READ, room, "", asked, System.nanoTime(), reply.status(), attentive && !token.isEmpty()));
    }

    void createRoom(String roomName) {
        String key = UUID.randomUUID().toString();
        Object body = Map.of("name", roomName, "location", Map.of("country", "US"));
        change(
                        Kind.CREATE_ROOM,
                        roomName,
                        () -> Attempt.of(customer.send("POST", "/rooms", headers("Idempotency-Key", key), body)))
                .ifPresent(made -> rooms.put(made.path("id").asText(), roomName));
    }

    void renameRoom(String id, String newName) {
        change(Kind.RENAME_ROOM, id, newName, () -> {
            Reply present = customer.get("/rooms/" + id, headers());
            if (present.body().path("name").asText().equals(newName) || present.status() == 404) {
                return Attempt.found(present);
            }
            return present.isSuccess()
                    ? Attempt.of(customer.send("PATCH", "/rooms/" + id, ifMatch(present), Map.of("name", newName)))
                    : Attempt.notYet();
        });
        rooms.put(id, newName);
    }

    void suspend() {
        change(Kind.SUSPEND, relationship, "SUSPENDED", () -> status("suspend", "SUSPENDED"));
    }

    void resume() {
        change(Kind.RESUME, relationship, "ACTIVE", () -> status("resume", "ACTIVE"));
    }

    private Attempt status(String verb, String wanted) {
        String path = "/relationships/" + relationship;
        Reply present = customer.get(path, headers());
        if (present.body().path("status").asText().equals(wanted)) {
            return Attempt.found(present);
        }
        return present.isSuccess()
                ? Attempt.of(customer.send("POST", path + "/" + verb, headers(), Map.of()))
                : Attempt.notYet();
    }

    void narrow() {
        change(Kind.NARROW, relationship, "SELECTED", () -> delegate(NOTHING));
    }

    void widen() {
        change(Kind.WIDEN, relationship, "ALL", () -> delegate(ALL));
    }

    private Attempt delegate(Map<String, Object> scope) {
        String path = "/delegations/" + relationship;
        Reply present = customer.get(path, headers());
        if (present.body().path("roomScope").path("type").asText().equals(scope.get("type"))) {
            return Attempt.found(present);
        }
        return present.isSuccess()
                ? Attempt.of(customer.send("PUT", path, ifMatch(present), Map.of("roomScope", scope)))
                : Attempt.notYet();
    }

    void unassign() {
        unassign(Kind.UNASSIGN, assignment);
    }

    private void unassign(Kind kind, String id) {
        change(kind, id, "", () -> deletion(primaryAdmin, "/assignments/" + id));
    }

    void assign() {
        String key = UUID.randomUUID().toString();
        change(
                        Kind.ASSIGN,
                        "",
                        () -> Attempt.of(primaryAdmin.send(
                                "POST",
                                "/roles/" + role + "/assignments",
                                headers("Idempotency-Key", key),
                                Relationship.assignmentOf(ENGINEER))))
                .ifPresent(made -> assignment = made.path("id").asText());
    }

    /** After a database has gone back: everything is given anew, whatever had been taken. */
    void giveEverything() {
        resume();
        widen();
        Reply present = customer.get("/assignments/" + assignment, headers());
        while (!present.isSuccess() && present.status() != 404 && !giveUp.getAsBoolean()) {
            Await.pause(Duration.ofMillis(100));
            present = customer.get("/assignments/" + assignment, headers());
        }
        if (present.status() == 404) {
            assign();
        }
        otherAssignments().forEach(id -> unassign(Kind.UNASSIGN_ONE, id));
    }

    /** What had been taken before the database went back may be there again, and would grant what is then taken anew. */
    private List<String> otherAssignments() {
        Optional<List<JsonNode>> all = list("/roles/" + role + "/assignments?");
        while (all.isEmpty() && !giveUp.getAsBoolean()) {
            Await.pause(Duration.ofMillis(100));
            all = list("/roles/" + role + "/assignments?");
        }
        return all.orElse(List.of()).stream()
                .map(item -> item.path("id").asText())
                .filter(id -> !id.equals(assignment))
                .toList();
    }

    List<String> roomsMade() {
        return new ArrayList<>(rooms.keySet());
    }

    /** All pages of a list as the customer has it; empty when it does not come. */
    Optional<List<JsonNode>> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = customer.get(path + "limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor), headers());
            if (!page.isSuccess()) {
                return Optional.empty();
            }
            page.body().path("items").forEach(items::add);
            cursor = page.body().path("nextCursor").asText("");
        } while (!cursor.isEmpty());
        return Optional.of(items);
    }

    /**
     * One try at a change.
     *
     * @param sent whether it was asked for
     * @param found whether it was not, because everything is as wanted
     */
    private record Attempt(Reply reply, boolean sent, boolean found) {

        static Attempt of(Reply reply) {
            return new Attempt(reply, true, false);
        }

        static Attempt found(Reply reply) {
            return new Attempt(reply, false, true);
        }

        static Attempt notYet() {
            return new Attempt(Reply.NONE, false, false);
        }

        boolean isDone() {
            return found || reply.isSuccess();
        }
    }

    /** Whether it is there the customer says, who is never refused for the sake of what is stale. */
    private Attempt deletion(Client who, String path) {
        Reply present = customer.get(path, headers());
        if (present.status() == 404) {
            return Attempt.found(present);
        }
        return present.isSuccess() ? Attempt.of(who.delete(path, headers("If-Match", "*"))) : Attempt.notYet();
    }

    private Optional<JsonNode> change(Kind kind, String value, Supplier<Attempt> attempt) {
        return change(kind, "", value, attempt);
    }

    private Optional<JsonNode> change(Kind kind, String subject, String value, Supplier<Attempt> attempt) {
        long asked = System.nanoTime();
        Attempt last = attempt.get();
        boolean sent = last.sent();
        while (!last.isDone() && !giveUp.getAsBoolean()) {
            Await.pause(Duration.ofMillis(100));
            last = attempt.get();
            sent |= last.sent();
        }
        if (!last.isDone()) {
            System.err.printf("Given up: %s of %s, last answered by %s%n", kind, name, last.reply());
        }
        if (!sent) {
            return Optional.empty();
        }
        Reply reply = last.reply();
        // What was found done has no token: nobody can be asked to have heard of it.
        consistency.set(reply.consistency());
        String id = subject.isEmpty() ? reply.body().path("id").asText("unknown") : subject;
        int status = !last.isDone() ? Exchange.UNANSWERED : last.found() ? 200 : reply.status();
        history.add(new Exchange(name, kind, id, value, asked, System.nanoTime(), status, true));
        return reply.isSuccess() ? Optional.of(reply.body()) : Optional.empty();
    }

    private String lastToken() {
        return Objects.requireNonNull(consistency.get());
    }

    private Map<String, String> headers() {
        return headers("", "");
    }

    private Map<String, String> ifMatch(Reply present) {
        return headers("If-Match", present.etag());
    }

    private Map<String, String> headers(String header, String value) {
        Map<String, String> headers = new HashMap<>(Map.of(Client.CONSISTENCY, lastToken()));
        if (!header.isEmpty()) {
            headers.put(header, value);
        }
        return headers;
    }
}
