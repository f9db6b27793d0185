package dev.understudy.cli.config;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The keys of the file: the long names of options, and {@value #CONTRACTS} for positional arguments. */
final class ConfigKey {
    static final String CONTRACTS = "contracts";

    private ConfigKey() {}

    /** The key of an option or argument; empty if the file cannot set it. */
    static String of(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            boolean plain = !option.usageHelp()
                    && !option.versionHelp()
                    && !option.longestName().equals(Presets.OPTION);
            return plain ? option.longestName().substring("--".length()) : "";
        }
        return argument.isMultiValue() ? CONTRACTS : "";
    }

    /** All keys of a command. */
    static List<String> of(CommandSpec command) {
        return arguments(command)
                .map(ConfigKey::of)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    static Stream<ArgSpec> arguments(CommandSpec command) {
        return Stream.concat(command.options().stream(), command.positionalParameters().stream());
    }
}
