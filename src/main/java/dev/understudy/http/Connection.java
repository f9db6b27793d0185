package dev.understudy.http;

import dev.understudy.http.sending.Transport;
import dev.understudy.road.Problem;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection, and the time since which it has made the server wait. It sits before the HTTP/1 decoder, so it also
 * notices bytes that are not a request yet. It flushes answers only after its event loop has read everything that
 * arrived: doing each step for all connections in turn costs less than reading, answering and sending for one at a
 * time. It runs on the connection's event loop.
 */
final class Connection extends ChannelDuplexHandler implements Transport {
    private static final Problem TOO_SLOW = Problem.of(
            408,
            "Request Timeout",
            "The request line and header fields must arrive sooner; --head-timeout says when.",
            "");
    private static final Problem TOO_MANY = Problem.of(
            503, "Service Unavailable", "There are as many connections as --max-connections allows; try later.", "");

    private final Channel channel;
    private final Timeouts timeouts;
    private final boolean welcome;
    private final IntConsumer goAway;
    private final List<HttpExchange> open = new ArrayList<>(1);
    private boolean awaitsHead = true;
    private boolean receiving;
    private boolean cut;
    private boolean sending;
    /** The streams of an HTTP/2 connection; null for HTTP/1. */
    private @Nullable StreamWindows windows;

    /** The value of {@code left()} at the last check. */
    private long left;
    /** When data was last found to have left the connection, or nothing was waiting to be sent. */
    private long moved = System.nanoTime();
    /** The number of decoded HTTP/1 request heads. */
    private int heads;
    /** The number of requests for which an exchange has begun. */
    private int begun;
    /** Whether an HTTP/2 client was told to start no more streams. */
    private boolean warned;

    private long since = System.nanoTime();

