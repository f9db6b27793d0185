package dev.understudy.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** A connection that stays open between what is sent and what is read. */
final class Line implements AutoCloseable {
    private final Socket socket = new Socket();

    Line(int port) throws IOException {
        // A small buffer: what is not read stays with the server.
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
        socket.setSoTimeout(20_000);
    }

    Line send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Ends what is sent, and goes on reading. */
    void sendNoMore() throws IOException {
        socket.shutdownOutput();
    }

    /** All that comes until the server closes. */
    String rest() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(bytes);
        } catch (SocketException e) {
            // Closed with bytes of ours unread: what came before that counts.
        }
        return bytes.toString(ISO_8859_1);
    }

    /** All that comes until the first of these that follows the other. */
    String until(String end, String other) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (true) {
            int read = socket.getInputStream().read();
            if (read < 0) {
                throw new IOException("Closed after " + bytes);
            }
            bytes.write(read);
            if (read == end.charAt(end.length() - 1)) {
                String all = bytes.toString(ISO_8859_1);
                int from = all.indexOf(other);
                if (from >= 0 && all.indexOf(end, from) >= 0) {
                    return all;
                }
            }
        }
    }

    /** One answer that has a Content-Length. */
    String answer() throws IOException {
        String head = interim();
        int length = Integer.parseInt(head.replaceFirst("(?is).*content-length: (\\d+).*", "$1"));
        return head + new String(socket.getInputStream().readNBytes(length), ISO_8859_1);
    }

    /** An answer before the answer, such as 100 Continue. */
    String interim() throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int read = socket.getInputStream().read();
            if (read < 0) {
                throw new IOException("Closed after " + bytes);
            }
            bytes.write(read);
        }
        return bytes.toString(ISO_8859_1);
    }

    /**
     * Sends these bytes one by one, with a pause between them, until the server has had enough; and what it says then.
     */
    String drip(String bytes) throws IOException {
        socket.setSoTimeout(20);
        var answer = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length(); ) {
            try {
                int read = socket.getInputStream().read();
                if (read < 0) {
                    return answer.toString(ISO_8859_1);
                }
                answer.write(read);
            } catch (SocketTimeoutException e) {
                send(bytes.substring(i, ++i));
            } catch (SocketException e) {
                return answer.toString(ISO_8859_1);
            }
        }
        throw new AssertionError("All was taken, however slow it came");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
