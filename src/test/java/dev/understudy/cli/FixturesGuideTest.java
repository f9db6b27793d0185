package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Catalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixturesGuideTest {
    /** A heading that is the name of a file, and the first block of JSON below it. */
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^### (\\S+\\.json)$[^#]*?^```json$\n(.*?)^```$");

    @Test
    void every_example_of_a_collection_can_be_served(@TempDir Path folder) throws Exception {
        String guide = Files.readString(Path.of("docs/fixtures.md"));
        for (var example : EXAMPLE.matcher(guide).results().toList()) {
            Path file = folder.resolve(example.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, example.group(2));
        }

        var out = new StringWriter();
        Commands.commandLine(Catalogue.builtIn(), Map.of())
                .setOut(new PrintWriter(out, true))
                .execute("check", "--fixtures", folder.toString());
        assertThat(out.toString()).startsWith("No faults; 7 collections, 7 records checked");
    }
}
