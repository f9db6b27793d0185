package dev.understudy.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A file that was read.
 *
 * @param name what a message calls it
 */
public record Source(String name, byte[] bytes) {
    /** A file of the program's own. */
    static Source onClassPath(String name) {
        try (InputStream in = Source.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new Source(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
