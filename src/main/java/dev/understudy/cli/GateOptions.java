package dev.understudy.cli;

import dev.understudy.server.Gate;
import dev.understudy.server.Limits;
import dev.understudy.server.Patience;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is asked of clients. */
final class GateOptions {
    @Option(
            names = "--max-request-line",
            paramLabel = "SIZE",
            defaultValue = "8k",
            converter = Size.class,
            description = "The longest request line, by default ${DEFAULT-VALUE}; a longer one is a 414."
                    + " [UNDERSTUDY_MAX_REQUEST_LINE]")
    private int requestLine;

    @Option(
            names = "--max-header-size",
            paramLabel = "SIZE",
            defaultValue = "16k",
            converter = Size.class,
            description = "The most bytes of header fields, by default ${DEFAULT-VALUE}; more are a 431."
                    + " [UNDERSTUDY_MAX_HEADER_SIZE]")
    private int headerSize;

    @Option(
            names = "--max-headers",
            paramLabel = "N",
            defaultValue = "100",
            converter = Most.class,
            description = "The most header fields, by default ${DEFAULT-VALUE}; more are a 431."
                    + " [UNDERSTUDY_MAX_HEADERS]")
    private int headers;

    @Option(
            names = "--max-body",
            paramLabel = "SIZE",
            defaultValue = "1m",
            converter = Size.class,
            description = "The largest body, by default ${DEFAULT-VALUE}; a larger one is a 413. [UNDERSTUDY_MAX_BODY]")
    private int body;

    @Option(
            names = "--max-query-parameters",
            paramLabel = "N",
            defaultValue = "200",
            converter = Most.class,
            description = "The most parameters in a query, by default ${DEFAULT-VALUE}; more are a 400."
                    + " [UNDERSTUDY_MAX_QUERY_PARAMETERS]")
    private int queryParameters;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "12000",
            converter = Most.class,
            description = "The most connections at a time, by default ${DEFAULT-VALUE}; the next ones get a 503."
                    + " [UNDERSTUDY_MAX_CONNECTIONS]")
    private int connections;

    @Option(
            names = "--head-timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = Span.class,
            description = "How long request line and header fields may take, by default ${DEFAULT-VALUE}."
                    + " [UNDERSTUDY_HEAD_TIMEOUT]")
    private Duration head = Duration.ZERO;

    @Option(
            names = "--body-timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = Span.class,
            description = "How long a body may take, by default ${DEFAULT-VALUE}. [UNDERSTUDY_BODY_TIMEOUT]")
    private Duration bodyTime = Duration.ZERO;

    @Option(
            names = "--idle-timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = Span.class,
            description = "How long a connection may wait for its next request, by default ${DEFAULT-VALUE}."
                    + " [UNDERSTUDY_IDLE_TIMEOUT]")
    private Duration idle = Duration.ZERO;

    @Option(
            names = "--write-timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = Span.class,
            description = "How long a client may leave its answer unread, by default ${DEFAULT-VALUE}."
                    + " [UNDERSTUDY_WRITE_TIMEOUT]")
    private Duration stall = Duration.ZERO;

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = Span.class,
            description = "How long requests in flight have when the server is told to end, by default"
                    + " ${DEFAULT-VALUE}. [UNDERSTUDY_GRACE]")
    private Duration grace = Duration.ZERO;

    @Option(
            names = "--allowed-host",
            paramLabel = "HOST",
            split = ",",
            description = "A name that requests may be addressed to, besides those of this machine, when only this"
                    + " machine can connect; others are a 421; * is every one; may be repeated."
                    + " [UNDERSTUDY_ALLOWED_HOST]")
    private List<String> hosts = List.of();

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    Gate gate() {
        return new Gate(
                new Limits(requestLine, headerSize, headers, body, queryParameters, connections),
                new Patience(head, bodyTime, idle, stall, grace),
                hosts,
                tls.encryption(),
                tls.http2ClearText());
    }
}
