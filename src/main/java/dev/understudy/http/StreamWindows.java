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
 * How much each stream of a connection of HTTP/2 has sent, and whether its client lets it send more (RFC 9113 section
 * 5.2.1). It lives on the event loop of its connection.
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

    /** Those of a connection whose client has sent its settings, and no request yet. */
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

    /** How many bytes of content it has sent; 0 of a stream that is over. */
    long sent(int id) {
        Http2Stream stream = connection.stream(id);
        return stream == null ? 0 : flow.initialWindowSize() + granted(stream) - flow.windowSize(stream);
    }

    /** Whether it is there, could send more at once, and has nothing more to send. */
    boolean isEmpty(int id) {
        Http2Stream stream = connection.stream(id);
        return stream != null && flow.isWritable(stream) && !flow.hasFlowControlled(stream);
    }

    /** Whether it waits for its client, which does not let it send more. */
    boolean isShut(int id) {
        Http2Stream stream = connection.stream(id);
        return stream != null && stream.state().localSideOpen() && flow.windowSize(stream) <= 0;
    }
}
