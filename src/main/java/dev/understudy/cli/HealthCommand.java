package dev.understudy.cli;

import dev.understudy.cli.options.ListenOptions;
import dev.understudy.cli.options.Options;
import dev.understudy.cli.options.Span;
import dev.understudy.cli.options.TlsOptions;
import dev.understudy.http.Encryption;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/** {@code understudy health}: whether the server that was started with the same options answers. */
final class HealthCommand implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 100;

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final ListenOptions listen;
    private final TlsOptions tls;
    private final Supplier<@Nullable Duration> wait;

    HealthCommand() {
        var options = new Options(spec);
        listen = ListenOptions.add(options);
        tls = new TlsOptions(options);
        wait = options.maybe(
                "--wait",
                "TIME",
                Duration.class,
                "How long to wait until the server answers; without it, ask once.",
                new Span());
        options.standard();
        spec.usageMessage()
                .description("Asks the server that was started with the same options whether it answers.")
                .sortOptions(false)
                .width(100)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(UsageMessageSpec.keyValuesMap(
                        "0:The server answers.", "1:The server does not answer.", ExitCodes.USAGE));
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (listen.port().get() == 0) {
            throw new ParameterException(
                    spec.commandLine(), "--port must be the port that serve has found and printed, was '0'");
        }
        boolean encrypted = !(tls.encryption() instanceof Encryption.None);
        var probe = new HealthProbe(listen.host().get(), listen.port().get(), encrypted);
        Duration timeout = wait.get();
        long end = System.nanoTime() + (timeout == null ? 0 : timeout.toNanos());
        while (true) {
            try {
                probe.send();
                spec.commandLine().getOut().println(probe.url() + " is up.");
                return 0;
            } catch (IOException e) {
                if (System.nanoTime() - end >= 0) {
                    spec.commandLine().getErr().println(probe.url() + " is not up: " + e.getMessage());
                    return ExitCodes.FAULT;
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
