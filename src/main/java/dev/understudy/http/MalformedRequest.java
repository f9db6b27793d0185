package dev.understudy.http;

import dev.understudy.road.Problem;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

/** The answers to bytes that are not a valid HTTP request. */
record MalformedRequest(Limits limits) {
    Problem problem(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            String detail = "The request line must have at most " + limits.requestLine() + " bytes.";
            return Problem.of(414, "URI Too Long", detail, "");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            String detail = "The header fields must have at most " + limits.headerBytes() + " bytes in all.";
            return Problem.of(431, "Request Header Fields Too Large", detail, "");
        }
        if (cause instanceof StrictDecoder.OtherVersion) {
            return Problem.of(505, "HTTP Version Not Supported", "The version must be HTTP/1.1 or HTTP/1.0.", "");
        }
        return Problem.of(400, "Bad Request", "The request must be HTTP/1.1 as RFC 9112 has it; it was not.", "");
    }
}
