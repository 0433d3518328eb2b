package io.keyholder.web.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What the contract says of an operation by its method, path and body alone. */
final class OperationConventions {
    private static final Set<HttpMethod> CONDITIONAL = Set.of(HttpMethod.PATCH, HttpMethod.PUT, HttpMethod.DELETE);

    private final String path;
    private final HttpMethod method;
    private final Operation operation;
    private final boolean isRead;

    /** @param isQuestion whether it changes nothing, whatever its method */
    OperationConventions(String path, HttpMethod method, Operation operation, boolean isQuestion) {
        this.path = path;
        this.method = method;
        this.operation = operation;
        this.isRead = isQuestion || method == HttpMethod.GET;
    }

    void add() {
        orderPathParameters();
        operation.addParameter(StandardHeaders.parameter("Consistency"));
        answers(400, 401, 403, 406, 429, 500, 502, 503, 504);
        if (path.contains("{") || takes("relationshipId")) {
            answers(404);
        }
        if (operation.getRequestBody() != null) {
            answers(413, 415);
        }
        addConditions();
        responses().getAPIResponses().forEach((status, answer) -> {
            if (answer.getRef() == null) {
                StandardHeaders.addToEvery(answer);
                addHeaders(status, answer);
            }
        });
    }

    /** Clients that are made of the document take them in this order: that of the path, before all others. */
    private void orderPathParameters() {
        if (operation.getParameters() != null) {
            List<Parameter> ordered = new ArrayList<>(operation.getParameters());
            ordered.sort(Comparator.comparingInt(this::place));
            operation.setParameters(ordered);
        }
    }

    private int place(Parameter parameter) {
        int place = path.indexOf("{" + parameter.getName() + "}");
        return place < 0 ? path.length() : place;
    }

    private void addConditions() {
        if (method == HttpMethod.POST && !isRead) {
            operation.addParameter(StandardHeaders.parameter("IdempotencyKey"));
            answers(409, 422);
        }
        if (isSingle()) {
            operation.addParameter(StandardHeaders.parameter("IfNoneMatch"));
            responses().addAPIResponse("304", ProblemAnswers.notModified());
        }
        if (CONDITIONAL.contains(method)) {
            operation.addParameter(StandardHeaders.parameter("IfMatch"));
            answers(409, 412, 428);
        }
    }

    private boolean takes(String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(taken -> parameter.equals(taken.getName()));
    }

    private boolean isSingle() {
        return method == HttpMethod.GET && path.endsWith("}");
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
        if (!status.startsWith("2")) {
            return;
        }
        if (takes("cursor")) {
            answer.addHeader("Link", StandardHeaders.reference("Link"));
        }
        if (isSingle() || !isRead && !status.equals("204")) {
            answer.addHeader("ETag", StandardHeaders.reference("ETag"));
        }
        if (!isRead) {
            answer.addHeader("Keyholder-Consistency", StandardHeaders.reference("Consistency"));
        }
        if (status.equals("201")) {
            answer.addHeader("Location", StandardHeaders.reference("Location"));
        }
    }

    private APIResponses responses() {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        return operation.getResponses();
    }
}
