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
 * One connection, and since when it keeps us waiting. In front of the HTTP/1 decoder it also hears bytes that are not a
 * request yet, and sends answers when its event loop has read all that had come: to read, to answer and to send in turn
 * for each connection costs a processor more than each for all of them. It lives on the event loop of its connection.
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
    /** The streams of HTTP/2; null of HTTP/1. */
    private @Nullable StreamWindows windows;

    /** What had left the connection when that was last looked at. */
    private long left;
    /** When some of it was last found to have left, or nothing to wait. */
    private long moved = System.nanoTime();
    /** How many request heads of HTTP/1 were decoded. */
    private int heads;
    /** How many requests were given to a conversation. */
    private int begun;
    /** Whether a client of HTTP/2 was told to begin nothing more. */
    private boolean warned;

    private long since = System.nanoTime();

    /** @param goAway tells a client of HTTP/2 the last of its streams that is taken; -1 for that which came last */
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

    /** Whether a request has come behind the ones that were begun; those of HTTP/1 are begun in turn. */
    boolean hasNext() {
        return heads > begun;
    }

    /**
     * Runs this on the event loop when all that has come is read; a client that has sent all it had is still answered.
     */
    void whenRead(Runnable then) {
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        channel.eventLoop().execute(() -> {
            Connections.take(channel);
            then.run();
        });
    }

    /**
     * Closes the connection unless a request, or the beginning of one, has come and is not answered. A client of HTTP/2
     * is told which of its requests were taken (RFC 9113 section 6.8).
     */
    void leaveIfIdle() {
        // What an effect holds back is sent now: the end of a server does not wait for it.
        List.copyOf(open).forEach(HttpExchange::hurry);
        if (isIdle()) {
            Connections.take(channel);
        }
        if (isIdle()) {
            goAway.accept(-1);
            channel.close();
        }
    }

    /** The same soon, of HTTP/2; a client that has other requests open is told to begin no more. */
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

    /** It is one of HTTP/2, and these are its streams. */
    void isOf(StreamWindows streams) {
        windows = streams;
    }

    /**
     * Changes whenever some of an answer has left.
     *
     * @param stream that of HTTP/2: what others on its connection send is nothing to it while it waits for its client
     */
    long progress(int stream) {
        if (windows == null) {
            return left();
        }
        return windows.sent(stream) + (windows.isShut(stream) ? 0 : left());
    }

    /**
     * Whether all that was given to it, or to this stream of HTTP/2, has left, so that nothing waits for its client.
     */
    boolean hasSent(int stream) {
        return left() == 0 && (windows == null || windows.isEmpty(stream));
    }

    /** Changes whenever something has left the connection, and is 0 when all has. */
    private long left() {
        ChannelOutboundBuffer out = channel.unsafe().outboundBuffer();
        return out == null ? 0 : out.totalPendingWriteBytes() * 31 + out.currentProgress();
    }

    /** Whether the client does not read what has been sent on the connection. */
    boolean isStuck(long now) {
        return now - moved > timeouts.stall().toNanos();
    }

    /**
     * Takes a stream of HTTP/2 back, with all of it that waits for the client; false if there is none. Vert.x would
     * not, once it has been given the end.
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

    /** Cuts the connection if it took too long. */
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

    /** The address that it calls from; empty if it has none. Vert.x would look for its own HTTP/3 to say it. */
    String peer() {
        return channel.remoteAddress() instanceof InetSocketAddress address && !address.isUnresolved()
                ? address.getAddress().getHostAddress()
                : "";
    }

    /** Closes the connection now. Asked the usual way, Vert.x would first send what is still to be sent. */
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

    /** Runs this on the event loop when all that was given to the connection has left it, or never will. */
    void whenSent(Runnable then) {
        ChannelPipeline pipeline = channel.pipeline();
        ChannelHandlerContext here = pipeline.context(this);
        // Of HTTP/2, this is no part of the pipeline.
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

    /** Counts heads behind the decoder, before Vert.x holds back those that come early. */
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

    /** Only HTTP/1 comes here, where these bytes stand in front of no others: nothing else is being sent. */
    private void sayLast(Problem problem, Map<String, String> headers) {
        cut = true;
        channel.pipeline()
                .context(this)
                .writeAndFlush(PlainAnswer.last(problem.response(headers)))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
