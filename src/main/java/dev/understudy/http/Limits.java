package dev.understudy.http;

/**
 * How much a request, and all clients together, may be. The bounds inside JSON are the reader's own.
 *
 * @param requestLine the most bytes of a request line
 * @param headerBytes the most bytes of all header fields together
 * @param headerFields the most header fields
 * @param body the most bytes of a body
 * @param queryParameters the most parameters in a query
 * @param connections the most connections at a time
 */
public record Limits(
        int requestLine, int headerBytes, int headerFields, int body, int queryParameters, int connections) {
    /** What is enough for every honest client that we know. */
    public static final Limits DEFAULT = new Limits(8 << 10, 16 << 10, 100, 1 << 20, 200, 12_000);
}
