package dev.understudy.http;

import io.netty.handler.codec.http.HttpMessage;
import io.netty.util.AsciiString;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;

/**
 * Vert.x's request decoder, made stricter: Vert.x would answer unknown HTTP versions without a body, and would accept a
 * header field without a name and request lines with more than two spaces.
 */
final class StrictDecoder extends VertxHttpRequestDecoder {
    /** Thrown for a request line with an unsupported HTTP version. */
    static final class OtherVersion extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    StrictDecoder(Limits limits) {
        super(new Http1ServerConfig()
                .setMaxInitialLineLength(limits.requestLine())
                .setMaxHeaderSize(limits.headerBytes()));
    }

    @Override
    protected HttpMessage createMessage(String[] line) {
        String version = line[2];
        if (version.equals("HTTP/1.1")) {
            return super.createMessage(line);
        }
        if (!version.matches("HTTP/\\d\\.\\d")) {
            throw new IllegalArgumentException("This is no version");
        }
        if (!version.startsWith("HTTP/1.")) {
            throw new OtherVersion();
        }
        // Treat a later 1.x as the highest supported version (RFC 9110 section 2.5).
        String spoken = version.equals("HTTP/1.0") ? version : "HTTP/1.1";
        return super.createMessage(new String[] {line[0], line[1], spoken});
    }

    @Override
    protected String splitFirstWordInitialLine(byte[] line, int start, int length) {
        if (start > 0) {
            throw new IllegalArgumentException("Nothing stands before the method");
        }
        return super.splitFirstWordInitialLine(line, start, length);
    }

    @Override
    protected String splitSecondWordInitialLine(byte[] line, int start, int length) {
        afterOneBlank(line, start);
        return super.splitSecondWordInitialLine(line, start, length);
    }

    @Override
    protected String splitThirdWordInitialLine(byte[] line, int start, int length) {
        afterOneBlank(line, start);
        return super.splitThirdWordInitialLine(line, start, length);
    }

    /**
     * Netty would accept several spaces or tabs, which other programs on the path could split differently (RFC 9112
     * section 3).
     */
    private static void afterOneBlank(byte[] line, int start) {
        if (start < 2 || line[start - 1] != ' ' || line[start - 2] <= ' ') {
            throw new IllegalArgumentException("One blank stands between two words");
        }
    }

    @Override
    protected AsciiString splitHeaderName(byte[] bytes, int start, int length) {
        if (length == 0) {
            throw new IllegalArgumentException("A header field has a name");
        }
        return super.splitHeaderName(bytes, start, length);
    }
}
