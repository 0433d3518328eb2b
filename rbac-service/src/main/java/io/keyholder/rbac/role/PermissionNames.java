package io.keyholder.rbac.role;

import io.keyholder.access.Permission;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.web.ProblemException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Permissions by name, as a role can hold them. */
public final class PermissionNames {

    private PermissionNames() {}

    /**
     * @param field of the body, which holds the names
     * @throws ProblemException {@code invalid-request} naming each that cannot be in a role there
     */
    public static Set<Permission> read(Context context, String field, List<String> names) {
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<Permission> permission = Permission.named(names.get(i));
            String place = field + "[" + i + "]";
            if (permission.isEmpty()) {
                violations.add(new Violation(place, ViolationCode.NOT_ALLOWED, "is not a permission: " + names.get(i)));
            } else if (!isPossible(context, permission.get())) {
                violations.add(new Violation(
                        place, ViolationCode.CONTRADICTORY, names.get(i) + " cannot be part of a relationship's role"));
            } else {
                permissions.add(permission.get());
            }
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return permissions;
    }

    public static boolean isPossible(Context context, Permission permission) {
        return context.isOwn() || permission.reach() != Permission.Reach.PLATFORM;
    }
}
