package io.keyholder.web.openapi;

import io.keyholder.web.NotAudited;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** The operations that are a POST for the length of the question, and change nothing. */
final class ReadOnlyPosts {
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

    private final Set<String> ids;

    ReadOnlyPosts(IndexView index) {
        ids = index.getAnnotations(NotAudited.class).stream()
                .map(question -> question.target().asMethod().annotation(OPERATION))
                .map(operation -> operation.value("operationId").asString())
                .collect(Collectors.toSet());
    }

    boolean include(Operation operation) {
        return ids.contains(operation.getOperationId());
    }
}
