package dev.understudy.e2e;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GET /api/v3/organizations/{organisation}/ai/tasks: 156 tasks of quant, six of which wait for the documented one. */
@ExtendWith(RunningMock.class)
class QuantAiTasksTest {
    private static final String TASKS = "/api/v3/organizations/quant/ai/tasks";
    private static final String DOCUMENTED = "550e8400-e29b-41d4-a716-446655440000";

    private final Client client;

    QuantAiTasksTest(Client client) {
        this.client = client;
    }

    // The organisation

    @Test
    void an_organisation_has_its_own_tasks() {
        assertThat(ids(client.get(TASKS + "?limit=100")))
                .hasSize(100)
                .doesNotContainAnyElementsOf(ids(client.get("/api/v3/organizations/quillhaven/ai/tasks?limit=100")));
        assertThat(client.get("/api/v3/organizations/quillhaven/ai/tasks?limit=100")
                        .<Integer>path("count"))
                .isEqualTo(52);
        assertThat(client.get("/api/v3/organizations/quillhaven/ai/tasks?taskListId=world-1")
                        .<Integer>path("count"))
                .isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "Quant", "qu%61nt%20", "%C3%A9t%C3%A9"})
    void an_organisation_that_nobody_knows_has_no_tasks(String organisation) {
        assertThat(client.get("/api/v3/organizations/" + organisation + "/ai/tasks")
                        .asString())
                .isEqualTo("{\"tasks\":[],\"count\":0}");
    }

    @Test
    void an_organisation_may_be_percent_encoded() {
        assertThat(client.get("/api/v3/organizations/qu%61nt/ai/tasks").asString())
                .isEqualTo(client.get(TASKS).asString());
    }

    @Test
    void the_path_spells_organizations_with_a_z() {
        assertThat(client.besides().get("/api/v3/organisations/quant/ai/tasks").statusCode())
                .isEqualTo(404);
    }

    // Filters, order, limit

    @Test
    void the_newest_come_first_and_tasks_of_the_same_millisecond_by_id() {
        Comparator<JsonNode> newestFirst = comparing(
                        (JsonNode task) -> -task.path("createdAt").longValue())
                .thenComparing(task -> task.path("taskId").textValue());

        assertThat(Wire.list(Wire.json(client.get(TASKS + "?limit=100")).path("tasks")))
                .hasSize(100)
                .isSortedAccordingTo(newestFirst);
    }

    @Test
    void fifty_tasks_are_returned_unless_a_limit_is_given() {
        List<String> hundred = ids(client.get(TASKS + "?limit=100"));

        assertThat(ids(client.get(TASKS))).isEqualTo(hundred.subList(0, 50));
        assertThat(ids(client.get(TASKS + "?limit=1"))).isEqualTo(hundred.subList(0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "1.0", "1e1", "ten", "", "9223372036854775808"})
    void a_limit_out_of_range_is_a_400_and_not_the_nearest_one(String limit) {
        Response response = client.wrongly().get(TASKS + "?limit=" + limit);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("message")).startsWith("query \"limit\" must be ");
    }

    @ParameterizedTest
    @CsvSource({"taskListId, world-1, 46", "status, cancelled, 7", "status, blocked, 10", "assignedAgentId, agent-1, 0"
    })
    void a_filter_keeps_exactly_the_tasks_with_its_value(String filter, String value, int count) {
        Response response = client.get(TASKS + "?limit=100&" + filter + "=" + value);

        assertThat(response.<List<String>>path("tasks." + filter)).isNotEmpty().containsOnly(value);
        if (count > 0) {
            assertThat(response.<Integer>path("count")).isEqualTo(count);
        }
    }

    @Test
    void filters_are_combined() {
        Response response = client.get(TASKS + "?taskListId=world-1&status=in_progress&assignedAgentId=agent-123");

        assertThat(ids(response)).contains(DOCUMENTED);
        assertThat(response.<List<String>>path("tasks.taskListId")).containsOnly("world-1");
        assertThat(response.<List<String>>path("tasks.status")).containsOnly("in_progress");
        assertThat(response.<List<String>>path("tasks.assignedAgentId")).containsOnly("agent-123");
    }

    @Test
    void tasks_are_filtered_and_sorted_before_the_limit_cuts() {
        List<String> cancelled = ids(client.get(TASKS + "?status=cancelled"));

        assertThat(ids(client.get(TASKS + "?limit=3")))
                .as("the newest tasks of all")
                .isNotEqualTo(cancelled.subList(0, 3));
        assertThat(ids(client.get(TASKS + "?status=cancelled&limit=3"))).isEqualTo(cancelled.subList(0, 3));
    }

    @Test
    void an_empty_list_or_agent_is_no_filter() {
        assertThat(client.get(TASKS + "?taskListId=&assignedAgentId=").asString())
                .isEqualTo(client.get(TASKS).asString());
    }

    @Test
    void any_string_is_a_task_list() {
        assertThat(client.get(TASKS + "?taskListId=50%25%20%26%20more%2B").asString())
                .isEqualTo("{\"tasks\":[],\"count\":0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=canceled",
                "status=",
                "status=PENDING",
                "status=pending,in_progress",
                "status=pending&status=in_progress"
            })
    void a_status_that_is_not_one_of_the_six_is_a_400_that_names_them(String status) {
        Response response = client.wrongly().get(TASKS + "?" + status);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("message")).startsWith("query \"status\" must be ");
    }

    @Test
    void an_unknown_status_is_told_the_known_ones() {
        assertThat(client.wrongly().get(TASKS + "?status=canceled").asString())
                .isEqualTo(
                        """
                        {"error":"INVALID_REQUEST","message":"query \\"status\\" must be one of pending, in_progress, \
                        completed, failed, cancelled, blocked, was \\"canceled\\" (listTasks in \
                        specs/quant/ai-tasks.yaml)"}""");
    }

    @Test
    void a_list_of_statuses_in_brackets_is_a_400() {
        assertThat(client.wrongly(Difference.OTHER_SPELLINGS_OF_A_NAME)
                        .get(TASKS + "?status[]=pending")
                        .statusCode())
                .isEqualTo(400);
    }

    // Three shapes

    @Test
    void without_depends_on_there_are_tasks_and_a_count() {
        assertThat(keys(client.get(TASKS + "?taskListId=world-1"))).containsExactly("tasks", "count");
    }

    @Test
    void with_depends_on_there_are_ids_a_count_and_the_id_asked_for() {
        Response response = client.get(TASKS + "?dependsOn=" + DOCUMENTED);

        assertThat(keys(response)).containsExactly("taskIds", "count", "dependsOn");
        assertThat(response.<Integer>path("count")).isEqualTo(6);
        assertThat(response.<String>path("dependsOn")).isEqualTo(DOCUMENTED);
    }

    @Test
    void with_details_there_are_the_tasks_too_in_the_order_of_the_ids() {
        Response response = client.get(TASKS + "?includeDetails=true&dependsOn=" + DOCUMENTED);

        assertThat(keys(response)).containsExactly("taskIds", "tasks", "count", "dependsOn");
        assertThat(ids(response)).hasSize(6).isEqualTo(response.path("taskIds"));
        assertThat(response.<List<Map<String, ?>>>path("tasks"))
                .allSatisfy(task -> assertThat(task).hasSize(12).doesNotContainKey("dependsOn"));
    }

    @Test
    void include_details_false_is_the_same_as_none() {
        assertThat(client.get(TASKS + "?includeDetails=false&dependsOn=" + DOCUMENTED)
                        .asString())
                .isEqualTo(client.get(TASKS + "?dependsOn=" + DOCUMENTED).asString());
    }

    @Test
    void include_details_without_depends_on_changes_nothing() {
        assertThat(client.get(TASKS + "?includeDetails=true").asString())
                .isEqualTo(client.get(TASKS).asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "TRUE", ""})
    void include_details_that_is_no_boolean_is_a_400(String value) {
        assertThat(client.wrongly().get(TASKS + "?includeDetails=" + value).statusCode())
                .isEqualTo(400);
    }

    // The reverse lookup

    @Test
    void the_lookup_finds_the_tasks_that_wait_and_neither_the_task_itself_nor_what_it_waits_for() {
        // This one waits for the documented task, and nothing waits for it.
        String dependent = "ae52f7d4-3f0c-403d-ac3f-effd86af00be";

        assertThat(client.get(TASKS + "?dependsOn=" + DOCUMENTED).<List<String>>path("taskIds"))
                .contains(dependent)
                .doesNotContain(DOCUMENTED);
        assertThat(client.get(TASKS + "?dependsOn=" + dependent).<List<String>>path("taskIds"))
                .doesNotContain(DOCUMENTED, dependent);
    }

    @Test
    void dependents_of_every_status_and_every_list_are_found() {
        Response response = client.get(TASKS + "?includeDetails=true&dependsOn=" + DOCUMENTED);

        assertThat(response.<List<String>>path("tasks.status"))
                .contains("pending", "blocked", "in_progress", "cancelled", "failed");
        assertThat(response.<List<String>>path("tasks.taskListId"))
                .contains("world-1", "doc-pipeline", "support-kb", null);
    }

    @ParameterizedTest
    @CsvSource({"status=pending, 2", "taskListId=world-1, 3", "taskListId=world-1&status=pending, 1", "limit=4, 4"})
    void the_lookup_is_combined_with_filters_and_cut_by_the_limit(String query, int count) {
        Response response = client.get(TASKS + "?dependsOn=" + DOCUMENTED + "&" + query);

        assertThat(response.<List<String>>path("taskIds")).hasSize(count);
        assertThat(response.<Integer>path("count")).isEqualTo(count);
    }

    @Test
    void the_ids_are_in_the_order_of_the_tasks() {
        List<String> all = client.get(TASKS + "?dependsOn=" + DOCUMENTED).path("taskIds");

        assertThat(client.get(TASKS + "?limit=4&dependsOn=" + DOCUMENTED).<List<String>>path("taskIds"))
                .isEqualTo(all.subList(0, 4));
        assertThat(all.subList(2, 5))
                .as("three of the same millisecond")
                .containsExactly(
                        "5c7e0d53-e1da-4a2d-b88f-566ccba51de9",
                        "7593ee34-5d6e-4584-bd15-3338b7c41bff",
                        "ae52f7d4-3f0c-403d-ac3f-effd86af00be");
    }

    @Test
    void what_blocks_a_task_is_not_what_it_depends_on() {
        // Blocked by the documented task, which is not among its dependencies.
        String blocked = "f767d753-2504-4e27-b4c6-b5282a2b1118";

        assertThat(client.get(TASKS + "?dependsOn=" + DOCUMENTED).<List<String>>path("taskIds"))
                .doesNotContain(blocked);
        assertThat(client.get(TASKS + "?status=blocked&limit=100")
                        .<List<String>>path("tasks.find { it.taskId == '" + blocked + "' }.blockedByTaskIds"))
                .containsExactly(DOCUMENTED);
    }

    @Test
    void the_dependents_of_another_organisation_are_not_found() {
        assertThat(client.get("/api/v3/organizations/quillhaven/ai/tasks?dependsOn=" + DOCUMENTED)
                        .asString())
                .isEqualTo("{\"taskIds\":[],\"count\":0,\"dependsOn\":\"" + DOCUMENTED + "\"}");
    }

    @Test
    void a_task_that_nobody_knows_has_no_dependents_and_is_echoed() {
        String unknown = "123e4567-e89b-42d3-a456-426614174000";

        assertThat(client.get(TASKS + "?dependsOn=" + unknown).asString())
                .isEqualTo("{\"taskIds\":[],\"count\":0,\"dependsOn\":\"" + unknown + "\"}");
        assertThat(client.get(TASKS + "?includeDetails=true&dependsOn=" + unknown)
                        .asString())
                .isEqualTo("{\"taskIds\":[],\"tasks\":[],\"count\":0,\"dependsOn\":\"" + unknown + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"task-123", "", "550e8400e29b41d4a716446655440000"})
    void a_depends_on_that_is_no_uuid_is_a_400_that_says_so(String id) {
        Response response = client.wrongly().get(TASKS + "?dependsOn=" + id);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("message")).startsWith("query \"dependsOn\" must be a UUID");
    }

    // What is answered

    @Test
    void the_documented_record_is_served_to_the_letter() {
        assertThat(client.get(TASKS + "?limit=100&taskListId=world-1").asString())
                .contains(
                        """
                        {"taskId":"550e8400-e29b-41d4-a716-446655440000","orgId":"quant","taskListId":"world-1",\
                        "title":"Process document and create summary","description":"Extract text from PDF, analyze \
                        content","status":"in_progress","assignedAgentId":"agent-123","progress":0.5,\
                        "blockedReason":null,"blockedByTaskIds":null,"createdAt":1735689600000,\
                        "updatedAt":1735689700000}""");
    }

    @Test
    void every_task_has_its_twelve_keys_with_null_for_what_it_has_not() {
        for (JsonNode task : Wire.json(client.get(TASKS + "?limit=100")).path("tasks")) {
            assertThat(task).hasSize(12);
            assertThat(task.path("progress").isNumber()).isTrue();
            assertThat(task.path("progress").doubleValue()).isBetween(0.0, 1.0);
            assertThat(task.path("createdAt").longValue()).as("milliseconds").isGreaterThan(1_000_000_000_000L);
            assertThat(task.path("blockedByTaskIds").isNull())
                    .isEqualTo(!task.path("status").asText().equals("blocked"));
        }
    }

    @Test
    void a_progress_of_zero_is_there() {
        assertThat(client.get(TASKS + "?status=pending").asString()).contains("\"progress\":0,");
    }

    @Test
    void the_count_is_that_of_this_answer() {
        assertThat(client.get(TASKS + "?limit=7").<Integer>path("count")).isEqualTo(7);
        assertThat(client.get(TASKS).<Integer>path("count")).isEqualTo(50);
    }

    @Test
    void unknown_query_keys_are_ignored() {
        assertThat(client.get(TASKS + "?offset=10&cursor=x").asString())
                .isEqualTo(client.get(TASKS).asString());
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThat(client.wrongly()
                        .get(TASKS + "?limit=101&dependsOn=task-123&includeDetails=maybe")
                        .<String>path("message"))
                .contains("query \"limit\" must be at most 100, was 101", "\"task-123\"", "\"maybe\"");
    }

    private static List<String> ids(Response response) {
        return response.path("tasks.taskId");
    }

    private static List<String> keys(Response response) {
        return List.copyOf(response.<Map<String, ?>>path("$").keySet());
    }
}
