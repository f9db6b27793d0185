package dev.understudy.cli.config;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;

/** Presets for picocli: a class of its own, since Java cannot archive what implements an interface of picocli. */
public record PresetValues(Presets presets) implements IDefaultValueProvider {
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return presets.value(argument).orElse(null);
    }
}
