package dev.understudy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A case as one text file: the files that it is about, and below them the reports that are expected of these. Each has
 * a line {@code === NAME} above it.
 *
 * @param sections texts by name, in the order of the file
 */
public record CaseFile(Path file, Map<String, String> sections) {
    private static final String HEAD = "=== ";
    /** Behind the name of a file that an editor or git would give a last line break. */
    private static final String OPEN_END = " (without its last line break)";

    public static CaseFile read(Path file) throws IOException {
        var sections = new LinkedHashMap<String, String>();
        for (String section : Files.readString(file).split("(?m)^" + HEAD, -1)) {
            int end = section.indexOf('\n');
            if (end > 0) {
                sections.put(section.substring(0, end), section.substring(end + 1));
            }
        }
        return new CaseFile(file, sections);
    }

    /** The names of the cases in a folder. */
    public static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Writes what is no report below the folder; the first of these files. */
    public Path write(Path folder, String... reports) throws IOException {
        Path first = null;
        for (Map.Entry<String, String> section : sections.entrySet()) {
            String name = section.getKey();
            if (!List.of(reports).contains(name)) {
                boolean open = name.endsWith(OPEN_END);
                Path path = folder.resolve(open ? name.substring(0, name.length() - OPEN_END.length()) : name);
                Files.createDirectories(path.getParent());
                String text = section.getValue();
                Files.writeString(path, open ? text.substring(0, text.length() - 1) : text);
                first = first == null ? path : first;
            }
        }
        return first == null ? folder : first;
    }

    /** Fails if the reports are others, with the command that accepts them. */
    public void holds(Map<String, List<String>> reports) throws IOException {
        var now = new LinkedHashMap<>(sections);
        reports.forEach((name, lines) ->
                now.put(name, lines.stream().map(line -> line + "\n").collect(joining())));
        Path accepted =
                Path.of("target/cases").resolve(Path.of("src/test/resources").relativize(file));
        if (!now.equals(sections)) {
            Files.createDirectories(accepted.getParent());
            Files.writeString(accepted, text(now));
        }
        assertThat(text(now)).as("To accept this: cp %s %s", accepted, file).isEqualTo(text(sections));
    }

    private static String text(Map<String, String> sections) {
        return sections.entrySet().stream()
                .map(section -> HEAD + section.getKey() + "\n" + section.getValue())
                .collect(joining());
    }
}
