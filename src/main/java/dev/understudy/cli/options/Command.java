package dev.understudy.cli.options;

import dev.understudy.cli.config.Variables;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/**
 * A command. Its options and arguments are added in the order of its help; what adds one returns the supplier of its
 * value, for use after the command line was parsed. Picocli could find them by annotations, but the reflection would
 * take longer than the parsing.
 */
public final class Command {
    private final CommandSpec spec;

    /**
     * A command of this description, a line each.
     *
     * @param body a {@code Callable<Integer>}; anything else for a command that only has subcommands
     */
    public Command(Object body, String... description) {
        spec = CommandSpec.wrapWithoutInspection(body).version(Version.text());
        spec.usageMessage().description(description).sortOptions(false).width(100);
    }

    /** An option that has a default. */
    public <T> Supplier<T> option(String name, Value<T> value, String otherwise, String description) {
        return add(builder(name, value, description).type(value.type()).defaultValue(otherwise));
    }

    /** An option that must be given. */
    public <T> Supplier<T> required(String name, Value<T> value, String description) {
        return add(builder(name, value, description).type(value.type()).required(true));
    }

    /** An option whose value is null unless it is given. */
    public <T> Supplier<@Nullable T> optional(String name, Value<T> value, String description) {
        return this.<@Nullable T>add(builder(name, value, description).type(value.type()));
    }

    /** An option that has a default that no text stands for. */
    public <T> Supplier<T> optional(String name, Value<T> value, T otherwise, String description) {
        return add(builder(name, value, description).type(value.type()).initialValue(otherwise));
    }

    /** An option that may be repeated, or given a list. */
    public <T> Supplier<List<T>> list(String name, Value<T> value, String description) {
        String split = value.type() == Path.class ? File.pathSeparator : ",";
        return add(builder(name, value, description)
                .type(List.class)
                .auxiliaryTypes(value.type())
                .initialValue(List.of())
                .splitRegex(split)
                .splitRegexSynopsisLabel(split));
    }

    /** An option without a value; its variable is true or false. */
    public Supplier<Boolean> flag(String name, String description) {
        return add(OptionSpec.builder(name)
                .type(boolean.class)
                .initialValue(false)
                .fallbackValue("true")
                .description(description + " [" + Variables.name(name) + "=true]"));
    }

    /** The next argument without a name, which must be given. */
    public Supplier<String> argument(String label, String description) {
        return add(label, description, true);
    }

    /** The next argument without a name; empty unless it is given. */
    public Supplier<String> optionalArgument(String label, String description) {
        return add(label, description, false);
    }

    /** All arguments without a name. */
    public Supplier<List<String>> arguments(String label, String description) {
        return add(PositionalParamSpec.builder()
                .paramLabel(label)
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .initialValue(List.of())
                // Several that are set in a file are one text with this between them.
                .splitRegex("\n")
                .splitRegexSynopsisLabel("")
                .description(description)
                .build());
    }

    /** What every command has. */
    public Command standard() {
        add(OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help message and exit."));
        add(OptionSpec.builder("-V", "--version").versionHelp(true).description("Print version information and exit."));
        return this;
    }

    /** @param codes such as {@code 0:All went well.} */
    public Command exitCodes(String... codes) {
        spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(UsageMessageSpec.keyValuesMap(codes));
        return this;
    }

    public CommandSpec spec() {
        return spec;
    }

    /** The error of a command line that is wrong in this way. */
    public ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    public PrintWriter out() {
        return spec.commandLine().getOut();
    }

    public PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private Supplier<String> add(String label, String description, boolean required) {
        return add(PositionalParamSpec.builder()
                .index(Integer.toString(spec.positionalParameters().size()))
                .paramLabel(label)
                .arity(required ? "1" : "0..1")
                .required(required)
                .type(String.class)
                .initialValue("")
                .description(description)
                .build());
    }

    private <T> Supplier<T> add(PositionalParamSpec argument) {
        spec.addPositional(argument);
        return new Parsed<>(argument);
    }

    private <T extends @Nullable Object> Supplier<T> add(OptionSpec.Builder builder) {
        OptionSpec option = builder.build();
        spec.addOption(option);
        return new Parsed<>(option);
    }

    private static OptionSpec.Builder builder(String name, Value<?> value, String description) {
        return OptionSpec.builder(name)
                .paramLabel(value.label())
                .converters(value.converters())
                .description(description + " [" + Variables.name(name) + "]");
    }

    /**
     * A class of its own: as a lambda of a picocli class, it could not be archived, and would be made at each start.
     */
    private record Parsed<T extends @Nullable Object>(ArgSpec argument) implements Supplier<T> {
        @Override
        public T get() {
            return argument.getValue();
        }
    }
}
