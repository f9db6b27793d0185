package dev.understudy.cli.options;

import dev.understudy.api.Spelling;
import dev.understudy.cli.config.Presets;
import dev.understudy.live.Brought;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Source;
import dev.understudy.openapi.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The arguments and options that select contracts. */
public final class ContractOptions {
    /** The system property with the folder that is used if no contract is named and it exists, as in the image. */
    public static final String FOLDER = "understudy.contracts";

    private static final String STANDARD_INPUT = "-";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

    private static final Value<Mount> MOUNT = Value.of(
            "NAME=/PREFIX", Mount.class, "NAME=/prefix, such as billing=/billing, and not below /-/", Mount::of);
    private static final Value<SkippedReadings> READING =
            new Value<>("NAME", SkippedReadings.class, ContractOptions::skipped);

    private final Command command;
    private final Supplier<List<String>> contracts;
    private final Supplier<List<Mount>> mounts;
    private final Supplier<List<Path>> overlays;
    private final Supplier<@Nullable Path> root;
    private final Supplier<Boolean> strict;
    private final Supplier<List<SkippedReadings>> skipped;

    public ContractOptions(Command command) {
        this(
                command,
                command.arguments(
                        "[NAME=]CONTRACT",
                        "An OpenAPI file, a folder of such files, - for standard input, or the name of a"
                                + " built-in API; without any, all built-in APIs. NAME replaces the name that the"
                                + " API would have."));
    }

    /** @param contracts the positional arguments that name contracts */
    public ContractOptions(Command command, Supplier<List<String>> contracts) {
        this.command = command;
        this.contracts = contracts;
        mounts = command.list(
                "--mount",
                MOUNT,
                "Serve the contract of this name below /PREFIX: in place of the path of its servers, or in front"
                        + " of the paths of a built-in API; may be repeated.");
        overlays = command.list(
                "--overlay",
                Value.FILE,
                "Apply this document of the Overlay Specification to the contract that it extends, or to all"
                        + " contracts; may be repeated.");
        root = command.optional(
                "--contract-root",
                Value.FOLDER,
                "The folder that all referenced files must lie in; by default the working folder if the contract"
                        + " lies in it, else the folder of the contract.");
        strict = command.flag(
                "--strict",
                "Fail if there is a fault or a gap anywhere in a contract, instead of answering 501 there.");
        skipped = command.list(
                "--letter",
                READING,
                "Switch off a reading: follow the letter of OpenAPI where documents usually mean something else."
                        + " The name of a reading, or all; may be repeated.");
    }

    /** The readings that one value of {@code --letter} switches off. */
    private record SkippedReadings(Set<Reading> readings) {}

    private static SkippedReadings skipped(String text) {
        return text.equals("all")
                ? new SkippedReadings(Set.of(Reading.values()))
                : Reading.of(text)
                        .map(reading -> new SkippedReadings(Set.of(reading)))
                        .orElseThrow(() -> new Value.Invalid("must be all or one of "
                                + String.join(", ", Reading.words()) + ", was '" + text + "'"));
    }

    /**
     * The contracts to serve or check.
     *
     * @param builtIn those of the catalogue that were selected
     */
    public record Selection(List<Catalogue.Entry> builtIn, Brought brought) {}

    /** The contracts that were selected from this catalogue and from files. */
    public Selection selected(List<Catalogue.Entry> catalogue) {
        List<String> named = named();
        Map<String, String> prefixes = prefixes();
        if (named.isEmpty()) {
            return selected(catalogue, List.of(), prefixes);
        }
        var builtIn = new ArrayList<Catalogue.Entry>();
        var arguments = new ArrayList<Brought.Argument>();
        for (String argument : named) {
            Catalogue.Entry entry = builtIn(argument, catalogue);
            if (entry == null) {
                arguments.add(brought(argument, catalogue));
            } else if (!builtIn.contains(entry)) {
                boolean twice = builtIn.stream().anyMatch(each -> each.folder().equals(entry.folder()));
                if (twice) {
                    throw wrongContract(entry.folder() + " is named twice: leave one of them out");
                }
                builtIn.add(entry);
            }
        }
        return selected(builtIn, arguments, prefixes);
    }

    private Selection selected(
            List<Catalogue.Entry> builtIn, List<Brought.Argument> arguments, Map<String, String> prefixes) {
        var others = new LinkedHashMap<>(prefixes);
        var mounted = new ArrayList<Catalogue.Entry>();
        for (Catalogue.Entry entry : builtIn) {
            String prefix = others.remove(entry.name());
            mounted.add(prefix == null ? entry : entry.mountedAt(prefix));
        }
        return new Selection(mounted, brought(arguments, others));
    }

