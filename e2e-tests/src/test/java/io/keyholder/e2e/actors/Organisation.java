package io.keyholder.e2e.actors;

import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import java.util.Map;

/** A tenant and its users, whoever is named. */
public record Organisation(World world, String id, String name, String domain, TestIssuer issuer) {

    public Actor globalAdmin() {
        return actor("gail", TokenSpec.of("gail").roles("global-admin"));
    }

    /** A user who holds nothing by the token itself. */
    public Actor user(String userName, String... groups) {
        return actor(userName, TokenSpec.of(userName).groups(groups));
    }

    public Actor actor(String userName, TokenSpec spec) {
        return actor(userName, spec, id);
    }

    /** @param tid what the token says there, where it is not the tenant's id */
    public Actor actor(String userName, TokenSpec spec, String tid) {
        TokenSpec ofTenant = spec.tenant(tid);
        return world.actor(userName, this, () -> issuer.token(ofTenant));
    }

    /** A user with a built-in role over everything of this tenant, given by the Global admin. */
    public Actor withRole(String userName, String roleKey) {
        Actor user = user(userName);
        Actor admin = globalAdmin();
        String role = admin.get("/roles?key=" + roleKey).is(200).ids().getFirst();
        admin.post("/roles/" + role + "/assignments", Bodies.assignment(userName, Bodies.all(), Bodies.user(user)))
                .is(201);
        return user;
    }

    /** A room; the id. */
    public String room(String roomName, String country) {
        return globalAdmin()
                .post("/rooms", Bodies.room(roomName, country))
                .is(201)
                .id();
    }

    /** A group of these rooms; the id. */
    public String roomGroup(String groupName, String... roomIds) {
        return globalAdmin()
                .post("/room-groups", Map.of("name", groupName, "roomIds", roomIds))
                .is(201)
                .id();
    }

    /** Invites and has the partner's Global admin accept. */
    public Partnership entrust(Organisation partner, Map<String, Object> scope, Actor primaryAdmin) {
        return entrustBy(Bodies.invitation(partner.domain(), scope), partner, primaryAdmin);
    }

    public Partnership entrustBy(Map<String, Object> invitation, Organisation partner, Actor primaryAdmin) {
        String id = globalAdmin().post("/invitations", invitation).is(201).id();
        String relationship = partner.globalAdmin()
                .post("/invitations/" + id + "/accept", Bodies.primaryAdmins(Bodies.user(primaryAdmin)))
                .is(200)
                .text("relationshipId");
        return new Partnership(this, partner, id, relationship, primaryAdmin);
    }

    void awaitServed() {
        World.awaitServed(globalAdmin());
    }
}
