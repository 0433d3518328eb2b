package io.keyholder.web.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.web.request.RequestedShape;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Sends pages: items as the caller asks for them, and the link to the next page as a header, too (RFC 8288). */
public class PageFilter {
    private final RequestedShape shape;
    private final ObjectMapper mapper;

    PageFilter(RequestedShape shape, ObjectMapper mapper) {
        this.shape = shape;
        this.mapper = mapper;
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
                response.setEntity(write(page.with(shown)), null, MediaType.APPLICATION_JSON_TYPE);
            }
        }
    }

    private byte[] write(Page<?> page) {
        try {
            return mapper.writeValueAsBytes(page);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A page is always serialisable", e);
        }
    }
}
