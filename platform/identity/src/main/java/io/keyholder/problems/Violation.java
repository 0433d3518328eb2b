package io.keyholder.problems;

/**
 * One thing that is wrong with a request, as listed by {@link ProblemType#INVALID_REQUEST}.
 *
 * @param field where: a path into the body ({@code roomScope.roomIds[2]}), a parameter's name, or {@code line N} of an
 *     import
 * @param message what is wrong with it, for a person
 */
public record Violation(String field, String message) {}
