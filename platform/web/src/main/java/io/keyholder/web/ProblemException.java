package io.keyholder.web;

import io.keyholder.access.Permission;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.Problem;
import io.keyholder.problems.ProblemType;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import java.util.List;

/** Ends a request with a problem. Thrown where HTTP is spoken alone: rules return outcomes. */
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

    /** For what does not exist and for what the caller must not learn of: the same answer, byte for byte. */
    public static ProblemException notFound() {
        return of(CommonProblem.NOT_FOUND);
    }

    /** For what the caller can see but not do. */
    public static ProblemException lacking(Permission permission) {
        return lacking("This needs the permission " + permission.permissionName() + ".");
    }

    /** The same, where the detail says more than the permission's name: whose it is, over what. */
    public static ProblemException lacking(String detail) {
        return new ProblemException(CommonProblem.FORBIDDEN, Problem.of(CommonProblem.FORBIDDEN, detail), true);
    }

    public static ProblemException invalid(List<Violation> violations) {
        Violation first = violations.getFirst();
        String others = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)";
        String detail = first.field() + ": " + first.message() + others;
        return new ProblemException(
                CommonProblem.INVALID_REQUEST,
                Problem.of(CommonProblem.INVALID_REQUEST, detail).withViolations(violations));
    }

    public static ProblemException invalid(String field, ViolationCode code, String message) {
        return invalid(List.of(new Violation(field, code, message)));
    }

    /** The same about a part of the body: of its violations, each names its field within that. */
    public ProblemException within(String field) {
        return problem.violations().isEmpty()
                ? this
                : invalid(problem.violations().stream()
                        .map(violation -> violation.within(field))
                        .toList());
    }

    /** A cursor that is broken, or belongs to another caller, another list or other filters. */
    public static ProblemException invalidCursor() {
        Violation cursor = new Violation(
                "cursor",
                ViolationCode.MALFORMED,
                "is broken, or belongs to another caller, another list or other filters");
        return new ProblemException(
                CommonProblem.INVALID_CURSOR,
                Problem.of(CommonProblem.INVALID_CURSOR).withViolations(List.of(cursor)));
    }

    /** Whether it refuses for want of a permission, which the caller might hold by a group that its token leaves out. */
    public boolean isOfLack() {
        return ofLack;
    }

    public ProblemType type() {
        return type;
    }

    public Problem problem() {
        return problem;
    }
}
