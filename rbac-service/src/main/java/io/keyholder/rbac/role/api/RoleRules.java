package io.keyholder.rbac.role.api;

import io.keyholder.access.Permission;
import io.keyholder.problems.Violation;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.rbac.role.domain.RoleDetails;
import io.keyholder.web.ProblemException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be a role at all, whoever makes it. */
final class RoleRules {

    private RoleRules() {}

    /** @throws ProblemException {@code invalid-request} naming each permission that cannot be in such a role */
    static RoleDetails details(
            Context context, String name, @Nullable String description, List<String> permissionNames) {
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < permissionNames.size(); i++) {
            Optional<Permission> permission = Permission.named(permissionNames.get(i));
            String field = "permissions[" + i + "]";
            if (permission.isEmpty()) {
                violations.add(new Violation(field, "is not a permission: " + permissionNames.get(i)));
            } else if (!context.isOwn() && permission.get().reach() == Permission.Reach.PLATFORM) {
                violations.add(
                        new Violation(field, permissionNames.get(i) + " cannot be part of a relationship's role"));
            } else {
                permissions.add(permission.get());
            }
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return new RoleDetails(
                name.strip(),
                Optional.ofNullable(description).map(String::strip).filter(text -> !text.isEmpty()),
                permissions);
    }
}
