package io.keyholder.client;

import io.keyholder.client.model.Problem;
import io.keyholder.client.model.Violation;
import java.io.Serial;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A refusal (RFC 9457). Decide by {@link #slug} and by the codes of {@link #violations}: texts are for people. */
public final class KeyholderProblem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final String requestId;
    private final Optional<Duration> retryAfter;

    KeyholderProblem(Problem problem, HttpHeaders headers) {
        super(Objects.requireNonNullElse(problem.getDetail(), problem.getTitle()));
        this.problem = problem;
        this.requestId = headers.firstValue("X-Request-Id").orElse("");
        this.retryAfter = Retries.asked(headers, Instant.now());
    }

    public int status() {
        return problem.getStatus();
    }

    /** What {@code type} ends with, such as {@code role-name-taken}. */
    public String slug() {
        return problem.getType().substring(problem.getType().lastIndexOf('/') + 1);
    }

    public boolean is(String slug) {
        return slug().equals(slug);
    }

    public List<Violation> violations() {
        return Objects.requireNonNullElse(problem.getViolations(), List.of());
    }

    /** How long to wait before it is tried again, where the answer says so. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The id of the request, which the server's logs name. */
    public String requestId() {
        return requestId;
    }

    /** All of it. */
    public Problem problem() {
        return problem;
    }
}
