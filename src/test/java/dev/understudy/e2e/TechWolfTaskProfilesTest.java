package dev.understudy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exports of task profiles: 128 Employees, 109 of them active, and 46 Jobs. */
@ExtendWith(RunningMock.class)
class TechWolfTaskProfilesTest {
    private static final String EMPLOYEES = "/export/employees/task_profiles";
    private static final String JOBS = "/job_architecture/export/jobs/task_profiles";

    private final Client client;

    TechWolfTaskProfilesTest(Client client) {
        this.client = client;
    }

    // Pages

    @Test
    void a_page_of_four_employees_ends_with_the_documented_cursor() {
        Response response = client.post(EMPLOYEES, "{\"limit\":4}");

        assertThat(response.<List<?>>path("records")).hasSize(4);
        assertThat(response.<Boolean>path("has_next")).isTrue();
        assertThat(response.<String>path("next_starting_after")).isEqualTo("id_4");
        assertThat(response.<String>path("records[3].external_id")).isEqualTo("id_4");
    }

    @Test
    void exactly_limit_employees_left_are_the_last_page_and_it_has_no_cursor() {
        List<JsonNode> pages = walk(EMPLOYEES, "\"limit\":32");

        assertThat(pages).hasSize(4).allSatisfy(page -> assertThat(page.path("records"))
                .hasSize(32));
        assertThat(pages.get(3).fieldNames()).toIterable().containsExactlyInAnyOrder("has_next", "records");
        assertThat(pages.get(3).path("has_next").booleanValue()).isFalse();
        assertThat(pages.subList(0, 3)).allSatisfy(page -> assertThat(
                        page.path("next_starting_after").textValue())
                .isEqualTo(page.path("records").path(31).path("external_id").textValue()));
    }

    @Test
    void a_walk_meets_all_employees_once_in_the_order_in_which_they_were_created() {
        List<String> ids = ids(walk(EMPLOYEES, "\"limit\":50"));

        assertThat(ids).hasSize(128).doesNotHaveDuplicates().isEqualTo(Shipped.ids("techwolf/task-profiles/employees"));
        assertThat(ids)
                .as("creation order is no alphabet")
                .isNotEqualTo(ids.stream().sorted().toList());
    }

    @Test
    void a_walk_meets_all_jobs_once_in_the_order_in_which_they_were_created() {
        assertThat(ids(walk(JOBS, "\"limit\":20")))
                .hasSize(46)
                .doesNotHaveDuplicates()
                .isEqualTo(Shipped.ids("techwolf/task-profiles/jobs"));
    }

    @Test
    void a_cursor_that_the_filters_leave_out_is_still_a_place_in_the_order() {
        // The third Employee is inactive.
        String inactive = "a4efc4b9-d7f9-11ec-9d64-0242ac120002";
        String active = "\"filters\":[{\"filter\":\"is_active\",\"is_active\":true}]";
        Response response =
                client.post(EMPLOYEES, "{\"limit\":1,\"starting_after\":\"" + inactive + "\"," + active + "}");

        assertThat(response.<String>path("records[0].external_id")).isEqualTo("id_4");
    }

    @Test
    void after_the_last_employee_there_is_an_empty_last_page() {
        List<String> ids = Shipped.ids("techwolf/task-profiles/employees");
        String last = ids.get(ids.size() - 1);

        assertThat(client.post(EMPLOYEES, "{\"limit\":1,\"starting_after\":\"" + last + "\"}")
                        .asString())
                .isEqualTo("{\"has_next\":false,\"records\":[]}");
    }

