package dev.understudy.cli.config;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;

/**
 * Presets for picocli: a class of its own, since Java cannot archive what implements an interface of picocli, and not a
 * record, whose {@code toString}, which picocli calls, would be linked at each start.
 */
public final class PresetValues implements IDefaultValueProvider {
    private final Presets presets;

    public PresetValues(Presets presets) {
        this.presets = presets;
    }

    public Presets presets() {
        return presets;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return presets.value(argument).orElse(null);
    }
}
