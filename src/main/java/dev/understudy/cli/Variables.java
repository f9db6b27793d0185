package dev.understudy.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The environment as the default of every option: {@code --log-format} is {@code UNDERSTUDY_LOG_FORMAT}. */
final class Variables implements IDefaultValueProvider {
    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option && !option.usageHelp() && !option.versionHelp()
                ? value(option)
                : null;
    }

    /** The variable that this option got its value from, unless the command line has the option. */
    Optional<String> behind(OptionSpec option, String[] arguments) {
        boolean given = Arrays.stream(arguments)
                .anyMatch(argument ->
                        argument.equals(option.longestName()) || argument.startsWith(option.longestName() + "="));
        return given || value(option) == null ? Optional.empty() : Optional.of(name(option));
    }

    static String name(OptionSpec option) {
        return name(option.longestName());
    }

    static String name(String option) {
        return "UNDERSTUDY_" + option.substring("--".length()).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private @Nullable String value(OptionSpec option) {
        String value = environment.getOrDefault(name(option), "");
        // In a cluster with a service named understudy, Kubernetes sets UNDERSTUDY_PORT=tcp://10.0.0.1:8080 by itself.
        return value.isEmpty() || value.startsWith("tcp://") ? null : value;
    }
}
