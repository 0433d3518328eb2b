package io.keyholder.problems.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts a marked request in the place of one that cannot be read, and lets nothing after it through: where the next one
 * would begin, nobody knows. The application answers it in its turn, behind those that came before it.
 */
final class ReadableOnly extends ChannelDuplexHandler {
    /** Quarkus' own check of the target answers without a word; where it is on, its rule is applied here before. */
    private static final boolean TARGETS_ARE_CHECKED = !Boolean.getBoolean("vertx.disableURIValidation");

    /** So long an answer may take to reach a client that is still sending, before the connection is gone. */
    private static final long LINGER_MILLIS = 1_000;

    private boolean isOver;
    private boolean isBroken;
    private int unanswered;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isOver) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            read(context, request);
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            breakOff(context, content);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void read(ChannelHandlerContext context, HttpRequest request) {
        Unreadable reason = reasonOf(request);
        unanswered++;
        if (reason == null) {
            context.fireChannelRead(request);
            return;
        }
        isOver = true;
        ReferenceCountUtil.release(request);
        context.fireChannelRead(reason.marked());
        context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private static @Nullable Unreadable reasonOf(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return Unreadable.of(request.decoderResult().cause());
        }
        if (!HttpVersion.HTTP_1_1.equals(request.protocolVersion())
                && !HttpVersion.HTTP_1_0.equals(request.protocolVersion())) {
            return Unreadable.NOT_HTTP;
        }
        String encoding = request.headers().get(HttpHeaderNames.TRANSFER_ENCODING);
        if (encoding != null && !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(encoding)) {
            return Unreadable.TRANSFER_ENCODING;
        }
        return TARGETS_ARE_CHECKED && !isTarget(request.uri()) ? Unreadable.TARGET : null;
    }

    private static boolean isTarget(String target) {
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A body that turns out to be unreadable: its request is being served, and is answered here unless it has been. */
    private void breakOff(ChannelHandlerContext context, HttpContent content) {
        isOver = true;
        isBroken = true;
        content.release();
        if (unanswered == 1) {
            context.writeAndFlush(DirectAnswer.to(Unreadable.NOT_HTTP)).addListener(ChannelFutureListener.CLOSE);
        } else {
            context.close();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        if (isBroken) {
            ReferenceCountUtil.release(message);
            written.tryFailure(new ClosedChannelException());
            return;
        }
        if (message instanceof HttpResponse response && response.status().code() >= 200) {
            unanswered--;
        }
        context.write(message, written);
    }

    /** Closed at once, a connection on which bytes still arrive is reset, and the answer may be lost with it. */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise closed) {
        boolean isPlain = context.pipeline().get(SslHandler.class) == null;
        if (isOver && isPlain && context.channel() instanceof SocketChannel socket && socket.isActive()) {
            socket.shutdownOutput();
            context.executor().schedule(() -> context.close(closed), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            context.close(closed);
        }
    }
}
