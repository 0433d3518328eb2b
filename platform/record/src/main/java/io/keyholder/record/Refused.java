package io.keyholder.record;

import io.keyholder.problems.ProblemType;

/**
 * What is there rules the command out. Whoever ran it rolls its transaction back.
 *
 * @param type the kind of problem
 * @param detail what was wrong this time, for the caller
 */
public record Refused<A>(ProblemType type, String detail) implements Outcome<A> {

    public static <A> Refused<A> because(ProblemType type) {
        return new Refused<>(type, type.meaning());
    }
}
