package io.keyholder.web.list;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Sends the link to the next page as a header, too (RFC 8288). */
public class LinkFilter {

    @ServerResponseFilter
    public void link(ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> page && page.link() != null) {
            response.getHeaders().putSingle(HttpHeaders.LINK, "<" + page.link() + ">; rel=\"next\"");
        }
    }
}
