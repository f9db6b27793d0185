package dev.understudy.load;

import dev.understudy.api.Fault;
import dev.understudy.load.text.Form;
import dev.understudy.load.text.Source;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder that somebody filled with fixture files. */
final class FolderFiles implements LayerFiles {
    /**
     * Deeper than any collection lies; a folder down there is reported and not entered, which also ends circles of
     * links.
     */
    private static final int DEEPEST = 4;

    private final Path folder;

    FolderFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public Optional<Source> find(String file, Form form) {
        Path path = folder.resolve(file);
        // What is no ordinary file, or lies elsewhere, is for foreign() to report.
        return Files.isRegularFile(path) && isInside(path)
                ? Optional.of(new Source(name(), path.toString(), form, () -> Files.newInputStream(path)))
                : Optional.empty();
    }

    @Override
    public ForeignFiles foreign(Set<String> files) {
        var found = new ForeignFiles(new ArrayList<>(), new ArrayList<>());
        if (Files.isDirectory(folder)) {
            look(folder, new ExpectedPath(files), found);
        } else {
            found.faults()
                    .add(Fault.ofFile(
                            name(),
                            "folder",
                            "be a folder",
                            Files.exists(folder) ? "something else" : "missing",
                            null));
        }
        return found;
    }

    private void look(Path parent, ExpectedPath right, ForeignFiles found) {
        for (Path child : children(parent, found.faults())) {
            String name = folder.relativize(child).toString().replace('\\', '/');
            String last = child.getFileName().toString();
            if (right.files().contains(name) || !LeftoverFiles.is(last)) {
                judge(child, name, right, found);
            } else if (LeftoverFiles.isTold(last)) {
                found.passedOver().add(name);
            }
        }
    }

    private void judge(Path path, String name, ExpectedPath right, ForeignFiles found) {
        List<Fault> faults = found.faults();
        if (!Files.exists(path)) {
            add(faults, path, "be a file", "a link to nothing", null);
        } else if (!isInside(path)) {
            add(faults, path, "lie in " + name(), "a link that leads out of it", null);
        } else if (right.files().contains(name)) {
            if (!Files.isRegularFile(path)) {
                add(faults, path, "be a file", Files.isDirectory(path) ? "a folder" : "something else", null);
            }
        } else if (Files.isDirectory(path) && folder.relativize(path).getNameCount() < DEEPEST) {
            look(path, right, found);
        } else {
            add(
                    faults,
                    path,
                    "belong to a collection",
                    "unknown",
                    right.hint(name).orElse(null));
        }
    }

    private List<Path> children(Path parent, List<Fault> faults) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent)) {
            found.forEach(children::add);
        } catch (IOException | DirectoryIteratorException e) {
            add(faults, parent, "be readable", "closed to us", null);
        }
        children.sort(null);
        return children;
    }

    private boolean isInside(Path path) {
        try {
            return path.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static void add(List<Fault> faults, Path path, String expected, String got, @Nullable String hint) {
        faults.add(Fault.ofFile(path.toString(), "file", expected, got, hint));
    }
}
