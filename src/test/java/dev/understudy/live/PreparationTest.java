package dev.understudy.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
    @Test
    void contracts_that_are_built_in_are_the_same_when_prepared(@TempDir Path folder) throws Exception {
        Preparation.main(new String[] {folder.toString()});

        for (Catalogue.Entry entry : Catalogue.builtIn()) {
            Source source = entry.contract();
            byte[] prepared = Files.readAllBytes(folder.resolve("specs/" + entry.name() + ".prepared.json"));
            Contract contract = Contract.read(entry.name(), source.name(), source.bytes(), prepared);
            Contract unprepared = Contract.read(entry.name(), source.name(), source.bytes());
            assertThat(contract.servedYaml("..")).isEqualTo(unprepared.servedYaml(".."));
            assertThat(contract.servedJson("..")).isEqualTo(unprepared.servedJson(".."));
        }
    }
}
