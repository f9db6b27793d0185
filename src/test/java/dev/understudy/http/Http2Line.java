package dev.understudy.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** An HTTP/2 client that sends any frames at all, and confirms no setting of the server. */
final class Http2Line implements AutoCloseable {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RESET = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;
    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;
    private static final int PRIORITY = 32;

    private final Socket socket;
    private final DataInputStream in;
    private final DefaultHttp2HeadersDecoder headers = new DefaultHttp2HeadersDecoder();

    private Http2Line(Socket socket) throws IOException {
        this.socket = socket;
        in = new DataInputStream(socket.getInputStream());
        send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(ISO_8859_1));
        send(frame(SETTINGS, 0, 0, new byte[0]));
    }

    static Http2Line tls(int port) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), new SecureRandom());
        var socket = (SSLSocket) context.getSocketFactory().createSocket(socket(port), "localhost", port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        return new Http2Line(socket);
    }

    private static Socket socket(int port) throws IOException {
        var socket = new Socket();
        // A small buffer: what is not read stays with the server.
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
        socket.setSoTimeout(20_000);
        return socket;
    }

    Http2Line send(byte[]... frames) throws IOException {
        socket.getOutputStream().write(joined(frames));
        return this;
    }

    /** Sends this until the server has had enough, at the most so often; whether it had. */
    boolean flood(int most, byte[] bytes) {
        try {
            for (int i = 0; i < most; i++) {
                send(bytes);
            }
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    /** The next that is said of a request or of the whole connection, such as "1: 200", "1: REFUSED_STREAM". */
    String next() throws IOException, Http2Exception {
        while (true) {
            int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
            int type = in.readUnsignedByte();
            boolean priority = (in.readUnsignedByte() & PRIORITY) != 0;
            int stream = in.readInt();
            byte[] payload = in.readNBytes(length);
            if (type == HEADERS) {
                int start = priority ? 5 : 0;
                ByteBuf block = Unpooled.wrappedBuffer(payload, start, length - start);
                return stream + ": " + headers.decodeHeaders(stream, block).status();
            }
            if (type == RESET) {
                return stream + ": " + error(payload, 0);
            }
            if (type == 7) {
                return "closing: " + error(payload, 4);
            }
        }
    }

    /** The last that is said until the server closes. */
    String last() throws Http2Exception {
        String last = "";
        try {
            while (true) {
                last = next();
            }
        } catch (EOFException | SocketException e) {
            return last;
        } catch (IOException e) {
            throw new AssertionError("Not closed after " + last, e);
        }
    }

    private static Http2Error error(byte[] payload, int at) {
        return Http2Error.valueOf(payload[at + 3]);
    }

    static byte[] frame(int type, int flags, int stream, byte[] payload) {
        byte[] start = ByteBuffer.allocate(9)
                .putInt(payload.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .array();
        return joined(start, payload);
    }

    /** A header block that asks for the zoo's pets; further fields can follow it. */
    static byte[] head(String method) {
        return head(method, "/zoo/pets");
    }

    /** The same of another target. */
    static byte[] head(String method, String target) {
        return joined(
                field(":method", method),
                field(":scheme", "https"),
                field(":authority", "localhost"),
                field(":path", target),
                field("authorization", "Bearer t"),
                field("content-type", "application/json"));
    }

    /** One field as it is, without any compression (RFC 7541 section 6.2.2). */
    static byte[] field(String name, String value) {
        var field = new ByteArrayOutputStream();
        field.write(0);
        text(field, name);
        text(field, value);
        return field.toByteArray();
    }

    private static void text(ByteArrayOutputStream field, String text) {
        int length = text.length();
        if (length < 127) {
            field.write(length);
        } else {
            field.write(127);
            for (length -= 127; length > 127; length >>= 7) {
                field.write(length & 127 | 128);
            }
            field.write(length);
        }
        field.writeBytes(text.getBytes(ISO_8859_1));
    }

    /** All of these, one after the other. */
    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** So many of these, one after the other. */
    static byte[] times(int times, byte[] part) {
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
