package io.keyholder.rooms.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of each kind a tenant may keep. More is refused with 409 {@code limit-reached}. */
@ConfigMapping(prefix = "keyholder.rooms.limits")
public interface LimitConfig {

    /** Managed rooms of a tenant. */
    @WithDefault("200000")
    long rooms();

    /** Rooms of a tenant, unenrolled ones included: they stay readable. */
    @WithDefault("1000000")
    long roomsIncludingUnenrolled();

    /** Room groups of a tenant. */
    @WithDefault("10000")
    long roomGroups();

    /** Rooms in one group. */
    @WithDefault("100000")
    long roomsPerGroup();

    /** Groups that one room is in. */
    @WithDefault("200")
    long groupsPerRoom();

    /** Rooms and groups together that a delegation names. */
    @WithDefault("10000")
    long idsPerScope();
}
