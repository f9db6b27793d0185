import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * 64 clients with 1,000 calls each, three of four of which change a book: all in one session, and each in a session of
 * its own, in turn. It prints calls a second.
 *
 * <p>java SessionLoad.java PORT
 */
class SessionLoad {
    private static final int CLIENTS = 64;
    private static final int CALLS = 1000;
    private static final int ROUNDS = 5;

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        var one = new ArrayList<Double>();
        var many = new ArrayList<Double>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int round = 0; round < ROUNDS; round++) {
            String name = "round-" + round;
            one.add(perSecond(clients, port, client -> name));
            many.add(perSecond(clients, port, client -> name + "-" + client));
        }
        clients.shutdown();
        // The first round compiles.
        double together = median(one.subList(1, ROUNDS));
        double apart = median(many.subList(1, ROUNDS));
        System.out.printf(
                "64 clients in one session %.0f calls a second, in 64 sessions %.0f: %.2f of that%n",
                together, apart, apart / together);
    }

    private interface Keys {
        String of(int client);
    }

    private static double perSecond(ExecutorService clients, int port, Keys keys) throws Exception {
        var work = new ArrayList<Callable<Void>>();
        for (int i = 0; i < CLIENTS; i++) {
            String key = keys.of(i);
            work.add(() -> run(port, key));
        }
        long begun = System.nanoTime();
        for (Future<Void> done : clients.invokeAll(work)) {
            done.get();
        }
        return CLIENTS * CALLS * 1e9 / (System.nanoTime() - begun);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(each -> each).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Void run(int port, String key) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            var connection =
                    new Connection(socket.getOutputStream(), new BufferedInputStream(socket.getInputStream()), key);
            for (int i = 0; i < CALLS / 4; i++) {
                String made = connection.call("POST", "/v1/books", "{\"title\":\"Walden\",\"author\":\"Henry\"}");
                String book = "/v1/books/" + made.replaceFirst("(?s).*?\"id\":(\\d+).*", "$1");
                connection.call("GET", book, "");
                connection.call("PATCH", book, "{\"status\":\"lent\"}");
                connection.call("DELETE", book, "");
            }
        }
        return null;
    }

    private record Connection(OutputStream out, InputStream in, String key) {
        String call(String method, String path, String body) throws IOException {
            String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nUnderstudy-Session: " + key + "\r\n"
                    + (body.isEmpty()
                            ? ""
                            : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n");
            out.write((head + "\r\n" + body).getBytes(ISO_8859_1));
            String status = line();
            int length = 0;
            for (String field = line(); !field.isEmpty(); field = line()) {
                if (field.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(field.substring(15).strip());
                }
            }
            String answer = new String(in.readNBytes(length), ISO_8859_1);
            if (!status.startsWith("HTTP/1.1 2")) {
                throw new IOException(method + " " + path + ": " + status + " " + answer);
            }
            return answer;
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("The connection ended");
                }
                line.append((char) c);
            }
            return line.toString().strip();
        }
    }
}
