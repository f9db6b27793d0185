package dev.understudy.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;

/**
 * Sends requests at a fixed rate, whether the answers to those before have come or not, over connections that take
 * turns. A request that has to wait for its connection waits from the moment at which it was due, so a server that
 * stands still for a while is seen to.
 */
public final class OpenLoop {
    private static final int MOST = 1 << 20;

    /** In seconds: how long it asks before it counts, since Java has to compile this program first. */
    private static final int WARM = 6;

    private final Selector selector = Selector.open();
    private final Requests requests;
    private final long[] took;
    private int answered;
    private int counted;
    /** Requests that are due before are not counted. */
    private long since;

    private int wrong;

    private OpenLoop(Requests requests, int calls) throws IOException {
        this.requests = requests;
        this.took = new long[calls];
    }

    /** {@code PORT CONNECTIONS REQUESTS-A-SECOND SECONDS repeated|walked|filtered|broken EMPLOYEES SEED STATUS}. */
    public static void main(String[] arguments) throws IOException {
        int[] number = Arrays.stream(arguments)
                .mapToInt(text -> Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : 0)
                .toArray();
        var requests = new Requests(arguments[4], number[5], number[6]);
        var loop = new OpenLoop(requests, number[2] * number[3]);
        loop.run(number[0], number[1], number[2], arguments[7]);
        loop.tell();
    }

    private void run(int port, int count, int rate, String status) throws IOException {
        var connections = new Connection[count];
        for (int i = 0; i < count; i++) {
            connections[i] = new Connection(port, status);
        }
        long begin = System.nanoTime() + 100_000_000;
        int before = rate * WARM;
        int all = before + took.length;
        since = due(begin, before, rate);
        for (int sent = 0; answered < all; ) {
            long now = System.nanoTime();
            while (sent < all && due(begin, sent, rate) <= now) {
                connections[sent % count].ask(due(begin, sent, rate));
                sent++;
            }
            selector.select(1);
            for (SelectionKey key : selector.selectedKeys()) {
                ((Connection) key.attachment()).read();
            }
            selector.selectedKeys().clear();
            if (now > due(begin, all, rate) + 20_000_000_000L) {
                throw new IOException((all - answered) + " answers did not come");
            }
        }
    }

    private static long due(long begin, int number, int rate) {
        return begin + number * 1_000_000_000L / rate;
    }

    /** Milliseconds: half, 99 of 100, 999 of 1,000, the longest; and how many answers had another status. */
    private void tell() {
        Arrays.sort(took);
        System.out.printf("%.2f %.2f %.2f %.2f %d%n", at(0.5), at(0.99), at(0.999), at(1), wrong);
    }

    private double at(double part) {
        return took[(int) Math.min(took.length - 1L, Math.round(took.length * part))] / 1e6;
    }

    /** One request at a time; those that are due meanwhile wait. */
    private final class Connection {
        private final SocketChannel channel;
        private final String status;
        private final ByteBuffer in = ByteBuffer.allocate(MOST);
        private final ArrayDeque<Long> due = new ArrayDeque<>();
        private int end = -1;

        Connection(int port, String status) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            this.status = status;
        }

        void ask(long when) throws IOException {
            due.add(when);
            if (due.size() == 1) {
                send();
            }
        }

        private void send() throws IOException {
            ByteBuffer request = ByteBuffer.wrap(requests.next());
            while (request.hasRemaining()) {
                channel.write(request);
            }
        }

        void read() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("the server closed a connection");
            }
            if (end < 0) {
                end = end();
            }
            if (end < 0 || in.position() < end) {
                return;
            }
            long asked = due.remove();
            answered++;
            if (asked >= since) {
                took[counted++] = System.nanoTime() - asked;
            }
            in.clear();
            end = -1;
            if (!due.isEmpty()) {
                send();
            }
        }

        /** Where the answer ends; less than 0 if its head is not there yet. */
        private int end() {
            String head = new String(in.array(), 0, Math.min(in.position(), 4096), ISO_8859_1);
            int body = head.indexOf("\r\n\r\n") + 4;
            if (body < 4) {
                return -1;
            }
            if (!head.startsWith("HTTP/1.1 " + status)) {
                wrong++;
            }
            String fields = head.substring(0, body).toLowerCase(java.util.Locale.ROOT);
            int length = fields.indexOf("content-length:") + 15;
            return body
                    + Integer.parseInt(fields.substring(length, fields.indexOf('\r', length))
                            .strip());
        }
    }

    /** The requests of a kind, of employees of the API for task profiles, 10 a page. */
    private static final class Requests {
        private static final String INCLUDE = "\"include\":[\"ai_impact\",\"source_events\",\"weekly_hours\"]";

        private final String kind;
        private final int employees;
        private final Random random;
        private int count;

        Requests(String kind, int employees, int seed) {
            this.kind = kind;
            this.employees = employees;
            this.random = new Random(seed);
            this.count = seed * 1009;
        }

        byte[] next() {
            count++;
            String body =
                    switch (kind) {
                        case "repeated" -> "{\"limit\":10," + INCLUDE + "}";
                        case "walked" ->
                            "{\"limit\":10,\"starting_after\":\"employee-" + place() + "\"," + INCLUDE + "}";
                        case "filtered" ->
                            "{\"limit\":10," + INCLUDE
                                    + ",\"filters\":[{\"filter\":\"last_updated\",\"operator\":\"gte\",\"value\":\""
                                    + moment()
                                    + "\"}],\"starting_after\":\"employee-" + random.nextInt(employees) + "\"}";
                        case "broken" ->
                            "{\"limit\":" + (1000 + count)
                                    + ",\"filters\":[{\"filter\":\"is_active\",\"is_active\":\"yes\"}]}";
                        default -> throw new IllegalArgumentException(kind);
                    };
            return ("POST /export/employees/task_profiles HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer bench\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(ISO_8859_1);
        }

        /** The next page of a walk; each lap begins one further on. */
        private int place() {
            int pages = employees / 10;
            return (count % pages * 10 + count / pages) % employees;
        }

        private String moment() {
            return "2025-%02d-%02dT%02d:%02d:%02d.%06dZ"
                    .formatted(
                            1 + random.nextInt(12),
                            1 + random.nextInt(28),
                            random.nextInt(24),
                            random.nextInt(60),
                            random.nextInt(60),
                            random.nextInt(1_000_000));
        }
    }
}
