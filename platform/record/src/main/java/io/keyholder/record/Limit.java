package io.keyholder.record;

import io.keyholder.problems.CommonProblem;

/**
 * How much there may be of something.
 *
 * @param name its key in the configuration, or the last part of it
 * @param what is limited, in the plural, for people
 */
public record Limit(String name, long most, String what) {

    /** For whoever has reached it. */
    public <A> Refused<A> refusal() {
        return new Refused<>(
                CommonProblem.LIMIT_REACHED, "The limit `" + name + "` is reached: at most " + most + " " + what + ".");
    }
}
