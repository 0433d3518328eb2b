package io.keyholder.web;

import io.keyholder.access.Permission;
import io.keyholder.problems.Problem;
import io.keyholder.problems.ProblemType;
import io.keyholder.problems.Violation;
import java.util.List;

/** Ends a request with a problem. Thrown in {@code api} packages alone: rules answer with outcomes. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient Problem problem;
    private final boolean ofLack;

    private ProblemException(ProblemType type, Problem problem) {
        this(type, problem, false);
    }

    private ProblemException(ProblemType type, Problem problem, boolean ofLack) {
        super(problem.detail(), null, false, false);
        this.type = type;
        this.problem = problem;
        this.ofLack = ofLack;
    }

    public static ProblemException of(ProblemType type) {
        return new ProblemException(type, Problem.of(type));
    }

    /** @param detail what was wrong this time and what to do, for the caller to read */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, Problem.of(type, detail));
    }

    /** What the caller may not know of, and what does not exist: the same answer to the byte. */
    public static ProblemException notFound() {
        return of(ProblemType.NOT_FOUND);
    }

    /** What the caller can see but not do. */
    public static ProblemException lacking(Permission permission) {
        return lacking("This needs the permission " + permission.permissionName() + ".");
    }

    /** The same, where more is to be said than the permission's name: of whom, over what. */
    public static ProblemException lacking(String detail) {
        return new ProblemException(ProblemType.FORBIDDEN, Problem.of(ProblemType.FORBIDDEN, detail), true);
    }

    public static ProblemException invalid(List<Violation> violations) {
        Violation first = violations.getFirst();
        String others = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)";
        String detail = first.field() + ": " + first.message() + others;
        return new ProblemException(
                ProblemType.INVALID_REQUEST,
                Problem.of(ProblemType.INVALID_REQUEST, detail).withViolations(violations));
    }

    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new Violation(field, message)));
    }

    /** The same about a part of the body: of its violations, each names its field within that. */
    public ProblemException within(String field) {
        return problem.violations().isEmpty()
                ? this
                : invalid(problem.violations().stream()
                        .map(violation -> new Violation(field + "." + violation.field(), violation.message()))
                        .toList());
    }

    /** A cursor that is broken, or belongs to another caller, another list or other filters. */
    public static ProblemException invalidCursor() {
        Violation cursor =
                new Violation("cursor", "is broken, or belongs to another caller, another list or other filters");
        return new ProblemException(
                ProblemType.INVALID_CURSOR,
                Problem.of(ProblemType.INVALID_CURSOR).withViolations(List.of(cursor)));
    }

    /** Whether it refuses for want of a permission, which the caller might hold by a group that its token leaves out. */
    boolean isOfLack() {
        return ofLack;
    }

    public ProblemType type() {
        return type;
    }

    public Problem problem() {
        return problem;
    }
}
