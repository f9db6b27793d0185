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

    public AccessOptions(Command command) {
        requestLine = size(command, "--max-request-line", "8k", "The longest request line", "; a longer one is a 414.");
        headerSize = size(command, "--max-header-size", "16k", "The most bytes of header fields", "; more are a 431.");
        headers = most(command, "--max-headers", "100", "The most header fields", "; more are a 431.");
        body = size(command, "--max-body", "1m", "The largest body", "; a larger one is a 413.");
        queryParameters =
                most(command, "--max-query-parameters", "200", "The most parameters in a query", "; more are a 400.");
        connections = most(
                command, "--max-connections", "12000", "The most connections at a time", "; the next ones get a 503.");
        head = time(command, "--head-timeout", "10s", "How long request line and header fields may take");
        bodyTime = time(command, "--body-timeout", "30s", "How long a body may take");
        idle = time(command, "--idle-timeout", "60s", "How long a connection may wait for its next request");
        stall = time(command, "--write-timeout", "30s", "How long a client may leave its answer unread");
        drainDelay = command.option(
                "--drain-delay",
                Value.TIME_OR_ZERO,
                "1s",
                byDefault("How long the server still accepts requests after it was told to end, while /-/ready"
                                + " says that it is not ready")
                        + "; 0s for not at all.");
        grace = time(command, "--grace", "10s", "How long requests in flight may take after that");
        hosts = command.list(
                "--allowed-host",
                Value.any("HOST", String.class),
                "A host name that requests may be addressed to, besides those of this machine. Where only this"
                        + " machine can connect, all others are a 421; * allows all; may be repeated.");
        tls = new TlsOptions(command);
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

    private static Supplier<Integer> size(Command command, String name, String otherwise, String what, String beyond) {
        return command.option(name, Value.SIZE, otherwise, byDefault(what) + beyond);
    }

    private static Supplier<Integer> most(Command command, String name, String otherwise, String what, String beyond) {
        return command.option(name, Value.LIMIT, otherwise, byDefault(what) + beyond);
    }

    private static Supplier<Duration> time(Command command, String name, String otherwise, String what) {
        return command.option(name, Value.TIME, otherwise, byDefault(what) + ".");
    }

    private static String byDefault(String what) {
        return what + ", by default ${DEFAULT-VALUE}";
    }
}
