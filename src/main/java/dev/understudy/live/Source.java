package dev.understudy.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * A file that was read.
 *
 * @param name the name of the file in messages
 */
public record Source(String name, byte[] bytes) {
    /** A file that is part of the program. */
    static Source onClassPath(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(name + " is missing from the program"));
    }

    /** A file that is part of the program, if it exists. */
    static Optional<Source> find(String name) {
        try (InputStream in = Source.class.getResourceAsStream("/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new Source(name, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
