package dev.understudy.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.Objects;

/**
 * How much each stream of an HTTP/2 connection has sent, and whether the client's flow-control window lets it send more
 * (RFC 9113 section 5.2.1). It runs on the connection's event loop.
 */
final class StreamWindows {
    private final Http2Connection connection;
    private final Http2RemoteFlowController flow;
    private final Http2Connection.PropertyKey granted;

    private StreamWindows(Http2ConnectionHandler frames) {
        this.connection = frames.connection();
        this.flow = frames.encoder().flowController();
        this.granted = connection.newKey();
    }

    /** The streams of a connection whose client has sent its settings, but no request yet. */
    static StreamWindows of(Http2ConnectionHandler frames) {
        var windows = new StreamWindows(frames);
        frames.decoder()
                .frameListener(new Http2FrameListenerDecorator(frames.decoder().frameListener()) {
                    @Override
                    public void onWindowUpdateRead(ChannelHandlerContext context, int id, int more)
                            throws Http2Exception {
                        windows.grant(id, more);
                        super.onWindowUpdateRead(context, id, more);
                    }
                });
        return windows;
    }

    private void grant(int id, int more) {
        Http2Stream stream = connection.stream(id);
        if (stream != null) {
            stream.setProperty(granted, granted(stream) + more);
        }
    }

    private long granted(Http2Stream stream) {
        return Objects.requireNonNullElse(stream.<Long>getProperty(granted), 0L);
    }

    /** The number of content bytes that the stream has sent; 0 if it has ended. */
    long sent(int id) {
        Http2Stream stream = connection.stream(id);
        return stream == null ? 0 : flow.initialWindowSize() + granted(stream) - flow.windowSize(stream);
    }

    /** Whether the stream exists, could send at once, and has nothing left to send. */
    boolean isEmpty(int id) {
        Http2Stream stream = connection.stream(id);
        return stream != null && flow.isWritable(stream) && !flow.hasFlowControlled(stream);
    }

    /** Whether the stream cannot send because its client's window is exhausted. */
    boolean isShut(int id) {
        Http2Stream stream = connection.stream(id);
        return stream != null && stream.state().localSideOpen() && flow.windowSize(stream) <= 0;
    }
}
