package io.keyholder.drills.workload;

import io.keyholder.client.Keyholder;
import io.keyholder.client.Page;
import io.keyholder.client.model.Assignment;
import io.keyholder.client.model.Delegation;
import io.keyholder.client.model.DelegationRequest;
import io.keyholder.client.model.Relationship;
import io.keyholder.client.model.Room;
import io.keyholder.client.model.RoomLocation;
import io.keyholder.client.model.RoomPatch;
import io.keyholder.client.model.RoomRequest;
import io.keyholder.client.model.RoomScope;
import io.keyholder.drills.history.Exchange;
import io.keyholder.drills.history.History;
import io.keyholder.drills.history.Kind;
import io.keyholder.driver.Deployment;
import io.keyholder.driver.Partnership;
import io.keyholder.driver.Tenant;
import io.keyholder.driver.Tenants;
import io.keyholder.localstack.Await;
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
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A customer, a partner and their relationship. One thread changes things; any number reads as the partner's engineer. A change is
 * repeated until it is answered, by the same idempotency key, or until it turns out to have been done: so it is known of each
 * whether it was, but for what is given up.
 */
final class Scene {
    private static final String ENGINEER = "engineer";
    private static final String PAULA = "paula";
    private static final String CONSISTENCY = "Keyholder-Consistency";
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);
    private static final int PAGE = 200;

    private final String name;
    private final History history;
    private final BooleanSupplier giveUp;
    private final Keyholder customer;
    private final Keyholder primaryAdmin;
    private final Keyholder engineer;
    private final UUID relationship;
    private final UUID role;
    private final UUID room;
    private final AtomicReference<String> consistency;
    private final Map<UUID, String> rooms = new HashMap<>();
    private UUID assignment;

    private Scene(
            String name,
            History history,
            BooleanSupplier giveUp,
            Keyholder customer,
            Keyholder primaryAdmin,
            Keyholder engineer,
            UUID relationship,
            UUID role,
            UUID room,
            UUID assignment,
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
        Partnership partnership = aurora.entrust(meridian, PAULA);
        Keyholder admin = partnership.admin();
        UUID role = partnership.viewingRole(admin);
        UUID assignment = admin.assignments()
                .assignRole(role, Partnership.assignmentOf(ENGINEER))
                .getId();
        Keyholder customer = aurora.admin().seeing(admin.consistency());
        UUID room = customer.rooms().createRoom(room("The room", "DE")).getId();
        return new Scene(
                name,
                history,
                giveUp,
                user(deployment, aurora.adminToken()),
                user(deployment, meridian.token(PAULA)),
                user(deployment, meridian.token(ENGINEER)),
                partnership.id(),
                role,
                room,
                assignment,
                customer.consistency());
    }

    private static Keyholder user(Deployment deployment, String token) {
        return Reply.user(deployment.gateway()).token(token).build();
    }

    private static RoomRequest room(String name, String country) {
        return new RoomRequest().name(name).location(new RoomLocation().country(country));
    }

    String name() {
        return name;
    }

    /** Asks for the room as the partner's engineer, with the token of the last change or without. */
    void read(boolean attentive) {
        // In this order: a token that is fetched after an answer was noted is that answer's, or a later one.
        long asked = System.nanoTime();
        String token = attentive ? lastToken() : "";
        Reply<Room> reply = Reply.to(() -> seeing(engineer, token).rooms().getRoom(room));
        history.add(new Exchange(
                name,
                Kind.READ,
                room.toString(),
                "",
                asked,
                System.nanoTime(),
                reply.status(),
                attentive && !token.isEmpty()));
    }

    void createRoom(String roomName) {
        String key = UUID.randomUUID().toString();
        change(
                        Kind.CREATE_ROOM,
                        roomName,
                        made(Room::getId),
                        () -> attempt(
                                customer,
                                user -> user.withIdempotencyKey(key).rooms().createRoom(room(roomName, "US"))))
                .ifPresent(made -> rooms.put(made.getId(), roomName));
    }

    void renameRoom(UUID id, String newName) {
        change(Kind.RENAME_ROOM, newName, unused -> id.toString(), () -> {
            Reply<Room> present = read(user -> user.rooms().getRoom(id));
            if (present.status() == 404
                    || present.value()
                            .filter(room -> room.getName().equals(newName))
                            .isPresent()) {
                return Attempt.alreadyDone();
            }
            return changing(
                    present,
                    room -> attempt(
                            customer,
                            user -> user.rooms().changeRoom(id, room.getVersion(), new RoomPatch().name(newName))));
        });
        rooms.put(id, newName);
    }

    void suspend() {
        change(
                Kind.SUSPEND,
                Relationship.StatusEnum.SUSPENDED,
                user -> user.relationships().suspendRelationship(relationship));
    }

    void resume() {
        change(
                Kind.RESUME,
                Relationship.StatusEnum.ACTIVE,
                user -> user.relationships().resumeRelationship(relationship));
    }

    private void change(Kind kind, Relationship.StatusEnum wanted, Function<Keyholder, Relationship> request) {
        change(kind, wanted.getValue(), unused -> relationship.toString(), () -> {
            Reply<Relationship> present = read(user -> user.relationships().getRelationship(relationship));
            if (present.value().filter(one -> one.getStatus() == wanted).isPresent()) {
                return Attempt.alreadyDone();
            }
            return changing(present, unused -> attempt(customer, request));
        });
    }

    void narrow() {
        delegate(Kind.NARROW, RoomScope.TypeEnum.SELECTED);
    }

    void widen() {
        delegate(Kind.WIDEN, RoomScope.TypeEnum.ALL);
    }

    private void delegate(Kind kind, RoomScope.TypeEnum wanted) {
        DelegationRequest request = new DelegationRequest().roomScope(new RoomScope().type(wanted));
        change(kind, wanted.getValue(), unused -> relationship.toString(), () -> {
            Reply<Delegation> present = read(user -> user.delegations().getDelegation(relationship));
            if (present.value()
                    .filter(one -> one.getRoomScope().getType() == wanted)
                    .isPresent()) {
                return Attempt.alreadyDone();
            }
            return changing(
                    present,
                    one -> attempt(
                            customer,
                            user -> user.delegations().putDelegation(relationship, one.getVersion(), request)));
        });
    }

    void unassign() {
        unassign(Kind.UNASSIGN, assignment);
    }

    /** Whether it is there the customer says, who is never refused for the sake of what is stale. */
    private void unassign(Kind kind, UUID id) {
        change(kind, "", unused -> id.toString(), () -> {
            Reply<Assignment> present = read(user -> user.assignments().getAssignment(id));
            if (present.status() == 404) {
                return Attempt.<Boolean>alreadyDone();
            }
            return changing(
                    present,
                    unused -> attempt(primaryAdmin, user -> {
                        user.assignments().deleteAssignment(id, "*");
                        return true;
                    }));
        });
    }

    void assign() {
        String key = UUID.randomUUID().toString();
        change(
                        Kind.ASSIGN,
                        "",
                        made(Assignment::getId),
                        () -> attempt(
                                primaryAdmin,
                                user -> user.withIdempotencyKey(key)
                                        .assignments()
                                        .assignRole(role, Partnership.assignmentOf(ENGINEER))))
                .ifPresent(made -> assignment = made.getId());
    }

    /** After a database has gone back: everything is given anew, whatever had been taken. */
    void giveEverything() {
        resume();
        widen();
        Reply<Assignment> present = read(user -> user.assignments().getAssignment(assignment));
        while (!present.isSuccess() && present.status() != 404 && !giveUp.getAsBoolean()) {
            Await.pause(BETWEEN_ATTEMPTS);
            present = read(user -> user.assignments().getAssignment(assignment));
        }
        if (present.status() == 404) {
            assign();
        }
        otherAssignments().forEach(id -> unassign(Kind.UNASSIGN_ONE, id));
    }

    /** What had been taken before the database went back may be there again, and would grant what is then taken anew. */
    private List<UUID> otherAssignments() {
        Optional<List<Assignment>> all = assignmentsOfRole();
        while (all.isEmpty() && !giveUp.getAsBoolean()) {
            Await.pause(BETWEEN_ATTEMPTS);
            all = assignmentsOfRole();
        }
        return all.orElse(List.of()).stream()
                .map(Assignment::getId)
                .filter(id -> !id.equals(assignment))
                .toList();
    }

    private Optional<List<Assignment>> assignmentsOfRole() {
        return list(user -> user.assignments().listAssignmentsOfRole(role, query -> query.limit(PAGE)));
    }

    List<UUID> roomsMade() {
        return new ArrayList<>(rooms.keySet());
    }

    /** All pages of a list as the customer has it; empty when it does not come. */
    <T> Optional<List<T>> list(Function<Keyholder, Page<T>> first) {
        return read(user -> first.apply(user).all().toList()).value();
    }

    /**
     * One try at a change.
     *
     * @param sent whether it was asked for
     * @param found whether it was not, because everything is as wanted
     */
    private record Attempt<T>(Reply<T> reply, String consistency, boolean sent, boolean found) {

        /** What was found done has no token: nobody can be asked to have heard of it. */
        static <T> Attempt<T> alreadyDone() {
            return new Attempt<>(Reply.none(), "", false, true);
        }

        static <T> Attempt<T> notYet() {
            return new Attempt<>(Reply.none(), "", false, false);
        }

        boolean isDone() {
            return found || reply.isSuccess();
        }
    }

    private <T> Attempt<T> attempt(Keyholder user, Function<Keyholder, T> request) {
        Reply<T> reply = Reply.to(() -> request.apply(seeing(user, lastToken())));
        return new Attempt<>(reply, reply.isSuccess() ? user.consistency() : "", true, false);
    }

    /** Of what is there now, once that is known. */
    private static <P, T> Attempt<T> changing(Reply<P> present, Function<P, Attempt<T>> change) {
        return present.value().map(change).orElseGet(Attempt::notYet);
    }

    private <T> Reply<T> read(Function<Keyholder, T> request) {
        return Reply.to(() -> request.apply(seeing(customer, lastToken())));
    }

    /** The id of what was made, where that was answered. */
    private static <T> Function<Optional<T>, String> made(Function<T, UUID> id) {
        return made -> made.map(id).map(UUID::toString).orElse("unknown");
    }

    /** @param subject the id of what is changed, by what was answered */
    private <T> Optional<T> change(
            Kind kind, String value, Function<Optional<T>, String> subject, Supplier<Attempt<T>> attempt) {
        long asked = System.nanoTime();
        Attempt<T> last = attempt.get();
        boolean sent = last.sent();
        while (!last.isDone() && !giveUp.getAsBoolean()) {
            Await.pause(BETWEEN_ATTEMPTS);
            last = attempt.get();
            sent |= last.sent();
        }
        if (!last.isDone()) {
            System.err.printf("Given up: %s of %s, last answered by %s%n", kind, name, last.reply());
        }
        if (!sent) {
            return Optional.empty();
        }
        consistency.set(last.consistency());
        int status = !last.isDone()
                ? Exchange.UNANSWERED
                : last.found() ? 200 : last.reply().status();
        history.add(new Exchange(
                name, kind, subject.apply(last.reply().value()), value, asked, System.nanoTime(), status, true));
        return last.reply().value();
    }

    private String lastToken() {
        return Objects.requireNonNull(consistency.get());
    }

    private static Keyholder seeing(Keyholder user, String token) {
        return token.isEmpty() ? user : user.withHeader(CONSISTENCY, token);
    }
}
