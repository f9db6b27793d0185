package dev.understudy.openapi.source;

import dev.understudy.api.Fault;
import dev.understudy.api.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files below a contract root, of which a document may use any. How much is read of them is bounded. */
public final class ContractFiles {
    private final Path root;
    private final Set<Path> named = ConcurrentHashMap.newKeySet();
    private int count;
    private long bytes;

    /** @param root a folder; what links lead to out of it is not in it */
    public ContractFiles(Path root) {
        this.root = root;
    }

    /** The same files, of which nothing was read yet. */
    public ContractFiles again() {
        return new ContractFiles(root);
    }

    /** Why a file is not read. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final String repair;

        public Unreadable(String message, String repair) {
            super(message);
            this.repair = repair;
        }

        public String message() {
            return String.valueOf(getMessage());
        }

        public String repair() {
            return repair;
        }
    }

    /** All files that references named so far, whether they are there or not. */
    public List<Path> named() {
        return List.copyOf(named);
    }

    /** The file that a relative reference names, seen from another. */
    public Path find(Path from, String reference) throws Unreadable {
        Path file = resolved(from, reference);
        named.add(file);
        Path real = real(file)
                .orElseThrow(() -> new Unreadable(
                        "the file " + file.normalize() + " is not there", "write it, or correct the reference"));
        Path folder = real(root).orElse(root.toAbsolutePath().normalize());
        if (!real.startsWith(folder)) {
            throw new Unreadable(
                    "the file " + file.normalize() + " lies outside the contract root " + root,
                    "widen it by --contract-root DIR, or copy the file there");
        }
        return real;
    }

    private static Path resolved(Path from, String reference) throws Unreadable {
        try {
            return from.resolveSibling(reference);
        } catch (InvalidPathException e) {
            throw new Unreadable("\"" + reference + "\" is no name of a file", "correct the reference");
        }
    }

    public static Optional<Path> real(Path file) {
        try {
            return Optional.of(file.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The bytes of a file; only of a plain one, as a device or a pipe may have no end. */
    public byte[] bytes(Path file) throws Unreadable {
        return bytes(file, file + " ");
    }

    /** @param subject what a message begins with */
    private byte[] bytes(Path file, String subject) throws Unreadable {
        if (++count > Bounds.COUNT) {
            throw new Unreadable("the document has more than " + Bounds.COUNT + " files", "use fewer");
        } else if (Files.isDirectory(file)) {
            throw new Unreadable(subject + "is a folder", "name a file in it");
        } else if (!Files.isRegularFile(file)) {
            throw new Unreadable(subject + "is no plain file", "copy what it gives to one");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] read = in.readNBytes(Bounds.FILE + 1);
            bytes += read.length;
            if (read.length > Bounds.FILE) {
                throw new Unreadable(
                        subject + "is larger than " + (Bounds.FILE >> 20) + " MiB", "divide it into several files");
            } else if (bytes > Bounds.FILES) {
                throw new Unreadable(
                        "the files of the document are larger than " + (Bounds.FILES >> 20) + " MiB together",
                        "leave out what is not used");
            }
            return read;
        } catch (IOException e) {
            throw new Unreadable(subject + "cannot be read", "check that this user may read it");
        }
    }

    /** The file that a document begins with; it may lie anywhere. */
    public byte[] first(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new Unreadable("is not there", "check the name");
            }
            return bytes(file, "");
        } catch (Unreadable e) {
            String message = e.message() + ": " + e.repair();
            throw new ContractException(List.of(new Fault(file.toString(), Position.NONE, message)));
        }
    }
}
