package io.keyholder.driver;

import io.keyholder.client.Keyholder;
import io.keyholder.client.model.AssignmentRequest;
import io.keyholder.client.model.Principal;
import io.keyholder.client.model.RoleRequest;
import io.keyholder.client.model.Scope;
import java.util.UUID;

/**
 * Two tenants and the relationship that an accepted invitation made.
 *
 * @param consistency the acceptance's token
 */
public record Partnership(Tenant customer, Tenant partner, UUID id, String primaryAdmin, String consistency) {

    /** Its Primary admin, who sees what the acceptance made. */
    public Keyholder admin() {
        return partner.user(primaryAdmin).seeing(consistency);
    }

    /** A custom role that sees rooms; the id. */
    public UUID viewingRole(Keyholder admin) {
        return admin.roles()
                .createRole(new RoleRequest().relationshipId(id).name("Viewers").addPermissionsItem("rooms:view"))
                .getId();
    }

    /** What gives a role to a user over all of the relationship's rooms. */
    public static AssignmentRequest assignmentOf(String user) {
        return new AssignmentRequest()
                .name(user)
                .addMembersItem(new Principal().type(Principal.TypeEnum.USER).id(user))
                .scope(new Scope().type(Scope.TypeEnum.ALL));
    }
}
