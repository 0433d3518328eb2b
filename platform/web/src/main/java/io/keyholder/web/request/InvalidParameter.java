package io.keyholder.web.request;

import io.keyholder.problems.Problem;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** A query parameter that cannot be read as what it should be. JAX-RS lets no other exception out of a converter. */
public final class InvalidParameter extends WebApplicationException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    InvalidParameter(String name, ViolationCode code, String message) {
        super(Response.Status.BAD_REQUEST);
        this.problem = ProblemException.invalid(name, code, message).problem();
    }

    public Problem problem() {
        return problem;
    }
}
