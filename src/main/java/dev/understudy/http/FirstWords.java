package dev.understudy.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.net.TcpConfig;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Watches connections from where they are accepted, as Vert.x tells of some too late: with TLS when both sides have
 * agreed on their keys, and where HTTP/2 may be spoken in clear text when the first request head is read. A connection
 * whose first head takes too long there is closed.
 */
final class FirstWords extends NioTransport {
    private final Duration patience;
    private final boolean tls;
    private final boolean clearText;
    private final Connections connections;
    private volatile int plainPort = -1;

    /** @param connections hears of each of them, but for those of the port that speaks no TLS although the others do */
    FirstWords(AccessSettings access, Connections connections) {
        this.connections = connections;
        patience = access.timeouts().head();
        tls = !(access.encryption() instanceof Encryption.None);
        clearText = access.http2ClearText() && !tls;
    }

    /** The port that speaks no TLS although the others do. */
    void plainPort(int port) {
        plainPort = port;
        connections.leaveOpen(port);
    }

    @Override
    public void configure(TcpConfig config, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(config, domainSocket, bootstrap);
        bootstrap.handler(new ChannelInboundHandlerAdapter() {
            @Override
            public void handlerAdded(ChannelHandlerContext context) {
                connections.listens(context.channel());
            }

            @Override
            public void channelRead(ChannelHandlerContext context, Object accepted) {
                boolean plain = ((InetSocketAddress) context.channel().localAddress()).getPort() == plainPort;
                ChannelPipeline pipeline = ((Channel) accepted).pipeline().addFirst(new FirstByte(tls && !plain));
                if (clearText) {
                    pipeline.addFirst(new Deadline());
                }
                if (!plain) {
                    connections.accepted(pipeline.channel());
                }
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
                                if (!LoopConnections.know(channel)) {
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
