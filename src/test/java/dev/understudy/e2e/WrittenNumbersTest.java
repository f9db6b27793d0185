package dev.understudy.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Headers;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.live.Catalogue;
import dev.understudy.live.LoadResult;
import dev.understudy.live.Settings;
import dev.understudy.live.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of fixtures are answered with the characters that their files have. */
class WrittenNumbersTest {
    private static final List<String> HOURS = List.of(
            "1E1",
            "1e1",
            "10",
            "10.0",
            "1e0",
            "1E+0",
            "0.0000001",
            "1E-7",
            "-0",
            "0",
            "-0.0",
            "0.0",
            "0E-7",
            "1.10",
            "1.1",
            "1.10e2",
            "9007199254740993",
            "9".repeat(300),
            "0.1" + "0".repeat(398) + "1",
            "1." + "3".repeat(998));

    private static final String EMPLOYEES = "techwolf/task-profiles/employees";

    private static final Pattern SHOWN = Pattern.compile("\"weekly_hours\":([^,}]*)");

    private final Path folder;

    WrittenNumbersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void from_an_array() throws Exception {
        write(EMPLOYEES + ".json", "[" + String.join(",\n", employees(HOURS)) + "]");

        assertThat(hours(Settings.DEFAULT)).isEqualTo(HOURS);
    }

    @Test
    void from_lines_and_each_time_and_whatever_is_kept() throws Exception {
        write(EMPLOYEES + ".ndjson", String.join("\n", employees(HOURS)));
        Snapshot kept = load(Settings.DEFAULT);

        for (int i = 0; i < 3; i++) {
            assertThat(hours(kept)).isEqualTo(HOURS);
        }
        assertThat(hours(Settings.DEFAULT.withValidateEveryByte(true))).isEqualTo(HOURS);
    }

    @Test
    void from_layers_that_change_them() throws Exception {
        var plain = new ArrayList<String>();
        HOURS.forEach(each -> plain.add("5"));
        write(EMPLOYEES + ".ndjson", String.join("\n", employees(plain)));
        write(EMPLOYEES + ".merge.ndjson", String.join("\n", changes(HOURS)));

        assertThat(hours(Settings.DEFAULT)).isEqualTo(HOURS);
    }

    @Test
    void an_integer_is_answered_as_the_integer_that_it_is() throws Exception {
        String task =
                """
                [{"taskId": "f94c4a89-9ff1-4e16-9b50-9e3ad2245b5d", "orgId": "a", "taskListId": null, "title": "",
                  "description": "", "status": "pending", "assignedAgentId": null, "progress": 1e-1,
                  "blockedReason": null, "blockedByTaskIds": null, "dependsOn": [],
                  "createdAt": 1500, "updatedAt": -0}]""";
        write("quant/ai-tasks/tasks.json", task);
        Response response = load(Settings.DEFAULT)
                .exchange()
                .answer(new Request("GET", "/api/v3/organizations/a/ai/tasks", null, HEADERS, new byte[0]))
                .response();

        assertThat(new String(response.bytes(), UTF_8))
                .contains("\"progress\":1e-1,")
                .contains("\"createdAt\":1500,\"updatedAt\":0}");
    }

    @Test
    void a_fault_shows_them_so_too() throws Exception {
        write(
                EMPLOYEES + ".json",
                "[" + String.join(",\n", employees(List.of("-1.50E1", "1e999", "1e99999999999", "1" + "0".repeat(309))))
                        + "]");
        LoadResult loading = Snapshot.check(Catalogue.builtIn(), Settings.DEFAULT.withFixtures(folder));

        assertThat(loading.faults())
                .extracting(fault -> fault.message())
                .containsExactly(
                        "must be at least 0, was -1.50E1",
                        "must be a number between 1e-308 and 1e308, was 1e999",
                        "must be a number between 1e-308 and 1e308, was 1e99999999999",
                        "must be a number between 1e-308 and 1e308, was 1" + "0".repeat(59) + "…");
    }

    private static final Headers HEADERS =
            Headers.of(Map.of("Authorization", List.of("Bearer t"), "Content-Type", List.of("application/json")));

    private static List<String> employees(List<String> hours) {
        var employees = new ArrayList<String>();
        for (int i = 0; i < hours.size(); i++) {
            employees.add(
                    """
                    {"external_id": "e-%d", "is_active": true, "last_updated": "2026-04-18T14:02:07.911000+00:00", \
                    "tasks": [{"task_id": "a", "task": "A task of many", "validation_state": "validated", \
                    "weekly_hours": %s}]}"""
                            .formatted(i, hours.get(i)));
        }
        return employees;
    }

    private static List<String> changes(List<String> hours) {
        var changes = new ArrayList<String>();
        for (int i = 0; i < hours.size(); i++) {
            changes.add(
                    """
                    {"external_id": "e-%d", "tasks": [{"task_id": "a", "task": "A", "validation_state": "validated", \
                    "weekly_hours": %s}]}"""
                            .formatted(i, hours.get(i)));
        }
        return changes;
    }

    private List<String> hours(Settings settings) {
        return hours(load(settings));
    }

    private static List<String> hours(Snapshot snapshot) {
        byte[] body = "{\"limit\":100,\"include\":[\"weekly_hours\"]}".getBytes(UTF_8);
        Response response = snapshot.exchange()
                .answer(new Request("POST", "/export/employees/task_profiles", null, HEADERS, body))
                .response();
        return SHOWN.matcher(new String(response.bytes(), UTF_8))
                .results()
                .map(shown -> shown.group(1))
                .toList();
    }

    private Snapshot load(Settings settings) {
        LoadResult loading = Snapshot.load(Catalogue.builtIn(), settings.withFixtures(folder));
        assertThat(loading.faults()).isEmpty();
        return (Snapshot) loading;
    }

    private void write(String file, String text) throws Exception {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
