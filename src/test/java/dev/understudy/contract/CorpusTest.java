package dev.understudy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.bytes.Bytes;
import dev.understudy.contract.form.FormBody;
import dev.understudy.contract.text.MediaType;
import dev.understudy.generate.values.Direction;
import dev.understudy.generate.values.GenerationResult;
import dev.understudy.generate.values.Values;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.source.ContractException;
import dev.understudy.openapi.source.Finding;
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
    private int forms;

    @Test
    void every_document_is_read_and_each_operation_that_is_not_served_says_why() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(System.getenv("UNDERSTUDY_CORPUS")))) {
            files = all.filter(file -> file.toString().matches(".*\\.(json|ya?ml)"))
                    .sorted()
                    .toList();
        }
        files.forEach(this::read);

        System.out.printf(
                "%d operations, %d of them not served: %s; %d forms made and read%n",
                operations, unserved, stopped, forms);
        assertThat(operations).isPositive();
    }

    private void read(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Contract contract = Contract.brought("corpus", Documents.read(file, folder == null ? file : folder));
            assertThat(contract.allFindings()).extracting(Finding::message).doesNotContain("");
            contract.operations().forEach(this::count);
            makeForms(contract);
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

    /** What is made for a form is read as it was meant. */
    private void makeForms(Contract contract) {
        var values = new Values(contract.lowered());
        for (Operation operation : contract.operations()) {
            for (Content content : operation.body().map(RequestBody::contents).orElse(List.of())) {
                FormBody form = content.fields();
                if (form != null
                        && content.schema().isPresent()
                        && operation.unkept().isEmpty()
                        && values.value(content.schema().get(), 0, Direction.REQUEST)
                                instanceof GenerationResult.Value made) {
                    FormBody.Written written = form.write(made.value());
                    MediaType type = MediaType.of(written.type()).orElseThrow();
                    assertThat(form.read(type, Bytes.of(written.bytes())).violations())
                            .as("%s of %s", operation, contract.source())
                            .isEmpty();
                    forms++;
                }
            }
        }
    }
}
