package dev.understudy.cli;

import dev.understudy.api.Fault;
import dev.understudy.cli.options.AccessOptions;
import dev.understudy.cli.options.CallbackOptions;
import dev.understudy.cli.options.Command;
import dev.understudy.cli.options.ContractOptions;
import dev.understudy.cli.options.ListenOptions;
import dev.understudy.cli.options.SessionOptions;
import dev.understudy.cli.options.Value;
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
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** {@code understudy serve}: answers until it is stopped. */
final class ServeCommand implements Callable<Integer> {
    private final List<Catalogue.Entry> catalogue;
    final Command command = new Command(this, "Serves the mocked APIs until it is stopped.")
            .exitCodes(ExitCodes.OK, ExitCodes.FAULTS, ExitCodes.USAGE);
    private final ContractOptions contracts = new ContractOptions(command);
    private final ListenOptions listen = ListenOptions.add(command);
    private final Supplier<List<Path>> fixtures = command.list(
            "--fixtures",
            Value.FOLDER,
            "A folder whose collections replace the built-in ones of the same name, or change them"
                    + " (NAME.merge.json); may be repeated, and the last one wins.");
    private final Supplier<Clock> clock = command.optional(
            "--clock",
            Value.CLOCK,
            Clock.systemUTC(),
            "The time of the server, such as 2026-04-01T09:00:00Z: what @now and @today mean in fixtures,"
                    + " and when records are created and changed; by default the current time.");
    private final Supplier<List<String>> corsOrigins = command.list(
            "--cors-origin",
            Value.ORIGIN,
            "A web origin whose pages may read the answers, besides those of this machine; * allows all; may"
                    + " be repeated.");
    private final Supplier<List<String>> stateless = command.list(
            "--stateless",
            Value.any("NAME", String.class),
            "Answer the operations of the contract of this name, or of all contracts of your own (all), by"
                    + " examples and made values alone; may be repeated.");
    private final Supplier<Integer> records = command.option(
            "--records",
            Value.number("N", 0, Seeds.MOST, " (a file in a folder of --fixtures may have more)"),
            Integer.toString(Seeds.DEFAULT.records()),
            "How many records to make for a list of a contract of your own whose document has no examples,"
                    + " by default ${DEFAULT-VALUE}, at most " + Seeds.MOST + ".");
    private final Supplier<Integer> changedRecords = command.option(
            "--changed-records",
            Value.count("N"),
            Integer.toString(ChangeLimits.DEFAULT.records()),
            "How many records of one contract of your own may be created or changed, by default ${DEFAULT-VALUE}.");
    private final Supplier<Integer> changedBytes = command.option(
            "--changed-bytes",
            Value.SIZE,
            "16m",
            "How many bytes these records may have together, such as 500k; by default ${DEFAULT-VALUE}.");
    private final Supplier<Duration> delay = command.option(
            "--delay",
            Value.timeUpTo(Duration.ofMinutes(10)),
            "0",
            "How long every answer is delayed, such as 300ms, at most 10m; by default not at all. Rules can"
                    + " delay single calls.");
    private final CallbackOptions callbacks = new CallbackOptions(command);
    private final Supplier<Boolean> noAuth = command.flag("--no-auth", "Ask for no credentials.");
    private final Supplier<Boolean> validateEveryByte = command.flag(
            "--validate-every-byte", "Check every answer again, even one that was checked and sent before.");
    private final Supplier<Boolean> noWatch = command.flag(
            "--no-watch",
            "Do not reload contracts and fixtures when they change; a hangup signal (SIGHUP) still reloads" + " them.");
    private final Supplier<Boolean> noConsole =
            command.flag("--no-console", "Leave out the web console at /-/; the control API and the other pages stay.");
    private final Supplier<LogFormat> logFormat = command.option(
            "--log-format", Value.any("FORMAT", LogFormat.class), "text", "text or json, by default ${DEFAULT-VALUE}.");
    private final Supplier<Boolean> quiet = command.flag(
            "--quiet",
            "Print no banner and no line for each request; errors are still printed, and with --port 0 the"
                    + " line with the port.");
    private final Supplier<@Nullable Path> healthFile = command.optional(
            "--health-file",
            Value.any("FILE", Path.class),
            "Open a port of plain HTTP on 127.0.0.1 that has /-/health and /-/ready, and write its number to this"
                    + " file, for probes that run beside the server.");
    private final SessionOptions sessions = SessionOptions.add(command);
    private final AccessOptions access = new AccessOptions(command);

    ServeCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
        command.standard()
                .spec()
                .usageMessage()
                .footerHeading("%n")
                .footer("An option on the command line overrides the variable in brackets behind it, and both"
                        + " override the file of --config.");
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
            command.err().println(e.getMessage());
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
                .withClock(clock.get())
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
        faults.forEach(fault -> command.err().println(fault.text()));
        command.err().println(CountedNoun.of(Fault.count(faults), "fault") + "; nothing is served.");
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
            PrintWriter out = command.out();
            out.println(text);
            out.flush();
        }
    }
}
