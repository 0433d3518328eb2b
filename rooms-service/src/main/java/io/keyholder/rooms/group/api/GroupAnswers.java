package io.keyholder.rooms.group.api;

import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.RoomProblem;
import io.keyholder.rooms.group.domain.GroupChange;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.web.ProblemException;

/** What becomes of a change, as it is answered. */
final class GroupAnswers {

    private GroupAnswers() {}

    /** @throws ProblemException the conflict, if it was one */
    static RoomGroup done(GroupChange change) {
        return switch (change) {
            case GroupChange.Done done -> done.group();
            case GroupChange.NameTaken taken -> throw ProblemException.of(RoomProblem.ROOM_GROUP_NAME_TAKEN);
            case GroupChange.RoomUnenrolled unenrolled -> throw ProblemException.of(RoomProblem.ROOM_UNENROLLED);
            case GroupChange.LimitReached reached ->
                throw ProblemException.of(
                        CommonProblem.LIMIT_REACHED, reached.limit().detail());
        };
    }
}
