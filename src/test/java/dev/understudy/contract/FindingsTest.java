package dev.understudy.contract;

import dev.understudy.CaseFile;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.source.Finding;
import java.io.IOException;
import java.nio.file.Path;
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
        return CaseFile.names(CASES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_document_has_the_findings_that_stand_below_it(String file) throws IOException {
        CaseFile given = CaseFile.read(CASES.resolve(file));
        Path root = folder.resolve("contract");
        Document document = Documents.read(given.write(root, "findings", "not served"), root);
        Contract contract = Contract.brought("harbour", document);
        Stream<String> findings = contract.allFindings().stream().map(Finding::text);
        Stream<String> stopped = contract.operations().stream()
                .filter(operation -> operation.unkept().isPresent())
                .map(operation -> operation.operationId() + ": "
                        + operation.unkept().orElseThrow().kind());
        given.holds(Map.of("findings", findings.map(this::shown).toList(), "not served", stopped.toList()));
    }

    private String shown(String line) {
        return line.replace(folder.resolve("contract") + "/", "")
                .replace(folder.resolve("contract").toString(), "contract")
                .replace(folder.toString(), "..");
    }
}
