package dev.understudy.http;

/**
 * Limits on a request, and on the number of connections. Limits inside JSON are part of its reader.
 *
 * @param requestLine the maximum bytes of a request line
 * @param headerBytes the maximum bytes of all header fields together
 * @param headerFields the maximum number of header fields
 * @param body the maximum bytes of a body
 * @param queryParameters the maximum number of parameters in a query
 * @param connections the maximum number of connections at a time
 */
public record Limits(
        int requestLine, int headerBytes, int headerFields, int body, int queryParameters, int connections) {
    /** The defaults, which are enough for all known legitimate clients. */
    public static final Limits DEFAULT = new Limits(8 << 10, 16 << 10, 100, 1 << 20, 200, 12_000);
}
