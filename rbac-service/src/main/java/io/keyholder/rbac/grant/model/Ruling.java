package io.keyholder.rbac.grant.model;

import io.keyholder.access.Permission;
import java.util.UUID;

/** Whether somebody may give what they are about to give. */
public sealed interface Ruling {
    record Fine() implements Ruling {}

    /** They do not hold the permission over all that they would give it over, or not for as long. */
    record NotHeld(Permission permission) implements Ruling {}

    /**
     * They do not administer roles over all that they would take from.
     *
     * @param anywhere false: nor over anything at all any more, though they did a moment ago
     */
    record NotAdministered(boolean anywhere) implements Ruling {}

    /** There is no such room that they may know of. */
    record UnknownRoom(UUID id) implements Ruling {}

    /** There is no such room group that they may know of. */
    record UnknownGroup(UUID id) implements Ruling {}
}
