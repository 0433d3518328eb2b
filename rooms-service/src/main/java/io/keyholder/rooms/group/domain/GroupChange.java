package io.keyholder.rooms.group.domain;

import io.keyholder.rooms.limit.domain.Limit;

/** What became of creating or changing a group. */
public sealed interface GroupChange {
    record Done(RoomGroup group) implements GroupChange {}

    /** Another group of the tenant has that name. */
    record NameTaken() implements GroupChange {}

    /** An unenrolled room joins and leaves no group. */
    record RoomUnenrolled() implements GroupChange {}

    /** What was changed before is to be rolled back. */
    record LimitReached(Limit limit) implements GroupChange {}
}
