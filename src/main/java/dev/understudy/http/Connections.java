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
 * All connections of a server, from where they are accepted until they are closed, and the sockets that accept them. A
 * client counts on an answer from the moment in which its bytes have arrived, and a busy event loop reads them late:
 * before a socket or a connection is closed, what waits there is taken.
 */
final class Connections {
    /** So many connections at a time are looked at; then the event loop can do something else. */
    private static final int PORTION = 100;

    /** How often all are looked at. */
    private static final long PAUSE_MILLIS = 5;

    /** So many times those who wait are accepted, 16 each time, even if others go on coming. */
    private static final int ROUNDS = 1024;

    private final Set<Channel> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Channel> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();

    /** A socket that will accept connections, until it is closed. */
    void listens(Channel socket) {
        sockets.add(socket);
        socket.closeFuture().addListener(closed -> sockets.remove(socket));
    }

    /** Goes on accepting at this port, whatever happens. */
    void leaveOpen(int port) {
        sockets.removeIf(
                socket -> socket.localAddress() instanceof InetSocketAddress address && address.getPort() == port);
    }

    /** A connection that was just accepted. */
    void accepted(Channel connection) {
        accepted.incrementAndGet();
        open.add(connection);
        connection.closeFuture().addListener(closed -> open.remove(connection));
    }

    /**
     * Accepts who waits and nobody after that, and closes each connection as soon as nothing of a request lies on it.
     * Returns when there is none any more, or after the grace time; how many there are then.
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

    /** Takes at once what the system has for this channel: bytes of a connection, or connections of a socket. */
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
        // In the same task: who comes between the two is refused.
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

    /** Whether nothing has come; before a first request, Vert.x does not tell of every connection. */
    private static boolean isSilent(Channel connection) {
        return connection.pipeline().get(FirstByte.class) != null;
    }

    /** Does this with each of them on its event loop, and waits until it is done, at the most until then. */
    private static void onEach(Collection<Channel> channels, Consumer<Channel> todo, long end)
            throws InterruptedException {
        Map<EventLoop, List<Channel>> loops = new HashMap<>();
        // One that its event loop has not taken over yet is met the next time.
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
            // The event loops have ended, and their channels with them.
            return;
        }
        for (Future<?> each : done) {
            each.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }
}
