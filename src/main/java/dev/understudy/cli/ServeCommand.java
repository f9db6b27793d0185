package dev.understudy.cli;

import dev.understudy.api.Fault;
import dev.understudy.cli.options.AccessOptions;
import dev.understudy.cli.options.CallbackOptions;
import dev.understudy.cli.options.ContractOptions;
import dev.understudy.cli.options.Count;
import dev.understudy.cli.options.FixedClock;
import dev.understudy.cli.options.Folder;
import dev.understudy.cli.options.ListenOptions;
import dev.understudy.cli.options.Options;
import dev.understudy.cli.options.SessionOptions;
import dev.understudy.cli.options.Size;
import dev.understudy.cli.options.Span;
import dev.understudy.cli.options.WebOrigin;
import dev.understudy.http.CannotListen;
import dev.understudy.live.CannotLoad;
import dev.understudy.live.Catalogue;
import dev.understudy.live.CountedNoun;
import dev.understudy.live.Running;
import dev.understudy.live.Seeds;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import dev.understudy.log.LogFormat;
import dev.understudy.log.ServerLog;
import dev.understudy.mocks.anyspec.changes.ChangeLimits;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** {@code understudy serve}: answers until it is stopped. */
final class ServeCommand implements Callable<Integer> {
    private final List<Catalogue.Entry> catalogue;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final ContractOptions contracts;
    private final ListenOptions listen;
    private final Supplier<List<Path>> fixtures;
    private final Supplier<@Nullable Clock> clock;
    private final Supplier<List<String>> corsOrigins;
    private final Supplier<List<String>> stateless;
    private final Supplier<Integer> records;
    private final Supplier<Duration> delay;
    private final Supplier<Integer> changedRecords;
    private final Supplier<Integer> changedBytes;
    private final Supplier<Boolean> noAuth;
    private final Supplier<Boolean> validateEveryByte;
    private final Supplier<Boolean> noWatch;
    private final Supplier<Boolean> noConsole;
    private final Supplier<LogFormat> logFormat;
    private final Supplier<Boolean> quiet;
    private final Supplier<@Nullable Path> healthFile;
    private final AccessOptions access;
    private final SessionOptions sessions;
    private final CallbackOptions callbacks;

    ServeCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
        var options = new Options(spec);
        contracts = new ContractOptions(options);
        listen = ListenOptions.add(options);
        fixtures = options.many(
                "--fixtures",
                "DIR",
                Path.class,
                File.pathSeparator,
                "A folder whose collections replace the built-in ones of the same name, or change them"
                        + " (NAME.merge.json); may be repeated, and the last one wins.",
                new Folder());
        clock = options.maybe(
                "--clock",
                "MOMENT",
                Clock.class,
                "The time of the server, such as 2026-04-01T09:00:00Z: what @now and @today mean in fixtures,"
                        + " and when records are created and changed; by default the current time.",
                new FixedClock());
        corsOrigins = options.many(
                "--cors-origin",
                "ORIGIN",
                String.class,
                ",",
                "A web origin whose pages may read the answers, besides those of this machine; * allows all; may"
                        + " be repeated.",
                new WebOrigin());
        stateless = options.many(
                "--stateless",
                "NAME",
                String.class,
                ",",
                "Answer the operations of the contract of this name, or of all contracts of your own (all), by"
                        + " examples and made values alone; may be repeated.");
        records = options.one(
                "--records",
                "N",
                Integer.class,
                Integer.toString(Seeds.DEFAULT.records()),
                "How many records to make for a list of a contract of your own whose document has no examples,"
                        + " by default ${DEFAULT-VALUE}, at most " + Seeds.MOST + ".",
                new Count(Seeds.MOST, " (a file in a folder of --fixtures may have more)"));
        changedRecords = options.one(
                "--changed-records",
                "N",
                Integer.class,
                Integer.toString(ChangeLimits.DEFAULT.records()),
                "How many records of one contract of your own may be created or changed, by default ${DEFAULT-VALUE}.",
                new Count());
        changedBytes = options.one(
                "--changed-bytes",
                "SIZE",
                Integer.class,
                "16m",
                "How many bytes these records may have together, such as 500k; by default ${DEFAULT-VALUE}.",
                new Size());
        delay = options.one(
                "--delay",
                "TIME",
                Duration.class,
                "0",
                "How long every answer is delayed, such as 300ms, at most 10m; by default not at all. Rules can"
                        + " delay single calls.",
                Span.atMost(Duration.ofMinutes(10)));
        callbacks = new CallbackOptions(options);
        noAuth = options.flag("--no-auth", "Ask for no credentials.");
        validateEveryByte = options.flag(
                "--validate-every-byte", "Check every answer again, even one that was checked and sent before.");
        noWatch = options.flag(
                "--no-watch",
                "Do not reload contracts and fixtures when they change; a hangup signal (SIGHUP) still reloads"
                        + " them.");
        noConsole = options.flag(
                "--no-console", "Leave out the web console at /-/; the control API and the other pages stay.");
        logFormat = options.one(
                "--log-format", "FORMAT", LogFormat.class, "text", "text or json, by default ${DEFAULT-VALUE}.");
        quiet = options.flag(
                "--quiet",
                "Print no banner and no line for each request; errors are still printed, and with --port 0 the"
                        + " line with the port.");
        healthFile = options.maybe(
                "--health-file",
                "FILE",
                Path.class,
                "Open a port of plain HTTP on 127.0.0.1 that has /-/health and /-/ready, and write its number to this"
                        + " file, for probes that run beside the server.");
        sessions = SessionOptions.add(options);
        access = new AccessOptions(options);
        options.standard();
        spec.usageMessage()
                .description("Serves the mocked APIs until it is stopped.")
                .sortOptions(false)
                .width(100)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(UsageMessageSpec.keyValuesMap(ExitCodes.OK, ExitCodes.FAULTS, ExitCodes.USAGE))
                .footerHeading("%n")
                .footer("An option on the command line overrides the variable in brackets behind it, and both"
                        + " override the file of --config.");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        ServerLog.open(logFormat.get(), quiet.get());
        ContractOptions.Selection selected = contracts.selected(catalogue);
        Settings settings = settings().withBrought(selected.brought());
        try (Running server = Understudy.start(selected.builtIn(), settings);
                var health = HealthFile.write(healthFile.get(), server)) {
            // Before anybody is told that it runs: it may be told to end at once.
            Shutdown stop =
                    Shutdown.onSignal(server, settings.access().timeouts().grace());
            ReloadSignal.handle(server::reloadSoon);
            announce(new Banner(settings, server.hosts(), server.baseUrl(), server.snapshot(), sessions.tokenIsMade()));
            server.giveBackMemory();
            server.checkInBackground();
            stop.await();
            return 0;
        } catch (CannotLoad e) {
            return report(e.faults());
        } catch (CannotListen e) {
            err().println(e.getMessage());
            return ExitCodes.FAULT;
        }
    }

    private Settings settings() {
        Settings settings = Settings.DEFAULT
                .withHost(listen.host().get())
                .withPort(listen.port().get())
                .withFixtures(fixtures.get())
                .withCorsOrigins(corsOrigins.get())
                .withSeeds(new Seeds(
                        Set.copyOf(stateless.get()),
                        records.get(),
                        new ChangeLimits(changedRecords.get(), changedBytes.get())))
                .withCallbacks(callbacks.settings())
                .withAuth(!noAuth.get())
                .withValidateEveryByte(validateEveryByte.get())
                .withClock(Objects.requireNonNullElse(clock.get(), Clock.systemUTC()))
                .withAccess(access.access())
                .withSessions(sessions.limits())
                .withStrictness(sessions.strictness())
                .withControlToken(sessions.controlToken())
                .withConsole(!noConsole.get())
                .withJournal(sessions.journal().get())
                .withDelay(delay.get())
                .withOutOfMemory(MemoryExhausted::outOfMemory);
        return noWatch.get() ? settings : settings.watching();
    }

    private int report(List<Fault> faults) {
        faults.forEach(fault -> err().println(fault.text()));
        err().println(CountedNoun.of(Fault.count(faults), "fault") + "; nothing is served.");
        return ExitCodes.FAULT;
    }

    /** Prints the banner; if the log is JSON lines, the banner is one of them. */
    private void announce(Banner banner) {
        boolean found = listen.port().get() == 0;
        if (quiet.get() && !found) {
            return;
        }
        // A port that the server has found is said in any case: nobody could know it.
        String text = quiet.get() ? banner.firstLine() : banner.text();
        if (logFormat.get() == LogFormat.JSON) {
            ServerLog.letThrough(ServeCommand.class);
            LoggerFactory.getLogger(ServeCommand.class).info("{}", text);
        } else {
            PrintWriter out = spec.commandLine().getOut();
            out.println(text);
            out.flush();
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
