package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.understudy.live.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    private static final String WORK_TASK =
            """
            [{"uid": "a1b2c3d4-e5f6-7890-abcd-ef1234567890", "organization_uid": "3f6d1b52-8c0e-4a7b-9d24-5e1f7a90c683",
              "title": "Pay", "type": "task", "status": "todo", "priority": "high", "due_date": "2026-04-01",
              "created_at": "2026-03-15T14:30:00Z", "assign_to": null, "origin": {"type": "user"}}]""";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "techwolf/task-profiles/employees",
                "techwolf/task-profiles/jobs",
                "techwolf/ai-goals/employees",
                "techwolf/ai-goals/tenant",
                "quant/ai-tasks/tasks",
                "exante/work-tasks/work-tasks",
                "exante/work-tasks/caller"
            })
    void the_built_in_fixtures_keep_their_schemas_and_those_keep_draft_07(String collection) throws Exception {
        String schema = printed("schema", collection);

        assertThat(draft07().validate(schema, InputFormat.JSON)).isEmpty();
        assertThat(faults(schema, fixture(collection))).isEmpty();
        assertThat(faults(schema, "{\"nonsense\": true}")).isNotEmpty();
        assertThat(draft07().validate(printed("schema", collection, "--merge"), InputFormat.JSON))
                .isEmpty();
        assertThat(schema)
                .doesNotContain("\"x-")
                .doesNotContain("\"nullable\"")
                .doesNotContain("\"example\"")
                .doesNotContain("#/components")
                .contains("\"description\"");
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "todo"                 | "Todo"                 | false
                    "title"                | "titel"                | false
                    "title": "Pay"         | "title": null          | false
                    "due_date": "2026-04-01" | "due_date": null     | true
                    "2026-04-01"           | "1 April"              | false
                    "2026-04-01"           | "@today+3d"            | true
                    "2026-04-01"           | "@tomorrow"            | false
                    "2026-03-15T14:30:00Z" | "@now-1w+2h"           | true
                    "2026-03-15T14:30:00Z" | "2026-03-15T14:30:00"  | false
                    {"type": "user"}       | {}                     | false
                    {"type": "user"}       | {"type": "user", "x": 1} | false
                    """)
    void what_the_server_would_refuse_an_editor_underlines(String from, String to, boolean sound) {
        String changed = WORK_TASK.replace(from, to);

        assertThat(changed).isNotEqualTo(WORK_TASK);
        assertThat(faults(printed("schema", "exante/work-tasks/work-tasks"), changed)
                        .isEmpty())
                .isEqualTo(sound);
    }

    @Test
    void milliseconds_can_be_relative_too() throws Exception {
        String tasks =
                fixture("quant/ai-tasks/tasks").replaceFirst("\"createdAt\": \\d+", "\"createdAt\": \"@now-3d\"");

        assertThat(tasks).contains("@now-3d");
        assertThat(faults(printed("schema", "quant/ai-tasks/tasks"), tasks)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [{"uid": "a1b2c3d4-e5f6-7890-abcd-ef1234567890"}]                                        | true
                    [{"uid": "a1b2c3d4-e5f6-7890-abcd-ef1234567890", "$remove": true}]                       | true
                    [{"uid": "a1b2c3d4-e5f6-7890-abcd-ef1234567890", "status": "done", "due_date": "@today"}] | true
                    [{"uid": "a1b2c3d4-e5f6-7890-abcd-ef1234567890", "origin": {"user_name": "Ada"}}]        | true
                    [{"uid": "a1b2c3d4-e5f6-7890-abcd-ef1234567890", "origin": {"avatar_url": null}}]        | true
                    [{"uid": "a1b2c3d4-e5f6-7890-abcd-ef1234567890", "origin": {"user_uid": null}}]          | true
                    [{"status": "done"}]                                                                     | false
                    [{"uid": "a1b2c3d4-e5f6-7890-abcd-ef1234567890", "$remove": 1}]                          | false
                    [{"uid": "a1b2c3d4-e5f6-7890-abcd-ef1234567890", "status": "Done"}]                      | false
                    [{"uid": "a1b2c3d4-e5f6-7890-abcd-ef1234567890", "status": null}]                        | false
                    [{"uid": "a1b2c3d4-e5f6-7890-abcd-ef1234567890", "origin": {"nam": "Ada"}}]              | false
                    """)
    void a_merge_file_has_a_schema_of_its_own(String merge, boolean sound) {
        assertThat(faults(printed("schema", "exante/work-tasks/work-tasks", "--merge"), merge)
                        .isEmpty())
                .isEqualTo(sound);
    }

    @Test
    void elements_of_arrays_are_whole_in_a_merge_file_as_arrays_are_replaced() {
        String schema = printed("schema", "techwolf/task-profiles/jobs", "--merge");

        assertThat(faults(schema, "[{\"external_id\": \"a\", \"tasks\": []}]")).isEmpty();
        assertThat(faults(schema, "[{\"external_id\": \"a\", \"tasks\": [{\"task\": \"Draw\"}]}]"))
                .isNotEmpty();
    }

    @Test
    void the_last_part_of_a_name_does_where_it_is_the_only_one() {
        assertThat(printed("schema", "work-tasks")).isEqualTo(printed("schema", "exante/work-tasks/work-tasks"));
        assertThat(run("schema", "employees")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "must be one of techwolf/task-profiles/employees, techwolf/ai-goals/employees, was 'employees'.");
    }

    @Test
    void a_name_that_nobody_has_is_wrong_usage_with_a_suggestion() {
        assertThat(run("schema", "exante/work-task/work-tasks")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean \"exante/work-tasks/work-tasks\"?");
        assertThat(run("schema")).isEqualTo(2);
    }

    private String printed(String... arguments) {
        out.getBuffer().setLength(0);
        assertThat(run(arguments)).isZero();
        return out.toString();
    }

    private int run(String... arguments) {
        return Commands.commandLine(Catalogue.builtIn(), Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static List<Error> faults(String schema, String fixture) {
        Schema read =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema, InputFormat.JSON);
        return read.validate(
                fixture,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Schema draft07() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(com.networknt.schema.SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
    }

    private static String fixture(String collection) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SchemaTest.class.getResourceAsStream("/fixtures/" + collection + ".json"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
