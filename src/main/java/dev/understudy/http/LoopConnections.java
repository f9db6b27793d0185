package dev.understudy.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The connections of one event loop. A sweep several times a second finds those that exceed a deadline; an idle timer
 * would restart with every byte that a slow client sends.
 */
final class LoopConnections {
    /** How many connections above the limit get an answer that says so; any more are closed without one. */
    private static final int TOLD = 256;

    private static final AttributeKey<Connection> CLIENT = AttributeKey.valueOf(Connection.class, "client");

    private final AccessSettings access;
    private final AtomicInteger everywhere;
    private final Set<Connection> here = new HashSet<>();

    /** @param everywhere the number of connections on all event loops together */
    LoopConnections(AccessSettings access, AtomicInteger everywhere) {
        this.access = access;
        this.everywhere = everywhere;
    }

    /** Registers a connection before anything is read from it. */
    void connected(HttpConnection connection) {
        ChannelPipeline pipeline =
                ((HttpServerConnection) connection).channelHandlerContext().pipeline();
        int most = access.limits().connections();
        int count = everywhere.incrementAndGet();
        boolean http1 = connection.protocolVersion() != HttpVersion.HTTP_2;
        IntConsumer goAway = http1 ? last -> {} : last -> connection.goAway(0, last);
        var client = new Connection(pipeline.channel(), access.timeouts(), count <= most, goAway);
        pipeline.channel().attr(CLIENT).set(client);
        here.add(client);
        connection.closeHandler(closed -> {
            here.remove(client);
            everywhere.decrementAndGet();
        });
        if (http1) {
            pipeline.replace("httpDecoder", "httpDecoder", new StrictDecoder(access.limits()));
            pipeline.addBefore("httpDecoder", "client", client);
            pipeline.addAfter("httpDecoder", "heads", client.heads());
        } else {
            client.isOf(StreamWindows.of(pipeline.get(Http2ConnectionHandler.class)));
        }
        if (count > most + TOLD || (count > most && !http1)) {
            client.cut();
        }
    }

    static Connection of(HttpConnection connection) {
        return of(((HttpServerConnection) connection).channelHandlerContext().channel());
    }

    static Connection of(Channel channel) {
        return channel.attr(CLIENT).get();
    }

    /** Whether this connection was registered, so that the sweep checks it. */
    static boolean know(Channel channel) {
        return channel.hasAttr(CLIENT);
    }

    /** Closes all connections that exceed a deadline. */
    void sweep() {
        long now = System.nanoTime();
        List.copyOf(here).forEach(client -> client.check(now));
    }
}
