package io.keyholder.benchmarks.scenario.removal;

import io.keyholder.client.Keyholder;
import io.keyholder.driver.Partnership;
import java.util.UUID;

/** A Primary admin deletes a user's assignment. rbac-service owns it, rooms-service hears of it. */
final class DeletedAssignment implements Removal {

    private final Partnership partnership;
    private final UUID room;
    private final UUID role;
    private final Keyholder admin;
    private int users;

    DeletedAssignment(Partnership partnership, UUID room, UUID role) {
        this.partnership = partnership;
        this.room = room;
        this.role = role;
        this.admin = partnership.admin();
    }

    @Override
    public String name() {
        return "assignment deleted";
    }

    @Override
    public Granted grant() {
        var user = "temporary-" + users++;
        var assignment = admin.assignments().assignRole(role, Partnership.assignmentOf(user));
        return new Granted(room, partnership.partner().token(user), () -> {
            admin.assignments().deleteAssignment(assignment.getId(), assignment.getVersion());
            return admin.consistency();
        });
    }
}
