package io.keyholder.rbac.grant;

import io.keyholder.access.Permission;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rbac.grant.model.Ruling;
import io.keyholder.web.ProblemException;

/** Answers to whoever would give or take what they may not. */
public final class Enforcement {

    private Enforcement() {}

    /** @throws ProblemException {@code invalid-request} or {@code forbidden}, unless it is fine */
    public static void enforce(Ruling ruling) {
        enforce(ruling, "scope");
    }

    /** @param scope where in the body the scope is */
    public static void enforce(Ruling ruling, String scope) {
        switch (ruling) {
            case Ruling.Fine fine -> {}
            case Ruling.NotHeld lacking ->
                throw ProblemException.lacking("This would hand on the permission "
                        + lacking.permission().permissionName()
                        + ", which you do not hold yourself over all the rooms concerned and for all that time.");
            case Ruling.NotAdministered beyond ->
                throw ProblemException.lacking(
                        "This would take from what reaches beyond the rooms over which you hold the permission "
                                + Permission.ROLES_MODIFY.permissionName() + ".");
            case Ruling.UnknownRoom room ->
                throw ProblemException.invalid(
                        scope + ".roomIds",
                        ViolationCode.NOT_FOUND,
                        "names a room that is not known here: " + room.id());
            case Ruling.UnknownGroup group ->
                throw ProblemException.invalid(
                        scope + ".roomGroupIds",
                        ViolationCode.NOT_FOUND,
                        "names a room group that is not known here: " + group.id());
        }
    }
}
