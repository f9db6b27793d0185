package dev.understudy.cli.options;

import java.util.Objects;

/** The version of the program, from the manifest of its jar. */
public final class Version {
    private Version() {}

    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "Understudy " + Objects.requireNonNullElse(version, "(not packaged)");
    }
}
