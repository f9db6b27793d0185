package dev.understudy.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Map;

/** A client that has no opinion on what it sends. */
final class Socketed {
    private Socketed() {}

    /** All that comes back on a connection of its own. */
    static String exchange(int port, String method, String target, Map<String, List<String>> headers, byte[] body)
            throws IOException {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach((name, values) ->
                values.forEach(value -> head.append(name + ": ").append(value).append("\r\n")));
        if (body.length > 0 && !headers.containsKey("Content-Length")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            var request = new ByteArrayOutputStream();
            request.writeBytes(head.append("\r\n").toString().getBytes(US_ASCII));
            request.writeBytes(body);
            socket.getOutputStream().write(request.toByteArray());
            // What was announced and does not come: the server need not wait for it.
            socket.shutdownOutput();
            socket.getInputStream().transferTo(answer);
        } catch (SocketException e) {
            // Closed with bytes of ours unread: what came before that counts.
        }
        return answer.toString(UTF_8);
    }
}
