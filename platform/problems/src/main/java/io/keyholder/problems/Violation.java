package io.keyholder.problems;

/**
 * One thing that is wrong with a request, as listed by {@link CommonProblem#INVALID_REQUEST}.
 *
 * @param field where: a path into the body ({@code roomScope.roomIds[2]}), a parameter's name, or {@code line N} of an
 *     import
 * @param code what kind of thing is wrong, for programs
 * @param message what is wrong, for people
 */
public record Violation(String field, ViolationCode code, String message) {

    /** The same about a part of the body. */
    public Violation within(String part) {
        return new Violation(part + "." + field, code, message);
    }
}
