package io.keyholder.rooms.group.application;

import io.keyholder.rooms.group.domain.RoomGroup;
import java.util.List;

/** Finds groups over all customers at once. */
public interface VisibleGroups {

    /** By name. */
    List<RoomGroup> list(GroupFilter filter, List<String> after, int limit);

    long count(GroupFilter filter);
}
