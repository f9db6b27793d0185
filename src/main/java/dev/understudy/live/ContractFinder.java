package dev.understudy.live;

import dev.understudy.api.Fault;
import dev.understudy.api.Position;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the documents in the given files and folders. */
final class ContractFinder {
    /** The maximum depth of documents in a folder. */
    private static final int DEEPEST = 5;

    /**
     * The maximum number of files in a folder: one with more is hardly a folder of contracts, and checking all would
     * take long.
     */
    private static final int MOST = 20_000;

    private static final Set<FileVisitOption> FOLLOWING = EnumSet.of(FileVisitOption.FOLLOW_LINKS);

    private final List<ContractFile> found = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /**
     * The documents that were found.
     *
     * @param faults the given files and folders without a document
     */
    record Found(List<ContractFile> files, List<Fault> faults) {}

    static Found find(Brought brought) {
        var finder = new ContractFinder();
        brought.arguments().forEach(finder::find);
        return new Found(finder.found, finder.faults);
    }

    private void find(Brought.Argument argument) {
        if (argument instanceof Brought.InText text) {
            found.add(new ContractFile(text.name(), null, text.text()));
            return;
        }
        Brought.InFile place = (Brought.InFile) argument;
        if (Files.isDirectory(place.path())) {
            folder(place);
        } else if (!Files.isRegularFile(place.path())) {
            boolean there = Files.exists(place.path());
            fault(place.path(), "must be a file or a folder, was " + (there ? "neither" : "missing"));
        } else {
            found.add(named(ContractFile.of(place.path(), null), place.name()));
        }
    }

    private static ContractFile named(ContractFile file, String name) {
        return name.isEmpty() ? file : new ContractFile(name, file.file(), file.text());
    }

    private void folder(Brought.InFile place) {
        List<Path> documents;
        try {
            documents = documents(place.path());
        } catch (IOException e) {
            fault(place.path(), "cannot be read: " + e.getClass().getSimpleName());
            return;
        }
        if (documents.isEmpty()) {
            fault(
                    place.path(),
                    "must have an OpenAPI document in it: a .yaml, .yml or .json file with the key openapi");
        } else if (documents.size() > 1 && !place.name().isEmpty()) {
            fault(
                    place.path(),
                    "has " + documents.size() + " OpenAPI documents, which cannot all be called \"" + place.name()
                            + "\": name each file");
        }
        documents.forEach(file -> found.add(named(ContractFile.of(file, place.path()), place.name())));
    }

    /** The documents in a folder, sorted by path, without hidden files and folders. */
    private static List<Path> documents(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        // A link that leads back to an enclosing folder is skipped.
        Files.walkFileTree(folder, FOLLOWING, DEEPEST, new SimpleFileVisitor<>() {
            private int seen;

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return !directory.equals(folder) && isHidden(directory)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (++seen > MOST) {
                    throw new IOException("more than " + MOST + " files");
                }
                if (attributes.isRegularFile() && !isHidden(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(folder)) {
                    throw e;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files.stream().filter(DocumentKind::isDocument).sorted().toList();
    }

    private static boolean isHidden(@Nullable Path path) {
        return path != null && path.getFileName().toString().startsWith(".");
    }

    private void fault(Path path, String message) {
        faults.add(new Fault(path.toString(), Position.NONE, message));
    }
}
