package io.keyholder.rooms.limit;

import io.keyholder.problems.CommonProblem;
import io.keyholder.record.Refused;

/**
 * How much there may be of something.
 *
 * @param name its name in the configuration, below {@code keyholder.rooms.limits}
 * @param what is limited, for people
 */
public record Limit(String name, long most, String what) {

    /** For whoever has reached it. */
    public <A> Refused<A> refusal() {
        return new Refused<>(
                CommonProblem.LIMIT_REACHED, "The limit `" + name + "` is reached: at most " + most + " " + what + ".");
    }
}
