package dev.understudy.generate;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {
    private static final Sizes SIZES = new Sizes(60, 50, 500, 300);

    private final Path folder;

    GenerationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void the_same_seed_gives_the_same_bytes() throws Exception {
        assertThat(generated(42, SIZES, "once")).isEqualTo(generated(42, SIZES, "again"));
    }

    @Test
    void another_seed_gives_other_records() throws Exception {
        Map<String, String> once = generated(42, SIZES, "once");
        generated(43, SIZES, "other").forEach((file, text) -> {
            if (!file.endsWith("tenant.json")) {
                assertThat(text).as(file).isNotEqualTo(once.get(file));
            }
        });
    }

    /** Every Java must decide the same: who changes these digits changes what everybody's seeds mean. */
    @Test
    void a_seed_means_the_same_on_every_machine() {
        var chance = new SeededRandom(42, "employee", 0);
        assertThat(chance.uuid()).isEqualTo("d04442bc-76e4-47ff-b02e-de2ac147643d");
        assertThat(chance.below(100)).isEqualTo(38);
    }

    @Test
    void each_collection_has_as_many_records_as_were_asked_for() throws Exception {
        generated(42, SIZES, "once");
        assertThat(records("once", "techwolf/task-profiles/employees")).hasSize(60);
        assertThat(records("once", "techwolf/task-profiles/jobs")).hasSize(50);
        assertThat(records("once", "techwolf/ai-goals/employees")).hasSize(60);
        assertThat(records("once", "quant/ai-tasks/tasks")).hasSize(500);
        assertThat(records("once", "exante/work-tasks/work-tasks")).hasSize(300);
    }

    @Test
    void both_collections_of_employees_tell_the_same_of_them() throws Exception {
        generated(42, SIZES, "once");
        List<JsonNode> profiles = records("once", "techwolf/task-profiles/employees");
        List<JsonNode> goals = records("once", "techwolf/ai-goals/employees");
        for (String key : List.of("external_id", "is_active", "last_updated")) {
            assertThat(goals)
                    .extracting(record -> record.get(key))
                    .containsExactlyElementsOf(
                            profiles.stream().map(record -> record.get(key)).toList());
        }
    }

    @Test
    void a_task_waits_only_for_tasks_before_it() throws Exception {
        generated(42, SIZES, "once");
        Set<String> before = new HashSet<>();
        for (JsonNode task : records("once", "quant/ai-tasks/tasks")) {
            task.path("dependsOn").forEach(id -> assertThat(before).contains(id.asText()));
            assertThat(before.add(task.path("taskId").asText())).isTrue();
        }
    }

    @Test
    void work_is_in_three_organizations_and_the_caller_is_a_member_of_all() throws Exception {
        generated(42, SIZES, "once");
        JsonNode caller = Json.mapper()
                .readTree(folder.resolve("once/exante/work-tasks/caller.json").toFile());
        List<String> uids = new ArrayList<>();
        caller.path("organization_uids").forEach(uid -> uids.add(uid.asText()));
        assertThat(records("once", "exante/work-tasks/work-tasks"))
                .extracting(task -> task.path("organization_uid").asText())
                .containsOnlyElementsOf(uids);
        assertThat(uids).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void a_smaller_set_is_the_beginning_of_a_larger_one() throws Exception {
        generated(42, SIZES, "large");
        generated(42, new Sizes(10, 50, 10, 300), "small");
        for (String collection : List.of("techwolf/task-profiles/employees", "quant/ai-tasks/tasks")) {
            assertThat(records("large", collection))
                    .startsWith(records("small", collection).toArray(JsonNode[]::new));
        }
    }

    @Test
    void nothing_is_left_behind_when_writing_fails() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("once")).resolve("exante"), "in the way");

        assertThat(catchThrowable(() -> Generation.of(1, SIZES).write(folder.resolve("once"), progress -> {})))
                .isInstanceOf(IOException.class);
        assertThat(files("once")).containsOnlyKeys("exante");
    }

    private Map<String, String> generated(long seed, Sizes sizes, String name) throws IOException {
        Generation.of(seed, sizes).write(folder.resolve(name), progress -> {});
        return files(name);
    }

    private Map<String, String> files(String name) throws IOException {
        Path root = folder.resolve(name);
        try (Stream<Path> all = Files.walk(root)) {
            return new TreeMap<>(all.filter(Files::isRegularFile)
                    .collect(toMap(file -> root.relativize(file).toString(), GenerationTest::text)));
        }
    }

    private List<JsonNode> records(String name, String collection) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(name).resolve(collection + ".ndjson"))) {
            records.add(Json.mapper().readTree(line));
        }
        return records;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
