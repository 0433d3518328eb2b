package io.keyholder.rooms.room.api;

import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.RoomProblem;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.web.ProblemException;

/** What becomes of a change, as it is answered. */
final class RoomAnswers {

    private RoomAnswers() {}

    /** @throws ProblemException the conflict, if it was one */
    static Room done(Room.Change change) {
        return switch (change) {
            case Room.Change.Done done -> done.room();
            case Room.Change.AlreadyUnenrolled already -> throw ProblemException.of(RoomProblem.ROOM_UNENROLLED);
            case Room.Change.ExternalIdTaken taken -> throw ProblemException.of(RoomProblem.EXTERNAL_ID_TAKEN);
            case Room.Change.LimitReached reached ->
                throw ProblemException.of(
                        CommonProblem.LIMIT_REACHED, reached.limit().detail());
        };
    }
}