    /** The argument of a command that is about a collection of a built-in API, or about a contract. */
    public static Supplier<String> collectionOrContract(Command command) {
        return command.argument(
                "COLLECTION|CONTRACT",
                "A collection such as techwolf/task-profiles/jobs, the end of it such as jobs, or an API that has one list;"
                        + " or an OpenAPI file, a folder of such files, or - for standard input.");
    }

    /** Whether the argument names documents, not a built-in API. */
    public static boolean isPlace(String argument) {
        String place = exists(argument) ? argument : argument.replaceFirst("^" + NAME + "=", "");
        return place.equals(STANDARD_INPUT) || exists(place);
    }

    private Brought brought(List<Brought.Argument> arguments, Map<String, String> prefixes) {
        Set<Reading> letters =
                skipped.get().stream().flatMap(each -> each.readings().stream()).collect(Collectors.toSet());
        List<Path> amending = isForOthers("--overlay") ? List.of() : overlays.get();
        return new Brought(arguments, root.get(), prefixes, strict.get(), letters, amending);
    }

    private List<String> named() {
        String folder = System.getProperty(FOLDER, "");
        boolean there = !folder.isEmpty() && Files.exists(Path.of(folder));
        return contracts.get().isEmpty() && there ? List.of(folder) : contracts.get();
    }

    /** The built-in API of this name, with or without {@code NAME=} before it. */
    private static Catalogue.@Nullable Entry builtIn(String argument, List<Catalogue.Entry> catalogue) {
        int equals = argument.indexOf('=');
        String own = argument.substring(equals + 1);
        if (exists(argument) || exists(own)) {
            return plain(argument, catalogue);
        }
        Catalogue.Entry entry = plain(own, catalogue);
        if (entry == null || equals < 0) {
            return entry;
        }
        String name = argument.substring(0, equals);
        return name.matches(NAME) ? entry.called(name) : null;
    }

    private static Catalogue.@Nullable Entry plain(String argument, List<Catalogue.Entry> catalogue) {
        return catalogue.stream()
                .filter(entry -> entry.name().equals(argument))
                .findFirst()
                .orElse(null);
    }

    private Brought.Argument brought(String argument, List<Catalogue.Entry> catalogue) {
        int equals = argument.indexOf('=');
        boolean named =
                equals > 0 && !exists(argument) && argument.substring(0, equals).matches(NAME);
        String name = named ? argument.substring(0, equals) : "";
        String place = named ? argument.substring(equals + 1) : argument;
        if (place.equals(STANDARD_INPUT)) {
            return new Brought.InText(name, standardInput());
        } else if (exists(place)) {
            return new Brought.InFile(name, Path.of(place));
        }
        throw wrongContract("CONTRACT must be a file or folder that exists, - or a built-in API, was '" + place + "'"
                + nearest(place, catalogue));
    }

    private static String nearest(String place, List<Catalogue.Entry> catalogue) {
        return Spelling.nearest(
                        place, catalogue.stream().map(Catalogue.Entry::name).toList())
                .map(near -> ". " + capital(Spelling.question(near)))
                .orElse("");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static boolean exists(String path) {
        try {
            return !path.isBlank() && Files.exists(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Source standardInput() {
        try {
            return new Source("<stdin>", System.in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> prefixes() {
        var prefixes = new LinkedHashMap<String, String>();
        if (isForOthers("--mount")) {
            return prefixes;
        }
        for (Mount mount : mounts.get()) {
            String other = prefixes.putIfAbsent(mount.name(), mount.prefix());
            if (other != null) {
                throw command.wrong("--mount puts " + mount.name() + " at " + other + " and at " + mount.prefix());
            }
        }
        return prefixes;
    }

    /** Whether the option comes from the file, while the command line names other contracts than the file. */
    private boolean isForOthers(String option) {
        CommandSpec spec = command.spec();
        ParseResult parsed = spec.commandLine().getParseResult();
        return parsed.hasMatchedPositional(0)
                && !parsed.hasMatchedOption(option)
                && spec.defaultValueProvider() instanceof Presets presets
                && presets.isOfFile(spec.findOption(option));
    }

    private ParameterException wrongContract(String message) {
        CommandSpec spec = command.spec();
        return new ParameterException(
                spec.commandLine(), message, spec.positionalParameters().get(0), message);
    }
}
