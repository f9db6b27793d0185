package dev.understudy.cli.options;

import java.util.function.Supplier;

/**
 * The options that say where the server listens.
 *
 * @param host a name or an address
 * @param port 0 for any free one
 */
public record ListenOptions(Supplier<String> host, Supplier<Integer> port) {
    public static ListenOptions add(Command command) {
        return new ListenOptions(
                command.option(
                        "--host",
                        Value.any("HOST", String.class),
                        "localhost",
                        "The address to listen on, by default ${DEFAULT-VALUE}: 127.0.0.1 and ::1, if this"
                                + " machine has them."),
                command.option(
                        "--port",
                        Value.PORT,
                        "8080",
                        "The port to listen on, by default ${DEFAULT-VALUE}; 0 finds a free one."));
    }
}
