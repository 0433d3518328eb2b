package io.keyholder.web.list;

import io.keyholder.web.answer.Rendering;
import io.keyholder.web.request.RequestedShape;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Sends pages: items as the caller asks for them, and the link to the next page as a header, too (RFC 8288). */
public class PageFilter {
    private final RequestedShape shape;
    private final Rendering rendering;

    PageFilter(RequestedShape shape, Rendering rendering) {
        this.shape = shape;
        this.rendering = rendering;
    }

    @ServerResponseFilter
    public void send(ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> page) {
            if (page.link() != null) {
                response.getHeaders().putSingle(HttpHeaders.LINK, "<" + page.link() + ">; rel=\"next\"");
            }
            List<?> shown = shape.show(page.items());
            if (shown != page.items()) {
                // As bytes: the framework would write items of the type that the endpoint has.
                response.setEntity(rendering.json(page.with(shown)), null, MediaType.APPLICATION_JSON_TYPE);
            }
        }
    }
}
