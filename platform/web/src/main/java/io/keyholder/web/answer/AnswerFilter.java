package io.keyholder.web.answer;

import io.keyholder.web.request.RequestFacts;
import io.keyholder.web.request.RequestedShape;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Sends answers, as the caller asks for them: 304 where a caller that reads has this very answer. */
public class AnswerFilter {
    private final Rendering rendering;
    private final RequestFacts request;
    private final RequestedShape shape;

    AnswerFilter(Rendering rendering, RequestFacts request, RequestedShape shape) {
        this.rendering = rendering;
        this.request = request;
        this.shape = shape;
    }

    @ServerResponseFilter
    public void send(ContainerResponseContext response) {
        if (response.getEntity() instanceof Answer<?> answer) {
            send(rendering.render(answer, this::shown), response);
        }
    }

    private Object shown(Object body) {
        return shape.show(List.of(body)).getFirst();
    }

    private void send(RenderedAnswer answer, ContainerResponseContext response) {
        boolean known = isKnown(answer);
        boolean empty = known || answer.body().length == 0;
        String type = answer.headers().get(HttpHeaders.CONTENT_TYPE);
        response.setEntity(empty ? null : answer.body(), null, empty || type == null ? null : MediaType.valueOf(type));
        response.setStatus(known ? Status.NOT_MODIFIED.getStatusCode() : answer.status());
        answer.headers().forEach((name, value) -> {
            if (!HttpHeaders.CONTENT_TYPE.equals(name)) {
                response.getHeaders().putSingle(name, value);
            }
        });
    }

    private boolean isKnown(RenderedAnswer answer) {
        return answer.status() == Status.OK.getStatusCode()
                && request.isRead()
                && Optional.ofNullable(answer.headers().get(HttpHeaders.ETAG))
                        .flatMap(tag ->
                                request.list(HttpHeaders.IF_NONE_MATCH).map(known -> EntityTag.isAmong(known, tag)))
                        .orElse(false);
    }
}
