package io.keyholder.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A stream, compressed. Each part goes on as soon as it is there, so that what streams keeps streaming. */
final class GzipStream implements ReadStream<Buffer> {
    private final ReadStream<Buffer> plain;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private final OutputStream gzip;
    private @Nullable Handler<Buffer> receiver;

    GzipStream(ReadStream<Buffer> plain) {
        this.plain = plain;
        try {
            this.gzip = new QuickGzip(compressed);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written to", e);
        }
    }

    @Override
    public GzipStream handler(@Nullable Handler<Buffer> handler) {
        receiver = handler;
        plain.handler(handler == null ? null : part -> handler.handle(compress(part)));
        return this;
    }

    private Buffer compress(Buffer part) {
        try {
            gzip.write(part.getBytes());
            gzip.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written to", e);
        }
        return taken();
    }

    private Buffer end() {
        try {
            gzip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written to", e);
        }
        return taken();
    }

    private Buffer taken() {
        Buffer part = Buffer.buffer(compressed.toByteArray());
        compressed.reset();
        return part;
    }

    @Override
    public GzipStream endHandler(@Nullable Handler<Void> handler) {
        plain.endHandler(
                handler == null
                        ? null
                        : ended -> {
                            if (receiver != null) {
                                receiver.handle(end());
                            }
                            handler.handle(ended);
                        });
        return this;
    }

    @Override
    public GzipStream exceptionHandler(@Nullable Handler<Throwable> handler) {
        plain.exceptionHandler(handler);
        return this;
    }

    @Override
    public GzipStream pause() {
        plain.pause();
        return this;
    }

    @Override
    public GzipStream resume() {
        plain.resume();
        return this;
    }

    @Override
    public GzipStream fetch(long amount) {
        plain.fetch(amount);
        return this;
    }

    /** Half of the work of the usual level, for a few per cent of the length: it is done on an event loop. */
    private static final class QuickGzip extends GZIPOutputStream {
        private static final int LEVEL = 3;

        QuickGzip(OutputStream out) throws IOException {
            super(out, true);
            def.setLevel(LEVEL);
        }
    }
}
