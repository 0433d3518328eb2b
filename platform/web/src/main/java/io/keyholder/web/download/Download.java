package io.keyholder.web.download;

import io.vertx.core.http.HttpConnection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A file as it is sent, while it is made. When it cannot be ended, the connection is broken: a file that lacks its end must
 * not look like a whole one.
 */
public final class Download implements StreamingOutput {
    private static final Logger LOG = Logger.getLogger(Download.class);
    private static final int PATIENCE_SECONDS = 5;

    private final String name;
    private final Content content;
    private final HttpConnection connection;

    /**
     * @param name of the file
     * @param connection on which it is asked for
     */
    public Download(String name, Content content, HttpConnection connection) {
        this.name = name;
        this.content = content;
        this.connection = connection;
    }

    /** Writes all of the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** 200, to be saved under its name. */
    public Response answer(String contentType) {
        return Response.ok(this)
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    @Override
    public void write(OutputStream out) {
        try {
            content.writeTo(out);
            out.flush();
        } catch (IOException | RuntimeException e) {
            LOG.warnf("event=download.broken file=%s reason=\"%s\"", name, e.getMessage());
            breakConnection();
        }
    }

    /** Returns when it is broken: else the framework would end the answer as if it were whole. */
    private void breakConnection() {
        connection
                .close()
                .toCompletionStage()
                .toCompletableFuture()
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(closedBefore -> null)
                .join();
    }
}
