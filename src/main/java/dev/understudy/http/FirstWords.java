package dev.understudy.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.net.TcpConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose first request head takes too long. Where HTTP/2 may be spoken in clear text, Vert.x tells
 * of a connection only when it has read that head, so it is watched from where it is accepted.
 */
final class FirstWords extends NioTransport {
    private final Duration patience;

    FirstWords(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void configure(TcpConfig config, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(config, domainSocket, bootstrap);
        bootstrap.handler(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object accepted) {
                ((Channel) accepted).pipeline().addFirst(new Deadline());
                context.fireChannelRead(accepted);
            }
        });
    }

    private final class Deadline extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            Channel channel = context.channel();
            var deadline = context.executor()
                    .schedule(
                            () -> {
                                if (!Clients.know(channel)) {
                                    channel.close();
                                }
                            },
                            patience.toMillis(),
                            TimeUnit.MILLISECONDS);
            channel.closeFuture().addListener(closed -> deadline.cancel(false));
            context.fireChannelActive();
            context.pipeline().remove(this);
        }
    }
}
