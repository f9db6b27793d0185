package dev.understudy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.openapi.ContractException;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * All documents below the folder that {@code UNDERSTUDY_CORPUS} names: each is read, whatever is in it, and what stops
 * operations is counted.
 */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "UNDERSTUDY_CORPUS", matches = ".+")
class CorpusTest {
    private final Map<String, Integer> stopped = new TreeMap<>();
    private int operations;
    private int unserved;

    @Test
    void every_document_is_read_and_each_operation_that_is_not_served_says_why() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(System.getenv("UNDERSTUDY_CORPUS")))) {
            files = all.filter(file -> file.toString().matches(".*\\.(json|ya?ml)"))
                    .sorted()
                    .toList();
        }
        files.forEach(this::read);

        System.out.printf("%d operations, %d of them not served: %s%n", operations, unserved, stopped);
        assertThat(operations).isPositive();
    }

    private void read(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Contract contract = Contract.brought("corpus", Documents.read(file, folder == null ? file : folder));
            assertThat(contract.allFindings()).extracting(Finding::message).doesNotContain("");
            contract.operations().forEach(this::count);
        } catch (ContractException e) {
            // Not every file is an OpenAPI document.
            assertThat(e).hasMessageContaining("OpenAPI");
        }
    }

    private void count(Operation operation) {
        operations++;
        operation.unkept().ifPresent(finding -> {
            unserved++;
            stopped.merge(finding.level() + " " + finding.kind(), 1, Integer::sum);
        });
    }
}
