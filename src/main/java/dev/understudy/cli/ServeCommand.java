package dev.understudy.cli;

import dev.understudy.server.CannotListen;
import dev.understudy.server.Catalogue;
import dev.understudy.server.Complaint;
import dev.understudy.server.Counted;
import dev.understudy.server.LiveSnapshot;
import dev.understudy.server.Loading;
import dev.understudy.server.LogFormat;
import dev.understudy.server.Metrics;
import dev.understudy.server.MockServer;
import dev.understudy.server.ServerLog;
import dev.understudy.server.Settings;
import dev.understudy.server.Snapshot;
import dev.understudy.server.Watch;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code understudy serve}: answers until it is stopped. */
@Command(
        name = "serve",
        description = "Serves the mocked APIs until it is stopped.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCodes.OK, ExitCodes.FAULTS, ExitCodes.USAGE},
        footerHeading = "%n",
        footer = "An option on the command line wins over the variable that is named behind it.")
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The address to listen on, by default ${DEFAULT-VALUE}. [UNDERSTUDY_HOST]")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            converter = Port.class,
            description = "The port to listen on, by default ${DEFAULT-VALUE}; 0 finds a free one. [UNDERSTUDY_PORT]")
    private int port;

    @Option(
            names = "--fixtures",
            paramLabel = "DIR",
            split = "${sys:path.separator}",
            splitSynopsisLabel = "${sys:path.separator}",
            converter = Folder.class,
            description = "A folder whose collections replace the built-in ones of the same name, or change them"
                    + " (NAME.merge.json); may be repeated, and the last one wins. [UNDERSTUDY_FIXTURES]")
    private List<Path> fixtures = List.of();

    @Option(
            names = "--clock",
            paramLabel = "MOMENT",
            converter = Moment.class,
            description = "What @now and @today mean in fixtures, such as 2026-04-01T09:00:00Z; by default the time at"
                    + " which they are read. [UNDERSTUDY_CLOCK]")
    private Clock clock = Clock.systemUTC();

    @Option(
            names = "--cors-origin",
            paramLabel = "ORIGIN",
            split = ",",
            converter = WebOrigin.class,
            description = "A web origin whose pages may read the answers, besides those of this machine; * is every"
                    + " one; may be repeated. [UNDERSTUDY_CORS_ORIGIN]")
    private List<String> corsOrigins = List.of();

    @Option(
            names = "--no-auth",
            fallbackValue = "true",
            description = "Ask for no credentials. [UNDERSTUDY_NO_AUTH=true]")
    private boolean noAuth;

    @Option(
            names = "--validate-every-byte",
            fallbackValue = "true",
            description = "Check every answer anew, also one that was checked and sent before."
                    + " [UNDERSTUDY_VALIDATE_EVERY_BYTE=true]")
    private boolean validateEveryByte;

    @Option(
            names = "--no-watch",
            fallbackValue = "true",
            description = "Do not follow changes of the fixture folders; a hangup signal (SIGHUP) still has them read"
                    + " again. [UNDERSTUDY_NO_WATCH=true]")
    private boolean noWatch;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json, by default ${DEFAULT-VALUE}. [UNDERSTUDY_LOG_FORMAT]")
    private LogFormat logFormat = LogFormat.TEXT;

    @Option(
            names = "--quiet",
            fallbackValue = "true",
            description = "No banner and no line for each request; errors stay. [UNDERSTUDY_QUIET=true]")
    private boolean quiet;

    @Mixin
    private final GateOptions gate = new GateOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Catalogue.Entry> catalogue;

    ServeCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Integer call() {
        ServerLog.open(logFormat, quiet);
        var settings = new Settings(host, port, fixtures, corsOrigins, !noAuth, validateEveryByte, clock, gate.gate());
        var metrics = new Metrics();
        var live = new LiveSnapshot(catalogue, settings, metrics);
        Loading loading = live.read();
        if (loading instanceof Snapshot snapshot) {
            live.take(snapshot);
            return serve(settings, live, snapshot, metrics);
        }
        return report(loading.faults());
    }

    private int serve(Settings settings, LiveSnapshot live, Snapshot snapshot, Metrics metrics) {
        try (MockServer server = MockServer.start(settings, live.exchange(), metrics);
                Watch watch = noWatch ? Watch.onlyWhenAsked(live, snapshot) : Watch.of(live, snapshot)) {
            Hangup.means(watch::reload);
            announce(new Banner(settings, server.port(), snapshot).text());
            Stop.onSignal(server, settings.gate().patience().grace()).await();
            return 0;
        } catch (CannotListen e) {
            err().println(e.getMessage());
            return ExitCodes.FAULT;
        }
    }

    private int report(List<Complaint> faults) {
        faults.forEach(fault -> err().println(fault.text()));
        err().println(Counted.of(Complaint.count(faults), "fault") + "; nothing is served.");
        return ExitCodes.FAULT;
    }

    /** A log of JSON lines stays one: the banner is a message in it. */
    private void announce(String banner) {
        if (logFormat == LogFormat.JSON) {
            LoggerFactory.getLogger(ServeCommand.class).info("{}", banner);
        } else if (!quiet) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(banner);
            out.flush();
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
