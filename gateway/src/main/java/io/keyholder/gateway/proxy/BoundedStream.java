package io.keyholder.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A request's body as it arrives, up to a length. What is longer fails on the way, so that a service never sees its end;
 * the rest is read and thrown away.
 */
final class BoundedStream implements ReadStream<Buffer> {
    private final HttpServerRequest request;
    private final long limit;
    private long length;
    private @Nullable Handler<Throwable> failed;

    BoundedStream(HttpServerRequest request, long limit) {
        this.request = request;
        this.limit = limit;
    }

    boolean isExceeded() {
        return length > limit;
    }

    @Override
    public BoundedStream handler(@Nullable Handler<Buffer> handler) {
        request.handler(handler == null ? null : data -> deliver(data, handler));
        return this;
    }

    private void deliver(Buffer data, Handler<Buffer> handler) {
        boolean wasExceeded = isExceeded();
        length += data.length();
        if (!isExceeded()) {
            handler.handle(data);
        } else if (!wasExceeded && failed != null) {
            failed.handle(new BodyTooLong());
        }
    }

    @Override
    public BoundedStream exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public BoundedStream endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(
                handler == null
                        ? null
                        : end -> {
                            if (!isExceeded()) {
                                handler.handle(end);
                            }
                        });
        return this;
    }

    @Override
    public BoundedStream pause() {
        request.pause();
        return this;
    }

    @Override
    public BoundedStream resume() {
        request.resume();
        return this;
    }

    @Override
    public BoundedStream fetch(long amount) {
        request.fetch(amount);
        return this;
    }

    private static final class BodyTooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BodyTooLong() {
            super("The body is too long", null, false, false);
        }
    }
}
