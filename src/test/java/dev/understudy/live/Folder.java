package dev.understudy.live;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of fixtures that is changed in the ways in which people and machines change one. */
record Folder(Path root) {
    /** As a shell's redirection does. */
    void write(String file, String text) throws IOException {
        Files.createDirectories(path(file).getParent());
        Files.writeString(path(file), text);
    }

    /** As editors do, so that nobody ever sees half a file. */
    void renameOver(String file, String text) throws IOException {
        Path fresh = path(file).resolveSibling("." + path(file).getFileName() + ".swp");
        Files.writeString(fresh, text);
        Files.move(fresh, path(file), ATOMIC_MOVE);
    }

    void delete(String file) throws IOException {
        Files.delete(path(file));
    }

    /** A link, made or turned in one step. */
    void link(String name, String target) throws IOException {
        Path fresh = path(name + ".new");
        Files.createDirectories(fresh.getParent());
        Files.createSymbolicLink(fresh, Path.of(target));
        Files.move(fresh, path(name), ATOMIC_MOVE, REPLACE_EXISTING);
    }

    private Path path(String file) {
        return root.resolve(file);
    }
}
