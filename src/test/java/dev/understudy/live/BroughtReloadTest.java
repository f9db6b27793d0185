package dev.understudy.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts that change while they are served. */
class BroughtReloadTest {
    private static final WatchInterval QUICK = new WatchInterval(Duration.ofMillis(5), Duration.ofMillis(20));
    private static final String PETS =
            """
            openapi: 3.1.0
            info: {title: Pets, version: '1'}
            paths:
              /pets: {$ref: parts/pets.yml}
            """;
    private static final String LIST =
            "get: {responses: {'200': {description: Pets, content: {application/json: {example: [%s]}}}}}";

    private final Path root;
    private final Folder folder;

    BroughtReloadTest(@TempDir Path root) {
        this.root = root;
        this.folder = new Folder(root);
    }

    @Test
    void a_change_of_a_document_or_of_a_file_that_it_refers_to_is_picked_up_and_a_broken_one_is_refused()
            throws Exception {
        folder.write("pets.yaml", PETS);
        folder.write("parts/pets.yml", LIST.formatted("1"));
        try (Site mock = start()) {
            assertThat(mock.get("/pets").body()).isEqualTo("[1]");

            folder.write("parts/pets.yml", LIST.formatted("1, 2"));
            mock.until("/pets", body -> body.equals("[1,2]"));

            folder.write("pets.yaml", "openapi: 3");
            String ready = mock.until("/-/ready", body -> body.contains("warning"));
            assertThat(ready)
                    .contains("A change of the contracts or fixtures is refused; what was loaded before it is served.")
                    .contains("pets.yaml:1:1: must be OpenAPI 3.0, 3.1 or 3.2");
            assertThat(mock.get("/pets").body()).isEqualTo("[1,2]");

            folder.write("pets.yaml", PETS.replace("/pets:", "/dogs:"));
            mock.until("/dogs", body -> body.equals("[1,2]"));
            assertThat(mock.get("/pets").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_file_that_was_broken_is_still_followed_though_nothing_of_it_can_be_read() throws Exception {
        folder.write("pets.yaml", PETS);
        folder.write("parts/pets.yml", LIST.formatted("1"));
        try (Site mock = start(root.resolve("pets.yaml"))) {
            folder.write("parts/pets.yml", "get: [");
            mock.until("/pets", body -> body.contains("501"));
            folder.write("parts/pets.yml", LIST.formatted("1, 2"));
            mock.until("/pets", body -> body.equals("[1,2]"));
            folder.delete("parts/pets.yml");
            mock.until("/pets", body -> body.contains("501"));
            folder.write("parts/pets.yml", LIST.formatted("3"));
            mock.until("/pets", body -> body.equals("[3]"));
        }
    }

    @Test
    void an_example_in_a_file_of_its_own_is_read_again_when_the_file_changes() throws Exception {
        folder.write("parts/one.json", "[1]");
        folder.write(
                "pets.yaml",
                """
                openapi: 3.1.0
                info: {title: Pets, version: '1'}
                paths:
                  /pets:
                    get: {responses: {'200': {description: Pets, content: {application/json: {examples: {one: {externalValue: parts/one.json}}}}}}}
                """);
        try (Site mock = start(root.resolve("pets.yaml"))) {
            assertThat(mock.get("/pets").body()).isEqualTo("[1]");

            folder.write("parts/one.json", "[1, 2]");
            mock.until("/pets", body -> body.equals("[1,2]"));
        }
    }

    @Test
    void a_change_of_an_overlay_is_picked_up_and_a_broken_one_is_refused() throws Exception {
        folder.write("pets.yaml", PETS);
        folder.write("parts/pets.yml", LIST.formatted("1"));
        String rename = "overlay: 1.0.0\nactions: [{target: $.paths, update: {%s: {$ref: parts/pets.yml}}}]";
        folder.write("fix.overlay.yaml", rename.formatted("/dogs"));
        var brought = new Brought(
                List.of(new Brought.InFile("", root.resolve("pets.yaml"))),
                null,
                Map.of(),
                false,
                Set.of(),
                List.of(root.resolve("fix.overlay.yaml")));
        try (Site mock =
                new Site(Understudy.start(Settings.DEFAULT.withBrought(brought).watching(QUICK)))) {
            assertThat(mock.get("/dogs").body()).isEqualTo("[1]");
            folder.write("fix.overlay.yaml", "overlay: 7");
            assertThat(mock.until("/-/ready", body -> body.contains("warning")))
                    .contains("fix.overlay.yaml:1:1: must be Overlay 1.0 or 1.1, was 7");
            assertThat(mock.get("/dogs").body()).isEqualTo("[1]");
            folder.write("fix.overlay.yaml", rename.formatted("/cats"));
            mock.until("/cats", body -> body.equals("[1]"));
        }
    }

    @Test
    void a_document_that_is_put_into_the_folder_is_served_and_the_others_are_not_read_again() throws Exception {
        folder.write("pets.yaml", PETS);
        folder.write("parts/pets.yml", LIST.formatted("1"));
        var contracts = new BroughtContracts(Brought.of(root));
        var first = contracts.read().contracts();
        folder.write("dogs.yaml", PETS.replace("/pets:", "/dogs:"));
        var second = contracts.read().contracts();

        assertThat(first).hasSize(1);
        assertThat(second).hasSize(2).containsAll(first);
        assertThat(contracts.files()).contains(root, root.resolve("parts/pets.yml"));
    }

    @Test
    void the_same_answers_are_kept_for_requests_that_come_again() throws Exception {
        folder.write("pets.yaml", PETS);
        folder.write("parts/pets.yml", LIST.formatted("1"));
        try (Site mock = start()) {
            for (String path : Collections.nCopies(6, "/pets")) {
                assertThat(mock.get(path).body()).isEqualTo("[1]");
            }
            assertThat(mock.get("/-/metrics").body())
                    .containsPattern("understudy_cache_gets_total\\{cache=\"request\",result=\"hit\"} [1-9]");
        }
    }

    private Site start() throws Exception {
        return start(root);
    }

    private static Site start(Path place) throws Exception {
        var settings = Settings.DEFAULT.withBrought(Brought.of(place)).watching(QUICK);
        return new Site(Understudy.start(settings));
    }
}
