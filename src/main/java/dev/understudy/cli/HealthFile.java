package dev.understudy.cli;

import dev.understudy.http.CannotListen;
import dev.understudy.live.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that has the number of the health port while the server runs.
 *
 * @param file null if there is none
 */
record HealthFile(@Nullable Path file) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HealthFile.class);

    /** Opens the health port and writes its number to the file. If that fails, the server still serves. */
    static HealthFile write(@Nullable Path file, Running server) throws CannotListen {
        if (file == null) {
            return new HealthFile(null);
        }
        try {
            Files.writeString(file, server.openHealthPort() + "\n");
            return new HealthFile(file);
        } catch (IOException e) {
            LOG.warn("--health-file must be a file that can be written, was {}: probes will not find the server", file);
            return new HealthFile(null);
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted", file);
        }
    }
}
