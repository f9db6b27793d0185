package dev.understudy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What only shows in great numbers, on a process of its own with a small heap. Needs some 11,000 file descriptors in
 * each of the two processes: {@code ulimit -n 20000}. It prints what it measured.
 */
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HeavyLoadTest {
    private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\n";
    private static final String GET = "GET /-/health" + HEAD + "\r\n";

    private @Nullable Process process;
    private int port;

    private void start(String... options) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("serve", "--port", "0", "--idle-timeout", "10m"));
        Process started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process = started;
        BufferedReader out = started.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher at = Pattern.compile("at http://127\\.0\\.0\\.1:(\\d+)/-/contracts")
                    .matcher(line);
            if (at.find()) {
                port = Integer.parseInt(at.group(1));
                break;
            }
        }
        // What nobody reads would fill the pipe, and the process would wait.
        Thread reader = new Thread(() -> out.lines().forEach(line -> {}));
        reader.setDaemon(true);
        reader.start();
        latencies(2000);
    }

    @AfterEach
    void stop() {
        Objects.requireNonNull(process).destroyForcibly();
    }

    @Test
    void ten_thousand_idle_connections_cost_16_kib_each_and_the_others_little_time() throws Exception {
        start("-Xmx256m");
        long[] alone = latencies(2000);
        long before = residentKib();
        var idle = new ArrayList<SocketChannel>();
        try {
            for (int i = 0; i < 10_000; i++) {
                SocketChannel channel =
                        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                idle.add(channel);
                channel.write(ByteBuffer.wrap(GET.getBytes(ISO_8859_1)));
                assertThat(channel.read(ByteBuffer.allocate(1024))).isPositive();
            }
            long each = (residentKib() - before) * 1024 / idle.size();
            long[] among = latencies(2000);
            System.out.printf(
                    "10,000 idle connections: %d bytes each, p99 of a request %d us alone, %d us among them%n",
                    each, p99(alone), p99(among));

            assertThat(each).isLessThanOrEqualTo(16 << 10);
        } finally {
            for (SocketChannel channel : idle) {
                channel.close();
            }
        }
    }

    @Test
    void a_gibibyte_in_chunks_is_refused_at_the_limit_and_costs_no_memory() throws Exception {
        // The heap is in memory from the start and no larger than a sixteenth of what is sent: what is kept in it ends
        // the process, and what is kept elsewhere shows.
        start("-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch");
        sendInChunks(256L << 20);
        long before = residentKib();
        long most = sendInChunks(1L << 30);
        System.out.printf("1 GiB in chunks: %d KiB more than before at the most%n", most - before);

        assertThat(most - before).isLessThan(32 << 10);
        assertThat(latencies(10)).hasSize(10);
    }

    /** Sends so much over as many connections as it takes; returns the most memory that the server had meanwhile. */
    private long sendInChunks(long bytes) throws IOException {
        long most = 0;
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(ISO_8859_1);
        long sent = 0;
        while (sent < bytes) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write(("POST /export/employees/task_profiles" + HEAD
                                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                                .getBytes(ISO_8859_1));
                while (sent < bytes) {
                    socket.getOutputStream().write(chunk);
                    sent += 0x10000;
                    most = Math.max(most, sent % (64 << 20) == 0 ? residentKib() : 0);
                }
            } catch (IOException e) {
                // Cut: the server has had enough of this one.
                most = Math.max(most, residentKib());
            }
        }
        return most;
    }

    @Test
    void a_thousand_slow_clients_are_all_cut_in_time_and_others_are_served_throughout() throws Exception {
        start("-Xmx256m");
        var slow = new ArrayList<Socket>();
        long begun = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write("GET /api/work-".getBytes(ISO_8859_1));
            slow.add(socket);
        }
        long[] meanwhile = latencies(2000);
        int told = 0;
        for (Socket socket : slow) {
            try (socket) {
                socket.setSoTimeout(30_000);
                told += new String(socket.getInputStream().readAllBytes(), ISO_8859_1).startsWith("HTTP/1.1 408")
                        ? 1
                        : 0;
            }
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
        System.out.printf(
                "1,000 slow clients: %d told 408, the last after %d s; p99 of a request meanwhile %d us%n",
                told, seconds, p99(meanwhile));

        assertThat(told).isEqualTo(1000);
        assertThat(seconds).isLessThan(30);
    }

    private long[] latencies(int count) throws IOException {
        long[] nanos = new long[count];
        try (SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            ByteBuffer answer = ByteBuffer.allocate(1024);
            for (int i = 0; i < count; i++) {
                long begun = System.nanoTime();
                channel.write(ByteBuffer.wrap(GET.getBytes(ISO_8859_1)));
                assertThat(channel.read(answer.clear())).isPositive();
                nanos[i] = System.nanoTime() - begun;
            }
        }
        return nanos;
    }

    private static long p99(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return TimeUnit.NANOSECONDS.toMicros(sorted[sorted.length * 99 / 100]);
    }

    /** What the process has in memory, as Linux counts it. */
    private long residentKib() throws IOException {
        List<String> status = Files.readAllLines(
                Path.of("/proc/" + Objects.requireNonNull(process).pid() + "/status"));
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
