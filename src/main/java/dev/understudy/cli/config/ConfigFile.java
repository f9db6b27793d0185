package dev.understudy.cli.config;

import dev.understudy.api.MessageText;
import dev.understudy.api.Spelling;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** {@code understudy.yaml}: its keys are the long names of options, without the dashes. */
final class ConfigFile {
    private final Document document;
    private final Path folder;

    /** @param file what the document was read from; relative paths in it start from its folder */
    ConfigFile(Path file, Document document) {
        this.document = document;
        this.folder = Objects.requireNonNullElse(file.getParent(), Path.of(""));
    }

    Optional<Preset> of(ArgSpec argument) {
        Part value = value(argument);
        try {
            return value.isPresent()
                    ? Optional.of(new Preset(new ConfigValue(argument, folder).text(value), place(value)))
                    : Optional.empty();
        } catch (ConfigValue.Invalid e) {
            // It is one of the problems.
            return Optional.empty();
        }
    }

    /**
     * What is wrong with it, in the order of the file.
     *
     * @param command the command that runs
     * @param all the keys of all commands, which it may have too
     */
    List<String> problems(CommandSpec command, Supplier<Set<String>> all) {
        var problems = new ArrayList<String>();
        Set<String> own = Set.copyOf(ConfigKey.of(command));
        for (Part value : document.root().children()) {
            if (own.contains(value.key())) {
                wrong(command, value).ifPresent(problems::add);
            } else if (!all.get().contains(value.key())) {
                problems.add(place(value) + ": " + MessageText.text(value.key()) + " is no option"
                        + Spelling.nearest(value.key(), all.get())
                                .map(near -> "; " + Spelling.question(near))
                                .orElse(": " + ConfigKey.CONTRACTS
                                        + " and the long names of options are, such as port"));
            }
        }
        return problems;
    }

    private Optional<String> wrong(CommandSpec command, Part value) {
        ArgSpec argument = ConfigKey.arguments(command)
                .filter(each -> ConfigKey.of(each).equals(value.key()))
                .findFirst()
                .orElseThrow();
        try {
            new ConfigValue(argument, folder).text(value);
            return Optional.empty();
        } catch (ConfigValue.Invalid e) {
            return Optional.of(place(e.part()) + ": " + value.key() + " " + e.getMessage());
        }
    }

    private Part value(ArgSpec argument) {
        return document.root().at(ConfigKey.of(argument));
    }

    private String place(Part value) {
        return document.source() + ":" + document.position(value.pointer());
    }
}
