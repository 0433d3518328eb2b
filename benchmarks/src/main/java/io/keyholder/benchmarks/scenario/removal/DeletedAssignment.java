package io.keyholder.benchmarks.scenario.removal;

import io.keyholder.driver.Caller;
import io.keyholder.driver.Relationship;

/** A Primary admin deletes a user's assignment. rbac-service owns it, rooms-service hears of it. */
final class DeletedAssignment implements Removal {

    private final Relationship relationship;
    private final String room;
    private final String role;
    private final Caller admin;
    private int users;

    DeletedAssignment(Relationship relationship, String room, String role) {
        this.relationship = relationship;
        this.room = room;
        this.role = role;
        this.admin = relationship.admin();
    }

    @Override
    public String name() {
        return "assignment deleted";
    }

    @Override
    public Granted grant() {
        var user = "temporary-" + users++;
        var id = admin.post("/roles/" + role + "/assignments", Relationship.assignmentOf(user))
                .is(201)
                .id();
        var etag = admin.get("/assignments/" + id).is(200).header("ETag");
        return new Granted("/rooms/" + room, relationship.partner().token(user), () -> {
            admin.delete("/assignments/" + id, etag).is(204);
            return admin.consistency();
        });
    }
}
