package dev.understudy.live;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.understudy.load.LeftoverFiles;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of files and folders at one moment: names, sizes, times and link targets. If two fingerprints are equal,
 * nothing has changed. Taking one is cheap enough to do twice a second, and works where the operating system does not
 * announce changes, as on network mounts.
 *
 * @param files a description of each file, by the path under which it was found
 */
public record Fingerprint(Map<Path, String> files) {
    /**
     * One level deeper than fixtures may be; a folder at that level is a fault anyway. This also ends cycles of links.
     */
    private static final int DEEPEST = 5;

    public Fingerprint {
        files = Map.copyOf(files);
    }

    /** The current state of these folders. */
    public static Fingerprint of(List<Path> folders) {
        var files = new TreeMap<Path, String>();
        folders.forEach(folder -> look(folder, 0, files));
        return new Fingerprint(files);
    }

    /** This fingerprint with files that were not known before, such as those that a contract was found to refer to. */
    Fingerprint with(Fingerprint later) {
        var all = new TreeMap<Path, String>(later.files);
        all.putAll(files);
        return new Fingerprint(all);
    }

    /** This fingerprint, with the earlier state for files that the earlier one contains. */
    Fingerprint asOf(Fingerprint earlier) {
        var looks = new TreeMap<Path, String>(files);
        looks.replaceAll((file, look) -> earlier.files.getOrDefault(file, look));
        return new Fingerprint(looks);
    }

    /** What a record has by itself would be linked at each start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint fingerprint && files.equals(fingerprint.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }

    private static void look(Path path, int depth, Map<Path, String> files) {
        try {
            BasicFileAttributes here = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
            boolean link = here.isSymbolicLink();
            // The real path shows whether any link on the way now leads elsewhere.
            String leads = link ? path.toRealPath() + " " : "";
            BasicFileAttributes there = link ? Files.readAttributes(path, BasicFileAttributes.class) : here;
            if (there.isDirectory()) {
                files.put(path, leads + "folder");
                if (depth < DEEPEST) {
                    lookInside(path, depth, files);
                }
            } else {
                files.put(path, leads + file(path, there));
            }
        } catch (IOException e) {
            // The file is gone, unreadable, or a dangling link; each of these differs from what it was before.
            files.put(path, e.getClass().getSimpleName());
        }
    }

    /** The file key shows whether another file was renamed over this one. */
    private static String file(Path path, BasicFileAttributes file) {
        return file.size() + " " + file.lastModifiedTime() + " " + file.fileKey() + " " + Files.isReadable(path);
    }

    private static void lookInside(Path folder, int depth, Map<Path, String> files) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, child -> !isPassedOver(child))) {
            for (Path child : children) {
                look(child, depth + 1, files);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Files that are never read; links into hidden folders, as Kubernetes creates them, are followed. */
    private static boolean isPassedOver(Path path) {
        return LeftoverFiles.is(path.getFileName().toString());
    }
}
