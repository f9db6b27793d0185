package dev.understudy.server;

import dev.understudy.exchange.Problem;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

/** What is said to bytes that are not an HTTP request that we read. */
final class Malformed {
    private Malformed() {}

    static Problem problem(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            String detail = "The request line must have at most " + Limits.REQUEST_LINE + " bytes.";
            return Problem.of(414, "URI Too Long", detail, "");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            String detail = "The header fields must have at most " + Limits.HEADERS + " bytes in all.";
            return Problem.of(431, "Request Header Fields Too Large", detail, "");
        }
        return Problem.of(400, "Bad Request", "The request must be HTTP/1.1 as RFC 9112 has it; it was not.", "");
    }
}
