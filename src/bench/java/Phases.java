import dev.understudy.cli.Commands;
import dev.understudy.contract.Contract;
import dev.understudy.http.MockServer;
import dev.understudy.live.Catalogue;
import dev.understudy.live.ContractFixtures;
import dev.understudy.live.Settings;
import dev.understudy.load.Fixtures;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The steps of a start, one after another: a line for each, with the CPU time of the main thread and of all. */
public final class Phases {
    private static long main;
    private static long all;

    private Phases() {}

    public static void main(String[] arguments) throws Exception {
        row("Java itself");
        Commands.run(new String[] {"serve", "--version"});
        row("command line and log (picocli, Logback)");
        Map<Catalogue.Entry, Contract> contracts = new LinkedHashMap<>();
        Catalogue.builtIn().forEach(entry -> contracts.put(entry, entry.read()));
        row("contracts (as the build has prepared them; routes)");
        Fixtures fixtures = ContractFixtures.of(contracts.values(), List.of(), Clock.systemUTC());
        contracts.keySet().stream()
                .flatMap(entry -> entry.api().fixtures().stream())
                .forEach(fixture -> Objects.requireNonNull(fixtures.records(fixture)));
        row("fixtures (JSON, schemas, records)");
        if (!fixtures.faults().isEmpty()) {
            throw new IllegalStateException(fixtures.faults().toString());
        }
        MockServer.start(Settings.DEFAULT.address(), Settings.DEFAULT.access(), incoming -> null);
        row("Vert.x");
        System.exit(0);
    }

    private static void row(String step) {
        long nowMain = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long nowAll = system.getProcessCpuTime();
        System.err.printf("%s|%d|%d%n", step, (nowMain - main) / 1_000_000, (nowAll - all) / 1_000_000);
        main = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        all = system.getProcessCpuTime();
    }
}
