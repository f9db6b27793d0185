package dev.understudy.e2e;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.http.MockServer;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Settings;
import dev.understudy.live.Snapshot;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The export of AI goals: 96 of the 128 Employees have goals, 195 versions of them in all. */
@ExtendWith(RunningMock.class)
class TechWolfAiGoalsTest {
    private static final String GOALS = "/export/employees/ai_goals";

    /** The documented Employee, who is the first. */
    private static final String FIRST = "a3903505-eb84-42dc-a79f-5e7b1fe897b7";

    private final Client client;

    TechWolfAiGoalsTest(Client client) {
        this.client = client;
    }

    // Pages

    @Test
    void employees_without_a_goal_are_left_out_and_use_up_no_limit() {
        List<JsonNode> pages = walk(GOALS, "\"limit\":32");

        assertThat(pages).hasSize(3).allSatisfy(page -> assertThat(page.path("records"))
                .hasSize(32));
        assertThat(pages.get(2).fieldNames()).toIterable().containsExactlyInAnyOrder("has_next", "records");
        assertThat(ids(pages))
                .doesNotHaveDuplicates()
                .isEqualTo(Shipped.records("techwolf/ai-goals/employees").stream()
                        .filter(employee -> !employee.path("goals").isEmpty())
                        .map(employee -> employee.path("external_id").textValue())
                        .toList());
    }

    @Test
    void with_all_versions_a_page_is_longer_than_its_limit_of_employees() {
        Response response = client.post(GOALS + "?versions=all", "{\"limit\":10}");

        assertThat(response.<List<?>>path("records")).hasSize(18);
        assertThat(Map.copyOf(count(response))).hasSize(10);
    }

    @Test
    void with_all_versions_no_employee_is_split_over_two_pages() {
        List<JsonNode> pages = walk(GOALS + "?versions=all", "\"limit\":7");

        assertThat(ids(pages)).hasSize(195);
        var seen = new ArrayList<String>();
        for (JsonNode page : pages) {
            List<String> here = ids(List.of(page)).stream().distinct().toList();
            assertThat(here).hasSizeLessThanOrEqualTo(7).noneMatch(seen::contains);
            seen.addAll(here);
            if (page.path("has_next").booleanValue()) {
                assertThat(here).hasSize(7);
                assertThat(page.path("next_starting_after").textValue()).isEqualTo(here.get(6));
            }
        }
        assertThat(seen).hasSize(96);
    }

    @Test
    void all_versions_of_an_employee_are_newest_first() {
        Comparator<JsonNode> newestFirst =
                comparing(goal -> -goal.path("version").intValue());
        var byEmployee = new LinkedHashMap<String, List<JsonNode>>();
        walk(GOALS + "?versions=all", "\"limit\":100")
                .forEach(page -> page.path("records").forEach(goal -> byEmployee
                        .computeIfAbsent(goal.path("external_id").textValue(), id -> new ArrayList<>())
                        .add(goal)));

        assertThat(byEmployee.values()).allSatisfy(goals -> assertThat(goals).isSortedAccordingTo(newestFirst));
        assertThat(byEmployee.values()).anySatisfy(goals -> assertThat(goals).hasSize(5));
    }

    @Test
    void the_latest_version_is_the_highest_and_not_the_one_updated_last() {
        // Here, an older version was updated after the highest one.
        JsonNode employee = Shipped.records("techwolf/ai-goals/employees").stream()
                .filter(record -> record.path("external_id").asText().equals("id_17"))
                .findFirst()
                .orElseThrow();
        int highest = employee.findValues("version").stream()
                .mapToInt(JsonNode::intValue)
                .max()
                .orElseThrow();
        Response response = client.post(GOALS, "{\"limit\":100}");

        assertThat(response.<Integer>path("records.find { it.external_id == 'id_17' }.version"))
                .isEqualTo(highest);
        assertThat(Wire.list(employee.path("goals")).stream()
                        .max(comparing(goal -> goal.path("last_updated").textValue()))
                        .orElseThrow()
                        .path("version")
                        .intValue())
                .isNotEqualTo(highest);
        assertThat(client.post(GOALS + "?versions=latest", "{\"limit\":100}").asString())
                .isEqualTo(response.asString());
    }

