package dev.understudy.cli.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The URI of a file in a report: relative to the working folder, so that it is valid on other machines too. */
final class ArtifactUri {
    private ArtifactUri() {}

    static String of(String file) {
        try {
            Path here = Path.of("").toAbsolutePath();
            Path path = here.resolve(file).normalize();
            return path.startsWith(here)
                    ? relative(here.relativize(path).toString().replace('\\', '/'))
                    : path.toUri().toASCIIString();
        } catch (InvalidPathException e) {
            return relative(file);
        }
    }

    private static String relative(String path) {
        try {
            // The dot keeps a colon in the first step from looking like a scheme's.
            return new URI(null, null, "./" + path, null).toASCIIString().substring(2);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
