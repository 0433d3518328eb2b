package io.keyholder.web.download;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Names the file that is sent, and its type. */
public class DownloadFilter {

    @ServerResponseFilter
    public void describe(ContainerResponseContext response) {
        if (response.getEntity() instanceof Download download) {
            response.setEntity(download, null, MediaType.valueOf(download.contentType()));
            // As it is written, and not as a media type is.
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, download.contentType());
            response.getHeaders().putSingle(HttpHeaders.CONTENT_DISPOSITION, download.disposition());
        }
    }
}
