package dev.understudy.cli;

import dev.understudy.cli.options.Command;
import dev.understudy.cli.options.ListenOptions;
import dev.understudy.cli.options.TlsOptions;
import dev.understudy.cli.options.Value;
import dev.understudy.http.Encryption;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code understudy health}: whether the server that was started with the same options answers. */
final class HealthCommand implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 100;

    final Command command = new Command(
                    this, "Asks the server that was started with the same options whether it answers.")
            .exitCodes("0:The server answers.", "1:The server does not answer.", ExitCodes.USAGE);
    private final ListenOptions listen = ListenOptions.add(command);
    private final TlsOptions tls = new TlsOptions(command);
    private final Supplier<@Nullable Duration> wait =
            command.optional("--wait", Value.TIME, "How long to wait until the server answers; without it, ask once.");

    HealthCommand() {
        command.standard();
    }

    @Override
    public Integer call() throws InterruptedException {
        if (listen.port().get() == 0) {
            throw command.wrong("--port must be the port that serve has found and printed, was '0'");
        }
        boolean encrypted = !(tls.encryption() instanceof Encryption.None);
        var probe = new HealthProbe(listen.host().get(), listen.port().get(), encrypted);
        Duration timeout = wait.get();
        long end = System.nanoTime() + (timeout == null ? 0 : timeout.toNanos());
        while (true) {
            try {
                probe.send();
                command.out().println(probe.url() + " is up.");
                return 0;
            } catch (IOException e) {
                if (System.nanoTime() - end >= 0) {
                    command.err().println(probe.url() + " is not up: " + e.getMessage());
                    return ExitCodes.FAULT;
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
