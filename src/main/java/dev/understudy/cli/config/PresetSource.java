package dev.understudy.cli.config;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** Where options are set: the environment, or a file. */
interface PresetSource {
    /** What is set there for the option, or for the arguments without a name. */
    Optional<Preset> of(ArgSpec argument);
}
