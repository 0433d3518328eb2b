package io.keyholder.web.openapi;

import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What the contract says of an operation by its method, path and body alone. */
final class Habits {
    private static final Set<HttpMethod> CONDITIONAL = Set.of(HttpMethod.PATCH, HttpMethod.PUT, HttpMethod.DELETE);

    private final String path;
    private final HttpMethod method;
    private final Operation operation;

    Habits(String path, HttpMethod method, Operation operation) {
        this.path = path;
        this.method = method;
        this.operation = operation;
    }

    void add() {
        operation.addParameter(HabitualHeaders.parameter("Consistency"));
        answers(400, 401, 403, 429, 500, 503);
        if (path.contains("{")) {
            answers(404);
        }
        if (operation.getRequestBody() != null) {
            answers(413, 415);
        }
        if (method == HttpMethod.POST) {
            operation.addParameter(HabitualHeaders.parameter("IdempotencyKey"));
            answers(409, 422);
        }
        if (CONDITIONAL.contains(method)) {
            operation.addParameter(HabitualHeaders.parameter("IfMatch"));
            answers(409, 412, 428);
        }
        responses().getAPIResponses().forEach(this::addHeaders);
    }

    /** An answer without a description of ours is one that the framework has guessed. */
    private void answers(int... statuses) {
        for (int status : statuses) {
            String code = Integer.toString(status);
            APIResponse known = responses().getAPIResponse(code);
            if (known == null || known.getContent() == null) {
                responses().addAPIResponse(code, ProblemAnswers.of(status));
            }
        }
    }

    private void addHeaders(String status, APIResponse answer) {
        if (!status.startsWith("2") || answer.getRef() != null) {
            return;
        }
        if (method == HttpMethod.GET) {
            boolean single = path.endsWith("}");
            answer.addHeader(single ? "ETag" : "Link", HabitualHeaders.reference(single ? "ETag" : "Link"));
            return;
        }
        answer.addHeader("Keyholder-Consistency", HabitualHeaders.reference("Consistency"));
        if (!status.equals("204")) {
            answer.addHeader("ETag", HabitualHeaders.reference("ETag"));
        }
        if (status.equals("201")) {
            answer.addHeader("Location", HabitualHeaders.reference("Location"));
        }
    }

    private APIResponses responses() {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        return operation.getResponses();
    }
}
