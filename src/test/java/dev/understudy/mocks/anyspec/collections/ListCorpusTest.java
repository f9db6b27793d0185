package dev.understudy.mocks.anyspec.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.source.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The lists of all documents below the folder that {@code UNDERSTUDY_CORPUS} names, with what is asked of them. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "UNDERSTUDY_CORPUS", matches = ".+")
class ListCorpusTest {
    @Test
    void pages_filters_and_orders_of_any_document_are_what_its_records_say() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(System.getenv("UNDERSTUDY_CORPUS")))) {
            files = all.filter(file -> file.toString().matches(".*\\.(json|ya?ml)"))
                    .sorted()
                    .toList();
        }
        var counts = new TreeMap<String, Integer>();
        var faults = new ArrayList<String>();
        for (Path file : files) {
            try {
                Path folder = file.toAbsolutePath().getParent();
                var walk =
                        new ListWalk(Contract.brought("corpus", Documents.read(file, folder == null ? file : folder)));
                walk.all();
                walk.counts().forEach((what, count) -> counts.merge(what, count, Integer::sum));
                faults.addAll(walk.faults());
            } catch (ContractException e) {
                // Not every file is an OpenAPI document.
                counts.merge("other files", 1, Integer::sum);
            }
        }

        System.out.println(counts);
        faults.forEach(System.out::println);
        assertThat(faults).isEmpty();
    }
}