    @ParameterizedTest
    @CsvSource({EMPLOYEES + ", an Employee", JOBS + ", a Job"})
    void an_unknown_cursor_is_a_400_and_not_the_first_page(String path, String entity) {
        Response response = client.wrongly(Difference.WHAT_THE_FIXTURES_HAVE)
                .post(path, "{\"limit\":1,\"starting_after\":\"id_999\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("[0].title")).isEqualTo("400 Bad Request");
        assertThat(response.<String>path("[0].description"))
                .startsWith("body /starting_after must be the external_id of " + entity + ", was \"id_999\"");
    }

    @Test
    void a_cursor_of_employees_is_none_of_jobs() {
        assertThat(client.wrongly(Difference.WHAT_THE_FIXTURES_HAVE)
                        .post(JOBS, "{\"limit\":1,\"starting_after\":\"id_9\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {EMPLOYEES, JOBS})
    void who_has_no_task_profile_is_exported_with_an_empty_one(String path) {
        for (String format : List.of("list", "hierarchy")) {
            String key = format.equals("list") ? "tasks" : "hierarchy";
            assertThat(walk(path + "?response_format=" + format, "\"limit\":100"))
                    .anySatisfy(page -> assertThat(Wire.list(page.path("records")))
                            .anySatisfy(record -> assertThat(record.path(key)).isEmpty()));
        }
    }

    // What a body may be

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "7",
                "{\"limit\":0}",
                "{\"limit\":101}",
                "{\"limit\":10010}",
                "{\"limit\":\"10\"}",
                "{\"limit\":10.0}",
                "{\"limit\":null}",
                "{\"limit\":10,\"starting_after\":\"\"}",
                "{\"limit\":10,\"starting_after\":null}",
                "{\"limit\":10,\"include\":\"ai_impact\"}",
                "{\"limit\":10,\"include\":[\"linked_skills\"]}",
                "{\"limit\":10,\"include\":[\"rejected_tasks\"]}",
                "{\"limit\":10,\"filters\":{}}",
                "{\"limit\":10,\"response_format\":\"list\"}",
                "{\"limit\":10,\"page\":2}",
                "{\"limit\":10",
                "limit=10"
            })
    void a_body_that_the_contract_does_not_allow_is_a_400(String body) {
        for (String path : List.of(EMPLOYEES, JOBS)) {
            Response response = client.wrongly().post(path, body);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.<List<String>>path("title")).isNotEmpty().containsOnly("400 Bad Request");
            assertThat(response.<List<String>>path("description")).allMatch(text -> text.startsWith("body "));
        }
    }

    @Test
    void no_body_is_a_400() {
        Response response =
                client.wrongly().with("Content-Type", "application/json").send("POST", EMPLOYEES);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("[0].description")).startsWith("body must be given, was missing");
    }

