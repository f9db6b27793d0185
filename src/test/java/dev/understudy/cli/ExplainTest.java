package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cli.options.Value;
import dev.understudy.live.Catalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest {
    private static final String ID = "b2c3d4e5-f6a7-8901-bcde-f12345678901";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private final Path place;

    ExplainTest(@TempDir Path place) {
        this.place = place;
    }

    @Test
    void every_key_has_the_file_and_line_that_set_it() throws Exception {
        Path mine = layer(
                "mine",
                "exante/work-tasks/work-tasks.merge.json",
                """
                [
                  {
                    "uid": "%s",
                    "due_date": "@today+3d",
                    "origin": {"agent_name": "Bot"}
                  }
                ]
                """);
        Path more = layer(
                "more", "exante/work-tasks/work-tasks.merge.ndjson", "\n{\"uid\": \"%s\", \"status\": \"done\"}\n");

        assertThat(explain("exante/work-tasks", ID, mine, more)).isZero();

        assertThat(out.toString().replace(place + "/", ""))
                .isEqualTo(
                        """
                {
                  "uid": "b2c3d4e5-f6a7-8901-bcde-f12345678901",               fixtures/exante/work-tasks/work-tasks.json:25 (built-in)
                  "organization_uid": "3f6d1b52-8c0e-4a7b-9d24-5e1f7a90c683",  fixtures/exante/work-tasks/work-tasks.json:26 (built-in)
                  "title": "Approve email to Acme Corp",                       fixtures/exante/work-tasks/work-tasks.json:27 (built-in)
                  "type": "hil_approval",                                      fixtures/exante/work-tasks/work-tasks.json:28 (built-in)
                  "status": "done",                                            more/exante/work-tasks/work-tasks.merge.ndjson:2
                  "priority": "urgent",                                        fixtures/exante/work-tasks/work-tasks.json:30 (built-in)
                  "due_date": "2026-04-04",                                    mine/exante/work-tasks/work-tasks.merge.json:4
                  "created_at": "2026-03-16T09:15:00Z",                        fixtures/exante/work-tasks/work-tasks.json:32 (built-in)
                  "assign_to": null,                                           fixtures/exante/work-tasks/work-tasks.json:33 (built-in)
                  "origin": {                                                  mine/exante/work-tasks/work-tasks.merge.json:5
                    "type": "agent",                                           fixtures/exante/work-tasks/work-tasks.json:35 (built-in)
                    "agent_uid": "770e8400-e29b-41d4-a716-446655440000",       fixtures/exante/work-tasks/work-tasks.json:36 (built-in)
                    "agent_name": "Bot"                                        mine/exante/work-tasks/work-tasks.merge.json:5
                  }
                }
                """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void numbers_are_shown_as_their_files_have_them() throws Exception {
        String id = "f94c4a89-9ff1-4e16-9b50-9e3ad2245b5d";
        Path mine = layer(
                "mine",
                "quant/ai-tasks/tasks.merge.json",
                "[{\"taskId\": \"" + id + "\", \"progress\": 1e0, \"updatedAt\": -0}]");

        assertThat(explain("quant", id, mine)).isZero();
        assertThat(out.toString()).contains("\"progress\": 1e0,").contains("\"updatedAt\": -0");
    }

    @Test
    void a_collection_of_one_object_needs_no_id() {
        assertThat(explain("exante/work-tasks/caller", "")).isZero();
        assertThat(out.toString())
                .contains("\"default_organization_uid\"")
                .contains("fixtures/exante/work-tasks/caller.json:3 (built-in)");
    }

    @Test
    void an_unknown_id_is_told_with_the_nearest_one() {
        assertThat(explain("exante/work-tasks", "b2c3d4e5-f6a7-8901-bcde-f12345678902"))
                .isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("No record of exante/work-tasks/work-tasks has the id"
                        + " \"b2c3d4e5-f6a7-8901-bcde-f12345678902\"."
                        + " Did you mean \"b2c3d4e5-f6a7-8901-bcde-f12345678901\"?\n");
    }

    @Test
    void a_removed_record_is_told_with_the_line_that_removes_it() throws Exception {
        Path mine =
                layer("mine", "exante/work-tasks/work-tasks.merge.json", "[\n {\"uid\": \"%s\", \"$remove\": true}\n]");
        assertThat(explain("exante/work-tasks", ID, mine)).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("No record of exante/work-tasks/work-tasks has the id \"" + ID + "\"; " + mine
                        + "/exante/work-tasks/work-tasks.merge.json:2 removes it.");
    }

    @Test
    void a_missing_id_is_wrong_usage() {
        assertThat(explain("exante/work-tasks", "")).isEqualTo(2);
        assertThat(err.toString()).startsWith("Missing the ID of the record in exante/work-tasks/work-tasks.");
    }

    @Test
    void a_name_that_is_none_or_could_be_several_is_told_with_those_there_are() {
        assertThat(explain("exante/worktasks", ID)).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "\"exante/worktasks\" names no collection. Did you mean \"exante/work-tasks\"?",
                        "Try 'understudy explain --help'.");
        err.getBuffer().setLength(0);
        assertThat(explain("techwolf/task-profiles", "x")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("\"techwolf/task-profiles\" names no collection. Use one of"
                        + " techwolf/task-profiles/employees, techwolf/task-profiles/jobs.");
        assertThat(explain("foo/bar", "x")).isEqualTo(2);
        assertThat(explain("employees", "x")).isEqualTo(2);
        assertThat(err.toString())
                .contains("Use one of techwolf/task-profiles/employees, techwolf/ai-goals/employees.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "work-tasks",
                "exante",
                "exante/work-tasks",
                "exante/work-tasks/work-tasks",
                "work-tasks/work-tasks"
            })
    void a_collection_has_its_path_the_end_of_it_and_its_api_as_names_everywhere(String name) {
        assertThat(explain(name, ID)).isZero();
        assertThat(out.toString()).contains("fixtures/exante/work-tasks/work-tasks.json:25 (built-in)");
        out.getBuffer().setLength(0);
        assertThat(run(Map.of(), "schema", name)).isZero();
        assertThat(out.toString()).contains("WorkTaskFixture");
    }

    @Test
    void a_record_at_fault_is_shown_with_its_faults() throws Exception {
        Path mine = layer(
                "mine", "exante/work-tasks/work-tasks.merge.json", "[{\"uid\": \"%s\", \"status\": \"finished\"}]");
        assertThat(explain("exante/work-tasks", ID, mine)).isEqualTo(1);
        assertThat(out.toString()).contains("\"status\": \"finished\"");
        assertThat(err.toString())
                .startsWith(mine + "/exante/work-tasks/work-tasks.merge.json:1:60: /0/status must be one of todo,");
    }

    @Test
    void a_clock_that_is_none_is_wrong_usage() {
        assertThat(run(Map.of("UNDERSTUDY_CLOCK", "today"), "explain", "exante/work-tasks", ID))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("UNDERSTUDY_CLOCK")
                .contains("must be a moment such as 2026-04-01T09:00:00Z, was 'today'");
        assertThat(run(Map.of(), "serve", "--clock", "2026-04-01T25:00:00Z")).isEqualTo(2);
        assertThat(run(Map.of(), "serve", "--clock", "2026-04-01T09:00Z")).isEqualTo(2);
    }

    @Test
    void a_clock_is_a_date_time_as_fixtures_have_it() {
        assertThat(Value.CLOCK.read("2026-04-01t09:00:00.5z").instant())
                .isEqualTo(Instant.parse("2026-04-01T09:00:00.5Z"));
        assertThat(Value.CLOCK.read("2016-12-31T23:59:60Z").instant()).isEqualTo(Instant.parse("2017-01-01T00:00:00Z"));
    }

    private Path layer(String name, String file, String text) throws Exception {
        Path layer = place.resolve(name);
        Files.createDirectories(layer.resolve(file).getParent());
        Files.writeString(layer.resolve(file), text.formatted(ID));
        return layer;
    }

    private int explain(String collection, String id, Path... layers) {
        var arguments = new ArrayList<>(List.of("explain", collection, "--clock", "2026-04-01T09:00:00Z"));
        if (!id.isEmpty()) {
            arguments.add(id);
        }
        for (Path layer : layers) {
            arguments.addAll(List.of("--fixtures", layer.toString()));
        }
        return run(Map.of(), arguments.toArray(String[]::new));
    }

    private int run(Map<String, String> environment, String... arguments) {
        return Commands.commandLine(Catalogue.builtIn(), environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
