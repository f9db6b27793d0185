package dev.understudy.cli.config;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The values of options that the command line does not set: from the environment, else from the file that
 * {@value #OPTION} names, else from {@value #FILE} in the working folder.
 */
public final class Presets implements IDefaultValueProvider {
    /** The option that names the file. */
    public static final String OPTION = "--config";

    /** The file that is read if it exists and no other is named. */
    public static final String FILE = "understudy.yaml";

    private final Variables variables;
    private final Optional<Path> fallback;
    private final Map<Path, Optional<ConfigFile>> files = new HashMap<>();
    private final Map<Path, String> unreadable = new HashMap<>();

    /** @param fallback the file that is read if it exists and no other is named */
    public Presets(Map<String, String> environment, Path fallback) {
        this.variables = new Variables(environment);
        this.fallback = Optional.of(fallback).filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return preset(argument).map(Preset::value).orElse(null);
    }

    /** Where the value comes from; empty if it comes from the command line, or nothing sets it. */
    public Optional<String> origin(ArgSpec argument, String[] words) {
        return isGiven(argument, words) ? Optional.empty() : preset(argument).map(Preset::origin);
    }

    /** Whether the file sets the value, not the environment. */
    public boolean isOfFile(ArgSpec argument) {
        return variables.of(argument).isEmpty() && preset(argument).isPresent();
    }

    private static boolean isGiven(ArgSpec argument, String[] words) {
        if (argument instanceof OptionSpec option) {
            String name = option.longestName();
            return Arrays.stream(words).anyMatch(word -> word.equals(name) || word.startsWith(name + "="));
        }
        ParseResult parsed = argument.command().commandLine().getParseResult();
        return parsed != null && parsed.matchedPositionals().contains(argument);
    }

    /**
     * What is wrong with the file, in the order of its lines.
     *
     * @param command the command that runs
     * @param all the keys of all commands
     */
    public List<String> problems(CommandSpec command, Supplier<Set<String>> all) {
        Optional<ConfigFile> known = file(command);
        String problem = path(command).map(unreadable::get).orElse(null);
        return problem != null
                ? List.of(problem)
                : known.map(file -> file.problems(command, all)).orElse(List.of());
    }

    /** The keys that the file may have for this command. */
    public static List<String> keys(CommandSpec command) {
        return ConfigKey.of(command);
    }

    private Optional<Preset> preset(ArgSpec argument) {
        Optional<Preset> variable = variables.of(argument);
        if (variable.isPresent() || ConfigKey.of(argument).isEmpty()) {
            return variable;
        }
        return file(argument.command()).flatMap(file -> file.of(argument));
    }

    private Optional<ConfigFile> file(CommandSpec command) {
        return path(command).flatMap(path -> files.computeIfAbsent(path, this::read));
    }

    private Optional<ConfigFile> read(Path file) {
        try {
            return ConfigReader.read(file);
        } catch (ConfigReader.Unreadable e) {
            unreadable.put(file, e.message());
            return Optional.empty();
        }
    }

    /** The file for a command. If the named file does not exist, the option --config reports it. */
    private Optional<Path> path(CommandSpec command) {
        OptionSpec option = command.optionsMap().get(OPTION);
        if (option == null) {
            return Optional.empty();
        }
        Optional<Path> named = Optional.ofNullable(option.<Path>getValue())
                .or(() -> variables.of(option).map(variable -> Path.of(variable.value())));
        return named.isPresent() ? named.filter(Files::isRegularFile) : fallback;
    }
}