    @Test
    void a_cursor_of_more_than_a_hundred_characters_is_a_400() {
        assertThat(client.wrongly()
                        .post(EMPLOYEES, "{\"limit\":1,\"starting_after\":\"" + "x".repeat(101) + "\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_key_that_comes_twice_is_a_400() {
        Response response = client.wrongly(Difference.DUPLICATE_KEYS).post(EMPLOYEES, "{\"limit\":10,\"limit\":20}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("[0].description")).contains("limit");
    }

    @ParameterizedTest
    @CsvSource({EMPLOYEES + ", source_data", JOBS + ", source_events"})
    void what_the_other_export_can_include_is_a_400_here(String path, String include) {
        Response response = client.wrongly().post(path, "{\"limit\":1,\"include\":[\"" + include + "\"]}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("[0].description"))
                .contains("body /include/0 must be one of ai_impact, ")
                .contains(include);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"response_format=tree", "response_format=", "response_format=list&response_format=hierarchy"})
    void a_response_format_of_another_name_is_a_400(String query) {
        assertThat(client.wrongly()
                        .post(EMPLOYEES + "?" + query, "{\"limit\":1}")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {EMPLOYEES, JOBS})
    void an_external_vendor_is_a_400_where_the_page_has_none(String path) {
        Response response = client.wrongly().post(path + "?external_vendor=workday", "{\"limit\":1}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("[0].description"))
                .startsWith("query \"external_vendor\" must be left out, was \"workday\"");
    }

    @Test
    void other_query_keys_are_ignored_even_if_they_belong_into_the_body() {
        assertThat(client.post(EMPLOYEES + "?limit=1&include=weekly_hours&versions=all", "{\"limit\":2}")
                        .asString())
                .isEqualTo(client.post(EMPLOYEES, "{\"limit\":2}").asString());
    }

    @Test
    void all_that_is_wrong_in_query_and_body_is_told_at_once() {
        Response response = client.wrongly()
                .post(
                        EMPLOYEES + "?response_format=tree",
                        "{\"limit\":500,\"filters\":[{\"filter\":\"is_active\",\"is_active\":\"x\"}],\"sort\":1}");

        assertThat(response.<List<String>>path("description"))
                .hasSize(4)
                .anyMatch(text ->
                        text.startsWith("query \"response_format\" must be one of list, hierarchy, was \"tree\""))
                .anyMatch(text -> text.startsWith("body /limit must be at most 100, was 500"))
                .anyMatch(text -> text.startsWith("body /filters/0/is_active must be a boolean, was \"x\""))
                .anyMatch(text -> text.startsWith("body /sort must be left out"));
    }

    // Filters

    @Test
    void is_active_divides_the_employees() {
        assertThat(ids(walk(EMPLOYEES, "\"limit\":100," + active(true)))).hasSize(109);
        assertThat(ids(walk(EMPLOYEES, "\"limit\":100," + active(false)))).hasSize(19);
        assertThat(ids(walk(EMPLOYEES, "\"limit\":100,\"filters\":[]"))).hasSize(128);
    }

    @Test
    void the_same_kind_of_filter_twice_is_both() {
        String both = "\"filters\":[{\"filter\":\"is_active\",\"is_active\":true},"
                + "{\"filter\":\"is_active\",\"is_active\":false}]";

        assertThat(client.post(EMPLOYEES, "{\"limit\":1," + both + "}").asString())
                .isEqualTo("{\"has_next\":false,\"records\":[]}");
    }

    @Test
    void two_dates_are_a_range_of_the_employees_last_update() {
        List<String> january = Shipped.records("techwolf/task-profiles/employees").stream()
                .filter(employee -> employee.path("last_updated").textValue().startsWith("2026-01"))
                .map(employee -> employee.path("external_id").textValue())
                .toList();

        assertThat(ids(walk(
                        EMPLOYEES,
                        "\"limit\":100,\"filters\":[" + updated("gte", "2026-01-01") + ","
                                + updated("lt", "2026-02-01T00:00:00+00:00") + "]")))
                .isNotEmpty()
                .isEqualTo(january);
    }

    @Test
    void a_time_of_last_update_can_be_compared_in_five_ways() {
        // The second Employee's.
        String moment = "2026-03-03T09:41:55.120000+00:00";
        String elsewhere = "2026-03-03T10:41:55.12+01:00";
        int equal = updatedCount("eq", moment);

        assertThat(equal).isPositive();
        assertThat(updatedCount("eq", elsewhere))
                .as("the same moment elsewhere")
                .isEqualTo(equal);
        assertThat(updatedCount("lt", moment) + equal).isEqualTo(updatedCount("lte", moment));
        assertThat(updatedCount("gt", moment) + equal).isEqualTo(updatedCount("gte", moment));
        assertThat(updatedCount("lt", moment) + updatedCount("gte", moment)).isEqualTo(128);
    }

    @Test
    void a_date_is_its_first_moment() {
        assertThat(updatedCount("lt", "2026-03-01")).isEqualTo(updatedCount("lt", "2026-03-01T00:00:00Z"));
    }

    @Test
    void jobs_are_filtered_by_family_and_those_without_one_never_pass() {
        String two = "\"limit\":100,\"filters\":[{\"filter\":\"job_family_id_is_in_list\",\"job_family_ids\":"
                + "[\"finance\",\"data-and-ai\",\"none-of-ours\"]}]";

        assertThat(ids(walk(JOBS, two))).hasSize(12);
        assertThat(ids(walk(JOBS, two.replaceAll("\\[\"finance.*?]", "[]")))).isEmpty();
    }

    @Test
    void jobs_are_filtered_by_family_and_last_update_together() {
        String both = "\"limit\":100,\"filters\":[{\"filter\":\"job_family_id_is_in_list\",\"job_family_ids\":"
                + "[\"finance\"]}," + updated("lt", "2026-01-01") + "]";

        assertThat(ids(walk(JOBS, both)))
                .isEqualTo(Shipped.records("techwolf/task-profiles/jobs").stream()
                        .filter(job -> job.path("job_family_id").asText().equals("finance"))
                        .filter(job -> job.path("last_updated").textValue().compareTo("2026") < 0)
                        .map(job -> job.path("external_id").textValue())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                EMPLOYEES + "|{\"filter\":\"external_id_is_in_list\",\"external_ids\":[\"id_4\"]}",
                EMPLOYEES + "|{\"filter\":\"job_family_id_is_in_list\",\"job_family_ids\":[\"finance\"]}",
                EMPLOYEES + "|{\"is_active\":true}",
                EMPLOYEES + "|{\"filter\":\"is_active\"}",
                EMPLOYEES + "|{\"filter\":\"is_active\",\"is_active\":\"true\"}",
                EMPLOYEES + "|{\"filter\":\"is_active\",\"is_active\":true,\"value\":1}",
                EMPLOYEES + "|{\"filter\":\"last_updated\",\"operator\":\"neq\",\"value\":\"2026-01-01\"}",
                EMPLOYEES + "|{\"filter\":\"last_updated\",\"operator\":\"lt\",\"value\":\"2026-02-30\"}",
                EMPLOYEES + "|{\"filter\":\"last_updated\",\"operator\":\"lt\",\"value\":\"2026-01-01T10:00:00\"}",
                EMPLOYEES + "|{\"filter\":\"last_updated\",\"value\":\"2026-01-01\"}",
                EMPLOYEES + "|\"is_active\"",
                JOBS + "|{\"filter\":\"is_active\",\"is_active\":true}",
                JOBS + "|{\"filter\":\"job_family_id_is_in_list\",\"job_family_ids\":\"finance\"}"
            })
    void a_filter_that_the_export_does_not_have_is_a_400_that_points_to_it(String path, String filter) {
        Response response = client.wrongly().post(path, "{\"limit\":1,\"filters\":[" + filter + "]}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<List<String>>path("description"))
                .singleElement()
                .asString()
                .startsWith("body /filters/0");
    }

    // Lists, trees, expansions

    @Test
    void nothing_is_expanded_unless_asked_for() {
        for (String include : List.of("", ",\"include\":[]")) {
            for (JsonNode task : tasks(client.post(EMPLOYEES, "{\"limit\":100" + include + "}"))) {
                assertThat(task.fieldNames())
                        .toIterable()
                        .containsExactlyInAnyOrder("task_id", "task", "validation_state");
            }
        }
    }

    @Test
    void weekly_hours_are_left_out_although_the_pages_example_shows_them() {
        Response response = client.post(EMPLOYEES, "{\"limit\":100,\"include\":[\"ai_impact\",\"source_events\"]}");

        assertThat(tasks(response))
                .allSatisfy(task -> assertThat(task.has("weekly_hours")).isFalse());
    }

    @Test
    void an_expansion_without_data_is_absent_or_an_empty_list() {
        List<JsonNode> tasks = tasks(client.post(
                EMPLOYEES, "{\"limit\":100,\"include\":[\"ai_impact\",\"source_events\",\"weekly_hours\"]}"));

        assertThat(tasks).allSatisfy(task -> {
            assertThat(task.path("source_events").isArray()).isTrue();
            assertThat(task.path("ai_impact").isNull()).isFalse();
            assertThat(task.path("weekly_hours").isNull()).isFalse();
        });
        assertThat(tasks)
                .anySatisfy(task -> assertThat(task.path("source_events")).isEmpty());
        assertThat(tasks).anySatisfy(task -> assertThat(task.has("ai_impact")).isFalse());
        assertThat(tasks)
                .anySatisfy(task -> assertThat(task.has("weekly_hours")).isFalse());
    }

    @Test
    void to_include_the_same_twice_is_to_include_it_once() {
        assertThat(client.post(JOBS, "{\"limit\":9,\"include\":[\"ai_impact\",\"ai_impact\"]}")
                        .asString())
                .isEqualTo(client.post(JOBS, "{\"limit\":9,\"include\":[\"ai_impact\"]}")
                        .asString());
    }

    @Test
    void source_data_of_jobs_have_an_id_and_nothing_else() {
        assertThat(tasks(client.post(JOBS, "{\"limit\":100,\"include\":[\"source_data\"]}")))
                .allSatisfy(task -> assertThat(Wire.list(task.path("source_data")))
                        .allSatisfy(source ->
                                assertThat(source.fieldNames()).toIterable().containsExactly("external_id")));
    }

    @Test
    void rejected_tasks_are_never_returned() {
        assertThat(tasks(client.post(EMPLOYEES, "{\"limit\":100}")))
                .extracting(task -> task.path("validation_state").textValue())
                .contains("validated", "suggested")
                .doesNotContain("rejected");
    }

    @Test
    void hours_need_not_be_whole() {
        assertThat(client.post(EMPLOYEES, "{\"limit\":1,\"include\":[\"weekly_hours\"]}")
                        .asString())
                .contains("\"weekly_hours\":5.5");
        assertThat(client.post(JOBS, "{\"limit\":1,\"include\":[\"weekly_hours\"]}")
                        .asString())
                .contains("\"weekly_hours\":5}");
    }

    @Test
    void a_hierarchy_holds_the_tasks_of_the_list_each_once() {
        String body = "{\"limit\":100,\"include\":[\"ai_impact\",\"weekly_hours\"]}";
        List<JsonNode> lists = Wire.list(Wire.json(client.post(EMPLOYEES, body)).path("records"));
        List<JsonNode> trees = Wire.list(Wire.json(client.post(EMPLOYEES + "?response_format=hierarchy", body))
                .path("records"));

        assertThat(trees).hasSameSizeAs(lists);
        for (int i = 0; i < trees.size(); i++) {
            assertThat(leaves(trees.get(i)))
                    .containsExactlyInAnyOrderElementsOf(Wire.list(lists.get(i).path("tasks")));
        }
    }

    @Test
    void a_hierarchy_is_a_tree_of_domains_subdomains_and_clusters() {
        Response response = client.post(
                EMPLOYEES + "?response_format=hierarchy",
                "{\"limit\":1,\"starting_after\":\"a3903505-eb84-42dc-a79f-5e7b1fe897b7\"}");

        assertThat(response.asString())
                .isEqualTo(
                        """
                        {"has_next":true,"records":[{"external_id":"61a6e076-d780-11ec-9d64-0242ac120002",\
                        "hierarchy":[{"domain":"Technology","subdomains":[{"subdomain":"Software Development",\
                        "clusters":[{"cluster":"Code quality and testing","tasks":[{"task_id":"write-unit-tests",\
                        "task":"Write unit tests","validation_state":"validated"},{"task_id":"review-pull-requests",\
                        "task":"Review pull requests","validation_state":"suggested"}]}]}]}]}],\
                        "next_starting_after":"61a6e076-d780-11ec-9d64-0242ac120002"}""");
    }

    @Test
    void tasks_without_a_place_hang_under_a_last_node_without_names() {
        Response response = client.post(EMPLOYEES + "?response_format=hierarchy", "{\"limit\":100}");
        List<JsonNode> withNameless = Wire.list(Wire.json(response).path("records")).stream()
                .filter(record -> Wire.list(record.path("hierarchy")).stream()
                        .anyMatch(domain -> domain.path("domain").isNull()))
                .toList();

        assertThat(withNameless).isNotEmpty().allSatisfy(record -> {
            List<JsonNode> domains = Wire.list(record.path("hierarchy"));
            JsonNode last = domains.get(domains.size() - 1);
            assertThat(last.path("domain").isNull()).isTrue();
            assertThat(last.path("subdomains")).hasSize(1);
            assertThat(last.at("/subdomains/0/subdomain").isNull()).isTrue();
            assertThat(last.at("/subdomains/0/clusters")).hasSize(1);
            assertThat(last.at("/subdomains/0/clusters/0/cluster").isNull()).isTrue();
            assertThat(last.at("/subdomains/0/clusters/0/tasks")).isNotEmpty();
        });
    }

    @Test
    void what_only_the_fixtures_know_is_never_emitted() {
        String all = "{\"limit\":100,\"include\":[\"ai_impact\",\"source_data\",\"weekly_hours\"]}";

        assertThat(client.post(JOBS, all).asString())
                .doesNotContain("\"job_family_id\"", "\"last_updated\"", "\"hierarchy\"", "\"is_active\"");
    }

    @Test
    void the_documented_records_are_served_to_the_letter() {
        assertThat(client.post(
                                EMPLOYEES,
                                """
                                {"limit":1,"starting_after":"a3903505-eb84-42dc-a79f-5e7b1fe897b7",
                                 "include":["ai_impact","source_events","weekly_hours"]}""")
                        .asString())
                .contains(
                        """
                        {"external_id":"61a6e076-d780-11ec-9d64-0242ac120002","tasks":[\
                        {"task_id":"write-unit-tests","task":"Write unit tests","validation_state":"validated",\
                        "weekly_hours":5,"ai_impact":{"level":"H2","rationale":"Portions can be automated via LLM \
                        test generation"},"source_events":[{"external_id":"5cbdbdbe-5f44-4423-8157-520f8a2f429a",\
                        "event_type":"project"}]},{"task_id":"review-pull-requests","task":"Review pull requests",\
                        "validation_state":"suggested","ai_impact":{"level":"H3","rationale":"Requires human judgment \
                        for code quality assessment"},"source_events":[\
                        {"external_id":"5cbdbdbe-5f44-4423-8157-520f8a2f429a","event_type":"project"}]}]}""");
        assertThat(client.post(JOBS, "{\"limit\":1,\"include\":[\"ai_impact\",\"source_data\",\"weekly_hours\"]}")
                        .asString())
                .contains(
                        """
                        {"external_id":"a3903505-eb84-42dc-a79f-5e7b1fe897b7","tasks":[\
                        {"task_id":"conduct-machine-learning-experiments","task":"Conduct machine learning experiments",\
                        "validation_state":"validated","weekly_hours":5,"ai_impact":{"level":"H1","rationale":"Highly \
                        automatable with AI-powered experiment tooling"},"source_data":[\
                        {"external_id":"a3903505-eb84-42dc-a79f-5e7b1fe897b7"}]},{"task_id":"review-model-outputs",\
                        "task":"Review model outputs","validation_state":"suggested","ai_impact":{"level":"H3",\
                        "rationale":"Requires human judgment to evaluate model quality"},"source_data":[\
                        {"external_id":"a3903505-eb84-42dc-a79f-5e7b1fe897b7"}]}]}""");
    }

    // Helpers

    /** All pages, from the first to the one that says that it is the last. */
    private List<JsonNode> walk(String path, String members) {
        var pages = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            pages.add(Wire.json(client.post(path, "{" + members + cursor + "}")));
            cursor = ",\"starting_after\":\""
                    + pages.get(pages.size() - 1).path("next_starting_after").asText() + "\"";
        } while (pages.get(pages.size() - 1).path("has_next").booleanValue());
        return pages;
    }

    private int updatedCount(String operator, String moment) {
        return ids(walk(EMPLOYEES, "\"limit\":100,\"filters\":[" + updated(operator, moment) + "]"))
                .size();
    }

    private static String updated(String operator, String value) {
        return "{\"filter\":\"last_updated\",\"operator\":\"%s\",\"value\":\"%s\"}".formatted(operator, value);
    }

    private static String active(boolean active) {
        return "\"filters\":[{\"filter\":\"is_active\",\"is_active\":" + active + "}]";
    }

    private static List<String> ids(List<JsonNode> pages) {
        return pages.stream()
                .flatMap(page -> Wire.list(page.path("records")).stream())
                .map(record -> record.path("external_id").textValue())
                .toList();
    }

    private static List<JsonNode> tasks(Response response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return Wire.list(Wire.json(response).path("records")).stream()
                .flatMap(record -> Wire.list(record.path("tasks")).stream())
                .toList();
    }

    private static List<JsonNode> leaves(JsonNode record) {
        return record.findValues("tasks").stream()
                .flatMap(tasks -> Wire.list(tasks).stream())
                .toList();
    }
}
