package dev.understudy.mocks.anyspec.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.source.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Records are created, read, changed and deleted in all documents below the folder that {@code UNDERSTUDY_CORPUS}
 * names.
 */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "UNDERSTUDY_CORPUS", matches = ".+")
class ChangesCorpusTest {
    @Test
    void what_is_created_in_any_document_is_there_until_it_is_deleted() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(System.getenv("UNDERSTUDY_CORPUS")))) {
            files = all.filter(file -> file.toString().matches(".*\\.(json|ya?ml)"))
                    .sorted()
                    .toList();
        }
        var counts = new TreeMap<String, Integer>();
        var faults = new ArrayList<String>();
        files.forEach(file -> walk(file, counts, faults));

        System.out.println(counts);
        faults.forEach(System.out::println);
        assertThat(faults).isEmpty();
    }

    static void walk(Path file, Map<String, Integer> counts, List<String> faults) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Contract contract = Contract.brought("corpus", Documents.read(file, folder == null ? file : folder));
            var walk = new Walk(contract);
            walk.all();
            walk.counts().forEach((what, count) -> counts.merge(what, count, Integer::sum));
            faults.addAll(walk.faults());
        } catch (ContractException e) {
            // Not every file is an OpenAPI document.
            counts.merge("other files", 1, Integer::sum);
        }
    }
}
