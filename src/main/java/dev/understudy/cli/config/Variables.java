package dev.understudy.cli.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Environment variables that set options: {@code UNDERSTUDY_LOG_FORMAT} sets {@code --log-format}. */
public final class Variables {
    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    Optional<Preset> of(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return Optional.empty();
        }
        String name = name(option);
        // In a cluster with a service named understudy, Kubernetes sets UNDERSTUDY_PORT=tcp://10.0.0.1:8080 by itself.
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isEmpty() && !value.startsWith("tcp://"))
                .map(value -> new Preset(value, name));
    }

    /** The name of the variable that sets this option. */
    public static String name(OptionSpec option) {
        return name(option.longestName());
    }

    /** The name of the variable that sets the option of this name, such as {@code --log-format}. */
    public static String name(String option) {
        return "UNDERSTUDY_" + option.substring("--".length()).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
