package io.keyholder.problems.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/** Puts a {@link ReadableOnly} into each accepted connection, once Vert.x has built its pipeline. */
final class Accepted extends ChannelInboundHandlerAdapter {
    /** As Vert.x calls its own handlers. */
    private static final String TLS = "ssl";

    private static final String VERTX = "handler";

    @Override
    public void channelRead(ChannelHandlerContext context, Object connection) {
        if (connection instanceof Channel accepted) {
            accepted.pipeline().addLast(new WhenConnected());
        }
        context.fireChannelRead(connection);
    }

    private static void install(ChannelPipeline pipeline) {
        if (pipeline.context(VERTX) != null && pipeline.context("httpDecoder") != null) {
            pipeline.addBefore(VERTX, null, new ReadableOnly());
        }
    }

    private static final class WhenConnected extends ChannelInboundHandlerAdapter {

        @Override
        public void channelActive(ChannelHandlerContext context) {
            ChannelPipeline pipeline = context.pipeline();
            if (pipeline.context(TLS) == null) {
                install(pipeline);
            } else {
                pipeline.addAfter(TLS, null, new WhenSecured());
            }
            context.fireChannelActive();
            pipeline.remove(this);
        }
    }

    /** Which protocol is spoken is known only then. Vert.x keeps the event to itself, and has acted on it when it returns. */
    private static final class WhenSecured extends ChannelInboundHandlerAdapter {

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            context.fireUserEventTriggered(event);
            if (event instanceof SslHandshakeCompletionEvent) {
                install(context.pipeline());
                context.pipeline().remove(this);
            }
        }
    }
}
