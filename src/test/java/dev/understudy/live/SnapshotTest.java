package dev.understudy.live;

import static dev.understudy.road.Pets.get;
import static dev.understudy.road.Pets.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.road.Pets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    private final Path folder;

    SnapshotTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void what_is_built_in_is_without_a_fault() {
        var settings = Settings.DEFAULT;

        assertThat(Snapshot.load(Catalogue.builtIn(), settings))
                .isInstanceOfSatisfying(Snapshot.class, snapshot -> assertThat(snapshot.contracts())
                        .hasSize(4));
    }

    @Test
    void says_for_each_collection_where_it_came_from_and_how_large_it_is() throws Exception {
        fixture("pets.json", "[{\"name\":\"Ada\"},{\"name\":\"Bob\"}]");

        assertThat(loaded(settings(true)).origins()).singleElement().satisfies(origin -> {
            assertThat(origin.collection()).isEqualTo("zoo/pets/pets");
            assertThat(origin.layer()).isEqualTo(folder.toString());
            assertThat(origin.records()).isEqualTo(2);
        });
    }

    @Test
    void all_faults_of_all_fixtures_are_told_with_their_places() throws Exception {
        fixture("pets.json", "[{\"name\":1},\n {\"nam\":\"Bob\"}]");
        fixture("dogs.json", "[]");

        LoadResult loading = Snapshot.load(Zoo.catalogue(), settings(true));

        assertThat(((LoadResult.NotServed) loading).faults())
                .anyMatch(fault ->
                        fault.text().contains("pets.json:1:") && fault.text().contains("/0/name"))
                .anyMatch(fault -> fault.text().contains("pets.json:2:"))
                .anyMatch(fault -> fault.text().contains("dogs.json"));
    }

    @Test
    void all_faults_of_a_contract_are_told_with_their_places() {
        String broken = Pets.YAML.replace("minimum", "minimun").replace("maximum", "maximun");

        LoadResult loading = Snapshot.load(Zoo.catalogue(broken), settings(true));

        assertThat(((LoadResult.NotServed) loading).faults()).hasSize(2).allMatch(fault -> fault.text()
                .startsWith("specs/zoo/pets.yaml:"));
    }

    @Test
    void without_auth_nobody_needs_a_token() {
        assertThat(loaded(settings(false))
                        .exchange()
                        .answer(request("GET", "/zoo/pets", Map.of(), ""))
                        .response()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void validated_bytes_are_sent_again_unless_every_byte_is_to_be_checked() {
        for (boolean everyByte : new boolean[] {false, true}) {
            var exchange =
                    loaded(Settings.DEFAULT.withValidateEveryByte(everyByte)).exchange();
            exchange.answer(get("/zoo/pets"));
            byte[] second = exchange.answer(get("/zoo/pets")).response().bytes();
            byte[] third = exchange.answer(get("/zoo/pets")).response().bytes();

            assertThat(third == second).isEqualTo(!everyByte);
        }
    }

    private Snapshot loaded(Settings settings) {
        return (Snapshot) Snapshot.load(Zoo.catalogue(), settings);
    }

    private Settings settings(boolean auth) {
        return Settings.DEFAULT.withFixtures(folder).withAuth(auth);
    }

    private void fixture(String file, String text) throws Exception {
        Path pets = Files.createDirectories(folder.resolve("zoo/pets"));
        Files.writeString(pets.resolve(file), text);
    }
}
