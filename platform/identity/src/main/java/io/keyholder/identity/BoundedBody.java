package io.keyholder.identity;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.jspecify.annotations.Nullable;

/** Reads a body as long as it is of a decent size: an issuer cannot fill the memory. */
final class BoundedBody implements BodyCodec<Buffer> {
    static final int MAX_BYTES = 64 * 1024;

    @Override
    public void create(Handler<AsyncResult<BodyStream<Buffer>>> handler) {
        Handler<AsyncResult<BodyStream<Buffer>>> bounding = created -> handler.handle(created.map(Bounded::new));
        BodyCodec.buffer().create(bounding);
    }

    private static final class Bounded implements BodyStream<Buffer> {
        private final BodyStream<Buffer> body;
        private int length;

        Bounded(BodyStream<Buffer> body) {
            this.body = body;
        }

        @Override
        public Future<Void> write(Buffer data) {
            length += data.length();
            if (length <= MAX_BYTES) {
                return body.write(data);
            }
            return Future.failedFuture(new TooLong());
        }

        @Override
        public void write(Buffer data, Handler<AsyncResult<Void>> handler) {
            write(data).onComplete(handler);
        }

        @Override
        public Future<Buffer> result() {
            return body.result();
        }

        @Override
        public void handle(Throwable failure) {
            body.handle(failure);
        }

        @Override
        public void end(Handler<AsyncResult<Void>> handler) {
            body.end(handler);
        }

        @Override
        public Bounded setWriteQueueMaxSize(int maxSize) {
            body.setWriteQueueMaxSize(maxSize);
            return this;
        }

        @Override
        public boolean writeQueueFull() {
            return body.writeQueueFull();
        }

        @Override
        public Bounded drainHandler(@Nullable Handler<Void> handler) {
            body.drainHandler(handler);
            return this;
        }

        @Override
        public Bounded exceptionHandler(@Nullable Handler<Throwable> handler) {
            body.exceptionHandler(handler);
            return this;
        }
    }

    /** The issuer said more than anybody listens to. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("The issuer's answer is longer than 64 KiB");
        }
    }
}
