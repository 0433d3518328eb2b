package io.keyholder.localstack.demo;

import io.keyholder.client.model.AssignmentRequest;
import io.keyholder.client.model.Principal;
import io.keyholder.client.model.Scope;
import java.util.UUID;

/** Gives built-in roles of a tenant to its users. */
record Administrators(Cast cast, Stage stage) {

    /** Unless an earlier play did it: the user would hold the permission already. */
    void assign(String by, String roleKey, String user, String permission) {
        if (holds(user, permission)) {
            stage.note(user + " has been " + roleKey + " since an earlier play");
            return;
        }
        UUID role = cast.as(by)
                .roles()
                .listRoles(query -> query.key(roleKey))
                .items()
                .getFirst()
                .getId();
        Principal member = new Principal()
                .type(Principal.TypeEnum.USER)
                .id(cast.idOf(user))
                .displayName(user);
        cast.as(by)
                .assignments()
                .assignRole(
                        role,
                        new AssignmentRequest()
                                .name(user)
                                .addMembersItem(member)
                                .scope(new Scope().type(Scope.TypeEnum.ALL)));
    }

    private boolean holds(String user, String permission) {
        return cast.offstage(user).access().getMyAccess().getContexts().stream()
                .anyMatch(context -> context.getPermissions().contains(permission));
    }
}
