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

/**
 * What folders looked like at a moment: which files, how large, how old, and where links lead. Equal fingerprints mean
 * that nothing changed. Looking costs so little that it can be done twice a second, and it sees changes where the
 * operating system announces none, as on mounts over a network.
 *
 * @param files by the path under which each was found
 */
public record Fingerprint(Map<Path, String> files) {
    /** One level deeper than fixtures lie; a folder down there is a fault anyway. This also ends circles of links. */
    private static final int DEEPEST = 5;

    public Fingerprint {
        files = Map.copyOf(files);
    }

    /** The look of these folders now. */
    public static Fingerprint of(List<Path> folders) {
        var files = new TreeMap<Path, String>();
        folders.forEach(folder -> look(folder, 0, files));
        return new Fingerprint(files);
    }

    /**
     * This, and the look of files that were not known before. Those are the files that a contract was found to refer to
     * while it was read.
     */
    Fingerprint with(Fingerprint later) {
        var all = new TreeMap<Path, String>(later.files);
        all.putAll(files);
        return new Fingerprint(all);
    }

    /** The look of the same files; of those that were looked at earlier as well, how they looked then. */
    Fingerprint asOf(Fingerprint earlier) {
        var looks = new TreeMap<Path, String>(files);
        looks.replaceAll((file, look) -> earlier.files.getOrDefault(file, look));
        return new Fingerprint(looks);
    }

    private static void look(Path path, int depth, Map<Path, String> files) {
        try {
            BasicFileAttributes here = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
            boolean link = here.isSymbolicLink();
            // The real path tells when any link on the way leads elsewhere.
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
            // Gone, a link to nothing, or closed to us: each of them looks unlike what it was before.
            files.put(path, e.getClass().getSimpleName());
        }
    }

    /** The key tells when another file was renamed over this one. */
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

    /** What nobody reads; links into hidden folders, as Kubernetes makes them, are followed. */
    private static boolean isPassedOver(Path path) {
        return LeftoverFiles.is(path.getFileName().toString());
    }
}
