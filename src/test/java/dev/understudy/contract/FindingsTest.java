package dev.understudy.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.openapi.Document;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.source.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases in {@code src/test/resources/findings}: the files of a document, the first one first, below them what is
 * found in it, and the operations that are not served for it.
 */
class FindingsTest {
    private static final Path CASES = Path.of("src/test/resources/findings");

    @TempDir
    Path folder;

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_document_has_the_findings_that_stand_below_it(String file) throws IOException {
        Map<String, String> sections = sections(Files.readString(CASES.resolve(file)));
        String expected = sections.remove("findings");
        String unserved = sections.remove("not served");
        for (Map.Entry<String, String> section : sections.entrySet()) {
            Path path = folder.resolve("contract").resolve(section.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, section.getValue());
        }
        Path first = folder.resolve("contract")
                .resolve(sections.keySet().stream().findFirst().orElseThrow());
        Document document = Documents.read(first, folder.resolve("contract"));
        Contract contract = Contract.brought("harbour", document);

        String found = contract.allFindings().stream().map(Finding::text).collect(joining("\n"));
        String stopped = contract.operations().stream()
                .filter(operation -> operation.unkept().isPresent())
                .map(operation -> operation.operationId() + ": "
                        + operation.unkept().orElseThrow().kind())
                .collect(joining("\n"));
        assertThat("=== findings\n" + shown(found) + "=== not served\n" + shown(stopped))
                .isEqualTo("=== findings\n" + expected + "=== not served\n" + unserved);
    }

    private String shown(String lines) {
        String local = lines.replace(folder.resolve("contract") + "/", "")
                .replace(folder.resolve("contract").toString(), "contract")
                .replace(folder.toString(), "..");
        return local.isEmpty() ? "" : local + "\n";
    }

    private static Map<String, String> sections(String text) {
        var sections = new LinkedHashMap<String, String>();
        for (String section : text.split("(?m)^=== ", -1)) {
            int end = section.indexOf('\n');
            if (end > 0) {
                sections.put(section.substring(0, end), section.substring(end + 1));
            }
        }
        return sections;
    }
}
