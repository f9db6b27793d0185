package dev.understudy.http;

import dev.understudy.api.Response;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.NetUtil;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the first byte of a connection. HTTP sent to a TLS port is answered in clear text, and TLS sent to an HTTP
 * port is logged; otherwise, both would look like a server that does not answer.
 */
final class FirstByte extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(FirstByte.class);

    /** The first byte of a TLS connection (RFC 8446 section 5.1). */
    private static final byte HANDSHAKE = 22;

    private static final byte[] USE_HTTPS = "This port speaks TLS: send the request to https:// instead of http://.\n"
            .getBytes(StandardCharsets.US_ASCII);

    private final boolean tls;
    private boolean answered;

    FirstByte(boolean tls) {
        this.tls = tls;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (answered) {
            // Closing while the client sends could cost it the answer.
            ReferenceCountUtil.release(message);
            return;
        }
        byte first = message instanceof ByteBuf bytes && bytes.isReadable() ? bytes.getByte(bytes.readerIndex()) : 0;
        if (tls && Character.isLetter(first)) {
            LOG.warn("{} sent HTTP to the port of TLS: a client must use https:// here", client(context));
            ReferenceCountUtil.release(message);
            answer(context);
            return;
        }
        if (!tls && first == HANDSHAKE) {
            LOG.warn("{} sent TLS to the port of HTTP: a client must use http:// here", client(context));
        }
        context.pipeline().remove(this);
        context.fireChannelRead(message);
    }

    private void answer(ChannelHandlerContext context) {
        answered = true;
        var response = new Response(400, Map.of("Content-Type", "text/plain"), USE_HTTPS);
        context.writeAndFlush(PlainAnswer.last(response))
                .addListener(ChannelFutureListener.CLOSE_ON_FAILURE)
                .addListener(sent -> ((SocketChannel) context.channel()).shutdownOutput());
    }

    private static String client(ChannelHandlerContext context) {
        return NetUtil.toSocketAddressString(
                (InetSocketAddress) context.channel().remoteAddress());
    }
}
