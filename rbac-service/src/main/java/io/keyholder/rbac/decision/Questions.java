package io.keyholder.rbac.decision;

import io.keyholder.access.Caller;
import io.keyholder.access.Permission;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.Access;
import io.keyholder.web.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Questions out of what is asked over HTTP. As with every request, who may ask comes before what is wrong with it. */
@RequestScoped
class Questions {
    private final Access access;
    private final Subjects subjects;

    Questions(Access access, Subjects subjects) {
        this.access = access;
        this.subjects = subjects;
    }

    /** @throws ProblemException {@code not-found}, {@code forbidden} or {@code invalid-request} */
    Question of(CheckRequest request) {
        return of(List.of(request), index -> "").getFirst();
    }

    /** @throws ProblemException if one of them cannot be asked or answered; violations name it */
    List<Question> of(CheckBatchRequest batch) {
        return of(batch.checks(), index -> "checks[" + index + "].");
    }

    private List<Question> of(List<CheckRequest> requests, IntFunction<String> path) {
        List<Caller> about = new ArrayList<>(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            about.add(subjects.of(requests.get(i), path.apply(i)));
        }
        List<Question> questions = new ArrayList<>(requests.size());
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            CheckRequest request = requests.get(i);
            Permission permission = Permission.named(request.permission()).orElse(null);
            if (permission == null) {
                violations.add(new Violation(
                        path.apply(i) + "permission",
                        ViolationCode.NOT_ALLOWED,
                        "is not a permission: " + request.permission()));
            } else {
                questions.add(new Question(
                        access.caller(),
                        about.get(i),
                        permission,
                        request.customerId(),
                        Optional.ofNullable(request.roomId())));
            }
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return questions;
    }
}
