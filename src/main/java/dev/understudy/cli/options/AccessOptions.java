package dev.understudy.cli.options;

import dev.understudy.http.AccessSettings;
import dev.understudy.http.Limits;
import dev.understudy.http.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The options that limit what clients may send, and how long they may take. */
public final class AccessOptions {
    private final Supplier<Integer> requestLine;
    private final Supplier<Integer> headerSize;
    private final Supplier<Integer> headers;
    private final Supplier<Integer> body;
    private final Supplier<Integer> queryParameters;
    private final Supplier<Integer> connections;
    private final Supplier<Duration> head;
    private final Supplier<Duration> bodyTime;
    private final Supplier<Duration> idle;
    private final Supplier<Duration> stall;
    private final Supplier<Duration> drainDelay;
    private final Supplier<Duration> grace;
    private final Supplier<List<String>> hosts;
    private final TlsOptions tls;

    public AccessOptions(Options options) {
        requestLine = size(options, "--max-request-line", "8k", "The longest request line", "; a longer one is a 414.");
        headerSize = size(options, "--max-header-size", "16k", "The most bytes of header fields", "; more are a 431.");
        headers = most(options, "--max-headers", "100", "The most header fields", "; more are a 431.");
        body = size(options, "--max-body", "1m", "The largest body", "; a larger one is a 413.");
        queryParameters =
                most(options, "--max-query-parameters", "200", "The most parameters in a query", "; more are a 400.");
        connections = most(
                options, "--max-connections", "12000", "The most connections at a time", "; the next ones get a 503.");
        head = time(options, "--head-timeout", "10s", "How long request line and header fields may take");
        bodyTime = time(options, "--body-timeout", "30s", "How long a body may take");
        idle = time(options, "--idle-timeout", "60s", "How long a connection may wait for its next request");
        stall = time(options, "--write-timeout", "30s", "How long a client may leave its answer unread");
        drainDelay = options.one(
                "--drain-delay",
                "TIME",
                Duration.class,
                "1s",
                byDefault("How long the server still accepts requests after it was told to end, while /-/ready"
                                + " says that it is not ready")
                        + "; 0s for not at all.",
                Span.orZero());
        grace = time(options, "--grace", "10s", "How long requests in flight may take after that");
        hosts = options.many(
                "--allowed-host",
                "HOST",
                String.class,
                ",",
                "A host name that requests may be addressed to, besides those of this machine. Where only this"
                        + " machine can connect, all others are a 421; * allows all; may be repeated.");
        tls = new TlsOptions(options);
    }

    public AccessSettings access() {
        return new AccessSettings(
                new Limits(
                        requestLine.get(),
                        headerSize.get(),
                        headers.get(),
                        body.get(),
                        queryParameters.get(),
                        connections.get()),
                new Timeouts(head.get(), bodyTime.get(), idle.get(), stall.get(), grace.get(), drainDelay.get()),
                hosts.get(),
                tls.encryption());
    }

    private static Supplier<Integer> size(Options options, String name, String otherwise, String what, String beyond) {
        return options.one(name, "SIZE", Integer.class, otherwise, byDefault(what) + beyond, new Size());
    }

    private static Supplier<Integer> most(Options options, String name, String otherwise, String what, String beyond) {
        return options.one(name, "N", Integer.class, otherwise, byDefault(what) + beyond, new AtMost());
    }

    private static Supplier<Duration> time(Options options, String name, String otherwise, String what) {
        return options.one(name, "TIME", Duration.class, otherwise, byDefault(what) + ".", new Span());
    }

    private static String byDefault(String what) {
        return what + ", by default ${DEFAULT-VALUE}";
    }
}
