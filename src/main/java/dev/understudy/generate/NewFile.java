package dev.understudy.generate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.understudy.api.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * A file of one collection.
 *
 * @param name below the fixture folder
 * @param count how many records it gets, a line each
 */
record NewFile(String name, int count, Records records) {
    /** So many records between two reports. */
    private static final int STEP = 5_000;

    void write(Path folder, Consumer<Generation.Progress> progress) throws IOException {
        Path hidden = hidden(folder);
        Files.createDirectories(hidden.getParent());
        ObjectWriter writer = Json.mapper().writer();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(hidden), 1 << 16);
                JsonGenerator json = writer.createGenerator(out).setRootValueSeparator(null)) {
            for (int i = 0; i < count; i++) {
                writer.writeValue(json, records.record(i));
                json.writeRaw('\n');
                if ((i + 1) % STEP == 0 || i + 1 == count) {
                    progress.accept(new Generation.Progress(name, i + 1, count));
                }
            }
        }
    }

    Generation.File reveal(Path folder) throws IOException {
        Path file = Files.move(hidden(folder), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return new Generation.File(name, count, Files.size(file));
    }

    /** Takes away what did not become a file. */
    void clear(Path folder) throws IOException {
        Files.deleteIfExists(hidden(folder));
    }

    private Path hidden(Path folder) {
        Path file = folder.resolve(name);
        return file.resolveSibling("." + file.getFileName() + ".part");
    }
}
