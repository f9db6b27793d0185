package dev.understudy.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.net.TcpConfig;
import java.net.InetSocketAddress;

/**
 * Tracks connections from the moment they are accepted. With TLS, Vert.x reports a connection only after the handshake.
 */
final class AcceptedConnections extends NioTransport {
    private final boolean tls;
    private final Connections connections;
    private volatile int plainPort = -1;

    /** @param connections is notified of each connection, except those to the clear-text port beside a TLS port */
    AcceptedConnections(AccessSettings access, Connections connections) {
        this.connections = connections;
        tls = !(access.encryption() instanceof Encryption.None);
    }

    /** Sets the clear-text port beside a TLS port. */
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
                var channel = (Channel) accepted;
                channel.pipeline().addFirst(new FirstByte(tls && !plain));
                if (!plain) {
                    connections.accepted(channel);
                }
                context.fireChannelRead(accepted);
            }
        });
    }
}
