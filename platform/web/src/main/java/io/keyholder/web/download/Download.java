package io.keyholder.web.download;

import io.vertx.core.http.HttpConnection;
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
    private final String contentType;
    private final Content content;
    private final HttpConnection connection;

    /**
     * @param name of the file
     * @param contentType of the file
     * @param connection on which it is asked for
     */
    public Download(String name, String contentType, Content content, HttpConnection connection) {
        this.name = name;
        this.contentType = contentType;
        this.content = content;
        this.connection = connection;
    }

    /** Writes all of the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    String contentType() {
        return contentType;
    }

    /** To be saved under its name. */
    String disposition() {
        return "attachment; filename=\"" + name + "\"";
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
