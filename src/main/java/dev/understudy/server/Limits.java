package dev.understudy.server;

/** How large the parts of a request may be, in bytes; the body's limit is the exchange's. */
final class Limits {
    static final int REQUEST_LINE = 8192;
    static final int HEADERS = 16384;

    private Limits() {}
}