    /** @param goAway tells an HTTP/2 client the last stream that is accepted; -1 for the most recent one */
    Connection(Channel channel, Timeouts timeouts, boolean welcome, IntConsumer goAway) {
        this.channel = channel;
        this.timeouts = timeouts;
        this.welcome = welcome;
        this.goAway = goAway;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    void began(HttpExchange conversation) {
        open.add(conversation);
        begun++;
    }

    void ended(HttpExchange conversation) {
        open.remove(conversation);
        awaitsHead = false;
        receiving = false;
        since = System.nanoTime();
    }

    /** Whether another HTTP/1 request has arrived after those that have begun; they begin one after the other. */
    boolean hasNext() {
        return heads > begun;
    }

    /**
     * Runs this on the event loop after everything that arrived has been read; a client that has closed its sending
     * side is still answered.
     */
    void whenRead(Runnable then) {
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        channel.eventLoop().execute(() -> {
            Connections.take(channel);
            then.run();
        });
    }

    /**
     * Closes the connection, unless it has an unanswered request or the start of one. An HTTP/2 client is told which
     * requests were accepted (RFC 9113 section 6.8).
     */
    void leaveIfIdle() {
        // Send what an effect holds back, as the shutdown does not wait for it.
        List.copyOf(open).forEach(HttpExchange::hurry);
        if (isIdle()) {
            Connections.take(channel);
        }
        if (isIdle()) {
            goAway.accept(-1);
            channel.close();
        }
    }

    /** Closes an HTTP/2 connection soon, if it is idle; a client with other open requests is told to start no more. */
    void leaveSoon() {
        channel.eventLoop().execute(() -> {
            leaveIfIdle();
            if (!warned && !open.isEmpty()) {
                warned = true;
                goAway.accept(Integer.MAX_VALUE);
            }
        });
    }

    private boolean isIdle() {
        return open.isEmpty() && !receiving && !hasNext();
    }

    /** Marks the connection as HTTP/2, with these streams. */
    void isOf(StreamWindows streams) {
        windows = streams;
    }

    /**
     * A number that changes whenever part of an answer has left.
     *
     * @param stream the HTTP/2 stream; data of other streams does not count while this one waits for its client
     */
    long progress(int stream) {
        if (windows == null) {
            return left();
        }
        return windows.sent(stream) + (windows.isShut(stream) ? 0 : left());
    }

    /**
     * Whether everything written to the connection, or to this HTTP/2 stream, has left, so that nothing waits for the
     * client.
     */
    boolean hasSent(int stream) {
        return left() == 0 && (windows == null || windows.isEmpty(stream));
    }

    /** A number that changes whenever data has left the connection; 0 if all data has. */
    private long left() {
        ChannelOutboundBuffer out = channel.unsafe().outboundBuffer();
        return out == null ? 0 : out.totalPendingWriteBytes() * 31 + out.currentProgress();
    }

    /** Whether the client is not reading what was sent on the connection. */
    boolean isStuck(long now) {
        return now - moved > timeouts.stall().toNanos();
    }

    /**
     * Resets an HTTP/2 stream and discards its unsent data; false if there is no such stream. Vert.x would not do this
     * after the end of the stream was written.
     */
    boolean resetStream(int stream) {
        Http2ConnectionHandler frames = channel.pipeline().get(Http2ConnectionHandler.class);
        if (frames == null || frames.connection().stream(stream) == null) {
            return false;
        }
        ChannelHandlerContext context = channel.pipeline().context(frames);
        frames.resetStream(context, stream, Http2Error.CANCEL.code(), context.newPromise());
        context.flush();
        return true;
    }

    /** Closes the connection if it has exceeded a deadline. */
    void check(long now) {
        long leftNow = left();
        if (leftNow == 0 || leftNow != left) {
            left = leftNow;
            moved = now;
        }
        if (!open.isEmpty()) {
            List.copyOf(open).forEach(conversation -> conversation.check(now));
        } else if (now - since > (awaitsHead ? timeouts.head() : timeouts.idle()).toNanos()) {
            giveUp();
        }
    }

    /** The client's address; empty if there is none. Asking Vert.x for it would load its HTTP/3 code. */
    String peer() {
        return channel.remoteAddress() instanceof InetSocketAddress address && !address.isUnresolved()
                ? address.getAddress().getHostAddress()
                : "";
    }

    /** Closes the connection at once. Vert.x itself would first send pending data. */
    void cut() {
        cut = true;
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.pipeline().firstContext().close();
    }

    @Override
    public EventExecutor loop() {
        return channel.eventLoop();
    }

    @Override
    public void hangUp() {
        cut = true;
        whenSent(channel.pipeline().firstContext()::close);
    }

    @Override
    public void reset() {
        cut = true;
        whenSent(this::cut);
    }

    /** Runs this on the event loop when everything written to the connection has left, or never will. */
    void whenSent(Runnable then) {
        ChannelPipeline pipeline = channel.pipeline();
        ChannelHandlerContext here = pipeline.context(this);
        // For HTTP/2, this handler is not in the pipeline.
        (here == null ? pipeline.firstContext() : here)
                .writeAndFlush(Unpooled.EMPTY_BUFFER)
                .addListener(done -> then.run());
    }

    private void giveUp() {
        if (cut) {
            cut();
        } else if (receiving) {
            sayLast(TOO_SLOW, Map.of());
        } else {
            cut = true;
            channel.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (cut) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (!welcome) {
            ReferenceCountUtil.release(message);
            sayLast(TOO_MANY, Map.of("Retry-After", "5"));
            return;
        }
        if (open.isEmpty() && !receiving && message instanceof ByteBuf) {
            receiving = true;
            if (!awaitsHead) {
                awaitsHead = true;
                since = System.nanoTime();
            }
        }
        context.fireChannelRead(message);
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        if (!sending) {
            sending = true;
            context.executor().execute(() -> {
                sending = false;
                context.flush();
            });
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (sending) {
            context.flush();
        }
        context.close(promise);
    }

    /** Counts request heads after the decoder, before Vert.x holds back pipelined ones. */
    ChannelHandler heads() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof HttpRequest) {
                    heads++;
                }
                context.fireChannelRead(message);
            }
        };
    }

    /**
     * Only HTTP/1 connections come here, and only while nothing else is being sent, so these bytes do not mix with
     * others.
     */
    private void sayLast(Problem problem, Map<String, String> headers) {
        cut = true;
        channel.pipeline()
                .context(this)
                .writeAndFlush(PlainAnswer.last(problem.response(headers)))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
