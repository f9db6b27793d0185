package dev.understudy;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The libraries that Maven chose, whoever asked for them: none older than the last one with a known vulnerability
 * fixed.
 */
class DependencyFloorTest {
    private record Library(String group, String name, int[] version) {
        private static final Pattern JAR =
                Pattern.compile(".*?repository/(.+)/([^/]+)/([^/]+)/\\2-(\\d+)\\.(\\d+)(?:\\.(\\d+))?[^/]*\\.jar");

        static Optional<Library> of(String path) {
            Matcher jar = JAR.matcher(path.replace(File.separatorChar, '/'));
            return jar.matches()
                    ? Optional.of(new Library(jar.group(1).replace('/', '.'), jar.group(2), new int[] {
                        number(jar.group(4)), number(jar.group(5)), number(jar.group(6))
                    }))
                    : Optional.empty();
        }

        private static int number(@Nullable String digits) {
            return digits == null ? 0 : Integer.parseInt(digits);
        }
    }

    @ParameterizedTest(name = "{0}:{1} {2}.{3}.{4}")
    @CsvSource({
        "io.netty, netty-, 4, 2, 16",
        "com.fasterxml.jackson.core, jackson-core, 2, 22, 1",
        "com.fasterxml.jackson.core, jackson-databind, 2, 22, 1",
        "com.fasterxml.jackson.datatype, jackson-, 2, 22, 1",
        "org.yaml, snakeyaml, 2, 0, 0"
    })
    void no_library_is_older_than_its_last_mended_hole(String group, String name, int major, int minor, int patch) {
        assertThat(libraries())
                .filteredOn(library -> library.group().equals(group)
                        && library.name().startsWith(name)
                        && !library.name().contains("tcnative"))
                .isNotEmpty()
                .allMatch(library -> Arrays.compare(library.version(), new int[] {major, minor, patch}) >= 0);
    }

    @Test
    void no_library_is_there_twice() {
        Map<String, List<Library>> byName =
                libraries().collect(groupingBy(library -> library.group() + ":" + library.name()));

        assertThat(byName.values()).allMatch(copies -> copies.size() == 1);
    }

    private static Stream<Library> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(path -> Path.of(path).toAbsolutePath().toString())
                .flatMap(path -> Library.of(path).stream());
    }
}
