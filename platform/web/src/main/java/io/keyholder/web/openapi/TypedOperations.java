package io.keyholder.web.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Describes what an operation takes and answers by its method: the body that it reads, and the one status it answers with when all
 * goes well, {@code @ResponseStatus} or 200. Answers that an annotation describes are left as they are.
 */
final class TypedOperations {
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final DotName STATUS = DotName.createSimple("org.jboss.resteasy.reactive.ResponseStatus");
    private static final DotName DESCRIBED =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.responses.APIResponse");
    private static final DotName ALL_DESCRIBED =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.responses.APIResponses");
    private static final DotName PAGE = DotName.createSimple("io.keyholder.web.list.Page");
    private static final String JSON = "application/json";

    private final Map<String, MethodInfo> methods;
    private final Wrappers wrappers;
    private final ShapeParameters shapes;

    TypedOperations(IndexView index, Wrappers wrappers, ShapeParameters shapes) {
        this.shapes = shapes;
        this.wrappers = wrappers;
        this.methods = index.getAnnotations(OPERATION).stream()
                .filter(operation -> operation.value("operationId") != null)
                .collect(Collectors.toMap(
                        operation -> operation.value("operationId").asString(),
                        operation -> operation.target().asMethod(),
                        (one, other) -> one));
    }

    void describe(HttpMethod http, Operation operation) {
        describeBody(http, operation);
        Optional.ofNullable(methods.get(operation.getOperationId()))
                .ifPresent(method -> describe(http, operation, method));
        wrappers.unwrap(operation);
    }

    private void describe(HttpMethod http, Operation operation, MethodInfo method) {
        describeAnswer(http, operation, method);
        if (http == HttpMethod.GET) {
            shapes.describe(method, operation);
        }
    }

    /** A body whose type no annotation says is JSON. */
    private static void describeBody(HttpMethod http, Operation operation) {
        if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
            return;
        }
        Content content = operation.getRequestBody().getContent();
        MediaType any = content.getMediaType("*/*");
        if (any != null) {
            content.removeMediaType("*/*");
            content.addMediaType(JSON, any);
        }
        if (http == HttpMethod.PATCH || http == HttpMethod.PUT) {
            operation.getRequestBody().setRequired(true);
        }
    }

    private static void describeAnswer(HttpMethod http, Operation operation, MethodInfo method) {
        if (!described(method).isEmpty() || operation.getResponses() == null) {
            return;
        }
        APIResponses responses = operation.getResponses();
        Optional<Content> content = responses.getAPIResponses().values().stream()
                .flatMap(answer -> Optional.ofNullable(answer.getContent()).stream())
                .findFirst();
        List.copyOf(responses.getAPIResponses().keySet()).forEach(responses::removeAPIResponse);
        int status = Optional.ofNullable(method.annotation(STATUS))
                .map(annotation -> annotation.value().asInt())
                .orElse(200);
        APIResponse answer = OASFactory.createAPIResponse().description(description(http, status, method));
        if (status != 204) {
            content.ifPresent(answer::setContent);
        }
        responses.addAPIResponse(Integer.toString(status), answer);
    }

    private static String description(HttpMethod http, int status, MethodInfo method) {
        if (method.returnType().name().equals(PAGE)) {
            return "A page of the list.";
        }
        return switch (status) {
            case 201 -> "Created.";
            case 204 -> "Done.";
            default ->
                http == HttpMethod.GET ? "The resource, as far as the caller may see it." : "The updated resource.";
        };
    }

    private static List<String> described(MethodInfo method) {
        Function<AnnotationInstance, Optional<String>> code =
                answer -> Optional.ofNullable(answer.value("responseCode")).map(AnnotationValue::asString);
        Optional<AnnotationInstance> one = Optional.ofNullable(method.annotation(DESCRIBED));
        Optional<AnnotationInstance> several = Optional.ofNullable(method.annotation(ALL_DESCRIBED));
        return several
                .map(all -> List.of(all.value().asNestedArray()))
                .orElseGet(() -> one.map(List::of).orElse(List.of()))
                .stream()
                .flatMap(answer -> code.apply(answer).stream())
                .toList();
    }
}