    @Test
    void an_employee_without_a_goal_is_a_cursor_as_good_as_any() {
        // The fifth, seventh, ninth and tenth Employees have no goal.
        assertThat(client.post(GOALS, "{\"limit\":1,\"starting_after\":\"id_9\"}")
                        .asString())
                .isEqualTo(
                        client.post(GOALS, "{\"limit\":1,\"starting_after\":\"5e556036-e344-4374-89d9-4badaaf6ffb3\"}")
                                .asString());
    }

    @Test
    void an_unknown_cursor_is_a_400_and_not_the_first_page() {
        Response response = client.wrongly(Difference.WHAT_THE_FIXTURES_HAVE)
                .post(GOALS, "{\"limit\":1,\"starting_after\":\"id_999\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("[0].description")).startsWith("body /starting_after must be the external_id");
    }

    @Test
    void no_page_is_empty_while_there_is_a_next_one() {
        assertThat(walk(GOALS, "\"limit\":1,\"filters\":[{\"filter\":\"is_active\",\"is_active\":false}]"))
                .hasSizeGreaterThan(1)
                .allSatisfy(page -> assertThat(page.path("records")).hasSize(1));
    }

    // Filters and the query

    @Test
    void filters_look_at_the_employees_and_not_at_their_goals() {
        String bound = "2026-03-01";
        List<String> updated = Shipped.records("techwolf/ai-goals/employees").stream()
                .filter(employee -> !employee.path("goals").isEmpty())
                .filter(employee -> employee.path("last_updated").textValue().compareTo(bound) >= 0)
                .map(employee -> employee.path("external_id").textValue())
                .toList();

        assertThat(ids(walk(
                        GOALS,
                        "\"limit\":100,\"filters\":[{\"filter\":\"last_updated\",\"operator\":\"gte\",\"value\":\""
                                + bound + "\"}]")))
                .isNotEmpty()
                .isEqualTo(updated);
    }

    @Test
    void the_documented_request_exports_the_active_employees() {
        Response response =
                client.post(GOALS, "{\"limit\":10,\"filters\":[{\"filter\":\"is_active\",\"is_active\":true}]}");

        assertThat(response.<List<?>>path("records")).hasSize(10);
        assertThat(response.<String>path("records[0].external_id")).isEqualTo(FIRST);
        // The third Employee is inactive.
        assertThat(response.<List<String>>path("records.external_id"))
                .doesNotContain("a4efc4b9-d7f9-11ec-9d64-0242ac120002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"limit\":0}",
                "{\"limit\":101}",
                "{\"limit\":10,\"include\":[\"ai_impact\"]}",
                "{\"limit\":10,\"versions\":\"all\"}",
                "{\"limit\":10,\"filters\":[{\"filter\":\"external_id_is_in_list\",\"external_ids\":[]}]}",
                "{\"limit\":10,\"filters\":[{\"filter\":\"job_family_id_is_in_list\",\"job_family_ids\":[]}]}"
            })
    void a_body_that_the_contract_does_not_allow_is_a_400(String body) {
        assertThat(client.wrongly().post(GOALS, body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"versions=newest", "versions=", "external_vendor=oracle", "versions=all&versions=latest"})
    void a_query_that_the_contract_does_not_allow_is_a_400(String query) {
        assertThat(client.wrongly().post(GOALS + "?" + query, "{\"limit\":1}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_response_format_of_other_exports_is_an_unknown_query_key_here() {
        assertThat(client.post(GOALS + "?response_format=tree", "{\"limit\":3}").asString())
                .isEqualTo(client.post(GOALS, "{\"limit\":3}").asString());
    }

    // Vendors

    @Test
    void another_vendor_has_its_own_skill_ids_and_changes_nothing_else() {
        String ours = client.post(GOALS, "{\"limit\":1}").asString();
        String workdays =
                client.post(GOALS + "?external_vendor=workday", "{\"limit\":1}").asString();

        assertThat(client.post(GOALS + "?external_vendor=techwolf", "{\"limit\":1}")
                        .asString())
                .isEqualTo(ours);
        assertThat(workdays).isNotEqualTo(ours).contains("{\"skill_id\":\"SKILL-3-");
        assertThat(workdays.replaceAll("\"skill_id\":\"[^\"]*\"", ""))
                .isEqualTo(ours.replaceAll("\"skill_id\":\"[^\"]*\"", ""));
    }

    @Test
    void a_vendor_that_the_tenant_has_not_activated_is_a_400(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("techwolf/ai-goals"));
        Files.writeString(
                folder.resolve("techwolf/ai-goals/tenant.json"), "{\"activated_vendors\":[\"techwolf\",\"workday\"]}");
        var settings = Settings.DEFAULT.withFixtures(folder);
        var snapshot = (Snapshot) Snapshot.load(Catalogue.builtIn(), settings);
        try (MockServer server = MockServer.start(settings.address(), settings.access(), snapshot.exchange())) {
            Client tenant = client.at(server);

            assertThat(tenant.post(GOALS + "?external_vendor=workday", "{\"limit\":1}")
                            .statusCode())
                    .isEqualTo(200);
            Response response = tenant.wrongly(Difference.WHAT_THE_FIXTURES_HAVE)
                    .post(GOALS + "?external_vendor=sap_attribute_library", "{\"limit\":1}");
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.<String>path("[0].description")).contains("\"sap_attribute_library\"");
        }
    }

    // What is answered

    @Test
    void the_documented_record_is_served_to_the_letter() {
        assertThat(client.post(GOALS, "{\"limit\":1}").asString())
                .contains(
                        """
                        {"external_id":"a3903505-eb84-42dc-a79f-5e7b1fe897b7","goal":"Grow into a Senior Machine \
                        Learning Engineer role","description":"Move from Data Scientist to Senior Machine Learning \
                        Engineer within 12 months by deepening expertise in MLOps, owning production model \
                        deployments, and mentoring two junior team members on experiment design.",\
                        "target_skills":[{"skill_id":"4b85469d-6729-4d70-9876-a0faa2a2f63b"},\
                        {"skill_id":"c110316a-41d3-46ef-a35e-dbb27785b1c8"},\
                        {"skill_id":"e03c1859-3bae-4700-b2c5-ede2937038de"}],\
                        "target_tasks":[{"task_id":"7c2f91a3-b8d4-4e56-9f12-3a8b6c4d7e90"},\
                        {"task_id":"d5e8f2a1-6b3c-4d79-8e45-1f2a3b4c5d6e"}],\
                        "job_id":"b003505-eb84-42dc-a79f-5e7b1fe897b7","version":2,\
                        "created_on":"2026-04-17T09:12:43.521000+00:00",\
                        "last_updated":"2026-04-18T14:02:07.911000+00:00"}""");
    }

    @Test
    void times_keep_their_six_digits_and_their_offset() {
        for (JsonNode goal : Wire.json(client.post(GOALS + "?versions=all", "{\"limit\":100}"))
                .path("records")) {
            assertThat(goal.path("created_on").textValue()).matches(".{10}T.{8}\\.\\d{6}\\+00:00");
            assertThat(goal.path("last_updated").textValue()).matches(".{10}T.{8}\\.\\d{6}\\+00:00");
        }
    }

    @Test
    void every_record_has_its_nine_keys_with_null_for_what_it_has_not() {
        List<JsonNode> goals = Wire.list(Wire.json(client.post(GOALS + "?versions=all", "{\"limit\":100}"))
                .path("records"));

        assertThat(goals).allSatisfy(goal -> assertThat(goal).hasSize(9));
        assertThat(goals)
                .anySatisfy(goal -> assertThat(goal.path("job_id").isNull()).isTrue());
        assertThat(goals).anySatisfy(goal -> assertThat(goal.path("description").isNull())
                .isTrue());
    }

    // Helpers

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

    private static List<String> ids(List<JsonNode> pages) {
        return pages.stream()
                .flatMap(page -> Wire.list(page.path("records")).stream())
                .map(record -> record.path("external_id").textValue())
                .toList();
    }

    private static Map<String, Integer> count(Response response) {
        var count = new LinkedHashMap<String, Integer>();
        response.<List<String>>path("records.external_id").forEach(id -> count.merge(id, 1, Integer::sum));
        return count;
    }
}
