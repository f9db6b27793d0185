package dev.understudy.cli.options;

import dev.understudy.cli.config.Variables;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The options of a command, added one by one in the order of its help; each is asked for its value after the command
 * line was read. Picocli also finds options in annotations, but looking for them takes longer than reading the line.
 */
public final class Options {
    private final CommandSpec spec;

    public Options(CommandSpec spec) {
        this.spec = spec;
    }

    /** An option that has this value unless it is given. */
    public <T> Supplier<T> one(
            String name, String label, Class<T> type, String otherwise, String description, ITypeConverter<?>... how) {
        OptionSpec option = add(option(name, label, type, description, how).defaultValue(otherwise));
        return option::getValue;
    }

    /** An option that need not have a value. */
    public <T> Supplier<@Nullable T> maybe(
            String name, String label, Class<T> type, String description, ITypeConverter<?>... how) {
        OptionSpec option = add(option(name, label, type, description, how));
        return option::getValue;
    }

    /** An option that may be repeated, or given a list. */
    public <T> Supplier<List<T>> many(
            String name, String label, Class<T> type, String split, String description, ITypeConverter<?>... how) {
        OptionSpec option = add(option(name, label, List.class, description, how)
                .auxiliaryTypes(type)
                .initialValue(List.of())
                .splitRegex(split)
                .splitRegexSynopsisLabel(split));
        return option::getValue;
    }

    /** An option that is given or not; its variable says true or false. */
    public Supplier<Boolean> flag(String name, String description) {
        OptionSpec option = add(OptionSpec.builder(name)
                .type(boolean.class)
                .initialValue(false)
                .fallbackValue("true")
                .description(description + " [" + Variables.name(name) + "=true]"));
        return option::getValue;
    }

    /** Arguments without a name, as many as there are. */
    Supplier<List<String>> positional(String label, String description) {
        PositionalParamSpec arguments = PositionalParamSpec.builder()
                .paramLabel(label)
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .initialValue(List.of())
                // Several that are set in a file are one text with this between them.
                .splitRegex("\n")
                .splitRegexSynopsisLabel("")
                .description(description)
                .build();
        spec.addPositional(arguments);
        return arguments::getValue;
    }

    /** What every command has. */
    public void standard() {
        add(OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help message and exit."));
        add(OptionSpec.builder("-V", "--version").versionHelp(true).description("Print version information and exit."));
        spec.versionProvider(new Version());
    }

    CommandSpec spec() {
        return spec;
    }

    private OptionSpec add(OptionSpec.Builder builder) {
        OptionSpec option = builder.build();
        spec.addOption(option);
        return option;
    }

    private static OptionSpec.Builder option(
            String name, String label, Class<?> type, String description, ITypeConverter<?>... how) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(type)
                .converters(how)
                .description(description + " [" + Variables.name(name) + "]");
    }
}
