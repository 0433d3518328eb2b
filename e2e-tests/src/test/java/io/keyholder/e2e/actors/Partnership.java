package io.keyholder.e2e.actors;

import java.util.List;
import java.util.Map;

/** A relationship, from its acceptance on. */
public record Partnership(
        Organisation customer, Organisation partner, String invitationId, String id, Actor primaryAdmin) {

    public String path() {
        return "/relationships/" + id;
    }

    public String delegation() {
        return "/delegations/" + id;
    }

    /** The id of its one built-in role. */
    public String primaryAdminRole() {
        return primaryAdmin
                .get("/roles?relationshipId=" + id + "&key=primary-admin")
                .is(200)
                .ids()
                .getFirst();
    }

    /** A custom role of the partner for this customer; the id. */
    public String role(String name, String... permissions) {
        return primaryAdmin
                .post("/roles", Map.of("relationshipId", id, "name", name, "permissions", permissions))
                .is(201)
                .id();
    }

    /** Gives a role of this relationship to a user; the assignment's id. */
    public String assign(String role, Map<String, Object> scope, Actor user) {
        return primaryAdmin
                .post("/roles/" + role + "/assignments", Bodies.assignment(user.id(), scope, Bodies.user(user)))
                .is(201)
                .id();
    }

    public void delegate(Map<String, Object> scope) {
        customer.globalAdmin()
                .putCurrent(delegation(), Map.of("roomScope", scope))
                .is(200);
    }

    public void suspend() {
        customer.globalAdmin().post(path() + "/suspend").is(200);
    }

    public void resume() {
        customer.globalAdmin().post(path() + "/resume").is(200);
    }

    public void terminate() {
        customer.globalAdmin().deleteCurrent(path()).is(204);
    }

    /** What the user sees of this customer's rooms. */
    public List<String> roomsSeenBy(Actor user) {
        return user.get("/rooms?limit=200&sort=name&customerId=" + customer.id())
                .is(200)
                .texts("items.name");
    }
}
