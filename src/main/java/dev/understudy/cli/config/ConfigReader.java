package dev.understudy.cli.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.openapi.Document;
import dev.understudy.openapi.source.ContractException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads {@code understudy.yaml}. */
final class ConfigReader {
    private static final int LARGEST = 1 << 20;

    private ConfigReader() {}

    /** The file cannot be read, or is not YAML; the message has a line for each problem. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }

        String message() {
            return String.valueOf(getMessage());
        }
    }

    /** The content of the file; empty if it sets nothing. */
    static Optional<ConfigFile> read(Path file) throws Unreadable {
        byte[] bytes = bytes(file);
        if (isComment(bytes)) {
            return Optional.empty();
        }
        Document document;
        try {
            document = Document.read(file.toString(), bytes);
        } catch (ContractException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
        if (!document.tree().isObject()) {
            throw new Unreadable(
                    file + ":" + document.position("") + ": must have options as its keys, such as port: 8080");
        }
        return Optional.of(new ConfigFile(file, document));
    }

    private static byte[] bytes(Path file) throws Unreadable {
        if (!Files.isRegularFile(file)) {
            throw new Unreadable(file + ": must be a file, was " + (Files.isDirectory(file) ? "a folder" : "none"));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Unreadable(file + ": must be at most 1 MiB");
            }
            return bytes;
        } catch (IOException e) {
            throw new Unreadable(file + ": cannot be read: check that this user may read it");
        }
    }

    /** Whether the file has only comments: it sets nothing, but YAML requires a value. */
    private static boolean isComment(byte[] bytes) {
        return new String(bytes, UTF_8)
                .lines()
                .map(line -> line.replaceFirst("^\uFEFF", "").strip())
                .allMatch(line -> line.isEmpty() || line.startsWith("#") || line.equals("---"));
    }
}
