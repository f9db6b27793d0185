package dev.understudy.http;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.nio.AbstractNioChannel;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * All connections of a server, from acceptance until close, and the sockets that accept them. A client expects an
 * answer once its bytes have arrived, but a busy event loop reads them late. So before a socket or a connection is
 * closed, everything that waits in it is read.
 */
final class Connections {
    /** How many connections are checked at a time before the event loop can do something else. */
    private static final int PORTION = 100;

    /** How often all connections are checked during a drain. */
    private static final long PAUSE_MILLIS = 5;

    /** How many times waiting connections are accepted, 16 each time, even if new ones keep coming. */
    private static final int ROUNDS = 1024;

    private final Set<Channel> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Channel> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();

    /** Adds a socket that will accept connections until it is closed. */
    void listens(Channel socket) {
        sockets.add(socket);
        socket.closeFuture().addListener(closed -> sockets.remove(socket));
    }

    /** Excludes the sockets of this port from the drain, so that they keep accepting. */
    void leaveOpen(int port) {
        sockets.removeIf(
                socket -> socket.localAddress() instanceof InetSocketAddress address && address.getPort() == port);
    }

    /** Adds a connection that was just accepted. */
    void accepted(Channel connection) {
        accepted.incrementAndGet();
        open.add(connection);
        connection.closeFuture().addListener(closed -> open.remove(connection));
    }

    /**
     * Accepts the waiting connections and no more, and closes each connection as soon as it has no request or part of
     * one. Returns when none are left, or after the grace time, with the number that are left.
     */
    int drain(Duration grace) throws InterruptedException {
        long end = System.nanoTime() + grace.toNanos();
        onEach(sockets, this::acceptTheRest, end);
        while (!open.isEmpty() && System.nanoTime() < end) {
            onEach(open, Connections::closeIfIdle, end);
            open.removeIf(connection -> !connection.isOpen());
            if (!open.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        return open.size();
    }

    /** Reads at once what the system has ready for this channel: bytes of a connection, or connections of a socket. */
    static void take(Channel channel) {
        if (channel.isActive() && channel.config().isAutoRead()) {
            ((AbstractNioChannel.NioUnsafe) channel.unsafe()).read();
        }
    }

    private void acceptTheRest(Channel socket) {
        for (int round = 0, before = -1; round < ROUNDS && accepted.get() != before; round++) {
            before = accepted.get();
            take(socket);
        }
        // This is in the same task, so only a connection that comes in between is refused.
        socket.close();
    }

    private static void closeIfIdle(Channel connection) {
        if (LoopConnections.know(connection)) {
            LoopConnections.of(connection).leaveIfIdle();
        } else if (isSilent(connection)) {
            take(connection);
            if (isSilent(connection)) {
                connection.close();
            }
        }
    }

    /** Whether nothing has arrived yet; Vert.x does not report every connection before its first request. */
    private static boolean isSilent(Channel connection) {
        return connection.pipeline().get(FirstByte.class) != null;
    }

    /**
     * Runs this for each channel on its event loop, and waits until that is done, but no longer than until this time.
     */
    private static void onEach(Collection<Channel> channels, Consumer<Channel> todo, long end)
            throws InterruptedException {
        Map<EventLoop, List<Channel>> loops = new HashMap<>();
        // A channel that is not registered with its event loop yet is handled the next time.
        channels.stream().filter(Channel::isRegistered).forEach(channel -> loops.computeIfAbsent(
                        channel.eventLoop(), loop -> new ArrayList<>())
                .add(channel));
        var done = new ArrayList<Future<?>>();
        try {
            loops.forEach((loop, its) -> {
                for (int from = 0; from < its.size(); from += PORTION) {
                    List<Channel> portion = its.subList(from, Math.min(its.size(), from + PORTION));
                    done.add(loop.submit(() -> portion.forEach(todo)));
                }
            });
        } catch (RejectedExecutionException e) {
            // The event loops have stopped, and their channels are closed.
            return;
        }
        for (Future<?> each : done) {
            each.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }
}
