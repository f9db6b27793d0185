package dev.understudy.live;

import dev.understudy.api.text.EntityTag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Identifies contracts and fixtures by their content: 16 hexadecimal digits, wherever the files are. It uses two
 * checksums with different polynomials, which detect changes at the speed of memory, but do not protect against
 * forgery.
 */
public final class Revision {
    private static final int PIECE = 1 << 16;

    private Revision() {}

    /** The revision of what these settings serve, for files in this state. */
    public static String of(List<Catalogue.Entry> catalogue, Settings settings, Fingerprint files) {
        var names = new ArrayList<String>();
        catalogue.forEach(entry -> names.add(entry.name() + " " + entry.mount() + " "
                + EntityTag.of(entry.contract().bytes())));
        settings.brought().arguments().forEach(argument -> {
            if (argument instanceof Brought.InText text) {
                names.add(text.name() + " " + EntityTag.of(text.text().bytes()));
            }
        });
        var roots = new ArrayList<>(settings.fixtures());
        roots.addAll(settings.brought().paths());
        files.files().keySet().stream()
                .filter(Files::isRegularFile)
                .forEach(file -> names.add(name(file, roots) + " " + content(file)));
        names.sort(null);
        String all = EntityTag.of(String.join("\n", names).getBytes(StandardCharsets.UTF_8));
        return all.substring(1, all.length() - 1);
    }

    /** The path relative to the given folder; the file name if it is below none of them. */
    private static String name(Path file, List<Path> roots) {
        return roots.stream()
                .filter(root -> file.startsWith(root) && !file.equals(root))
                .max(Comparator.comparingInt(Path::getNameCount))
                .map(root -> root.relativize(file).toString().replace('\\', '/'))
                .orElseGet(() -> file.getFileName().toString());
    }

    private static String content(Path file) {
        List<Checksum> sums = List.of(new CRC32C(), new CRC32());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                for (Checksum sum : sums) {
                    sum.update(piece, 0, count);
                }
            }
            return sums.get(0).getValue() + " " + sums.get(1).getValue();
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }
}
