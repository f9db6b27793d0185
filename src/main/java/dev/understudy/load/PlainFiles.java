package dev.understudy.load;

import dev.understudy.api.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files in one folder below those of fixtures that are no collections and are used as they are. Of several folders of
 * fixtures the last one that has a file of a name counts.
 *
 * @param files by their names below the folder of fixtures, with slashes
 */
public record PlainFiles(Map<String, Path> files) {
    /** In bytes; larger ones are faults. */
    private static final int LARGEST = 32 << 20;

    /** The folder, and those in it. */
    private static final int DEEPEST = 2;

    /** Those in the folder of this name, such as {@code billing/answers}, in these folders of fixtures. */
    public static PlainFiles in(List<Path> folders, String name) {
        var files = new TreeMap<String, Path>();
        for (Path folder : folders) {
            for (Path file : inside(folder, folder.resolve(name))) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), file);
            }
        }
        return new PlainFiles(files);
    }

    /** What cannot be entered is told by whoever looks for foreign files. */
    private static List<Path> inside(Path folder, Path start) {
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(start, DEEPEST)) {
            Path real = folder.toRealPath();
            var files = new ArrayList<Path>();
            for (Path file : all.toList()) {
                if (Files.isRegularFile(file)
                        && !LeftoverFiles.is(file.getFileName().toString())
                        && file.toRealPath().startsWith(real)) {
                    files.add(file);
                }
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /**
     * What is in each of them, by name; a file that cannot be read, or is too large, is among the faults and has
     * nothing.
     */
    public Map<String, byte[]> read(List<Fault> faults) {
        var read = new TreeMap<String, byte[]>();
        files.forEach((name, file) -> {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    faults.add(fault(file, "have at most " + (LARGEST >> 20) + " MiB", "larger"));
                } else {
                    read.put(name, bytes);
                }
            } catch (IOException e) {
                faults.add(fault(file, "be readable", "closed to us"));
            }
        });
        return read;
    }

    private static Fault fault(Path file, String expected, String got) {
        return Fault.ofFile(file.toString(), "file", expected, got, null);
    }
}
