package dev.understudy.e2e;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GET /api/work-tasks: 162 tasks of the default organization, 52 of another, and a third that is not the caller's. */
@ExtendWith(RunningMock.class)
class ExanteWorkTasksTest {
    private static final String NORDIC = "8a27c94e-1d3f-4b60-a5e8-c29b04d7f116";
    private static final String IBERIA = "c5e0f7a1-64b9-4d12-8f3c-7ab1d25e9340";

    private final Client client;

    ExanteWorkTasksTest(Client client) {
        this.client = client;
    }

    // The organization

    @Test
    void without_organization_uid_it_is_the_default_organization() {
        assertThat(total("")).isEqualTo(162);
        assertThat(total("organization_uid=3f6d1b52-8c0e-4a7b-9d24-5e1f7a90c683"))
                .isEqualTo(162);
    }

    @Test
    void another_organization_of_the_caller_has_its_own_tasks() {
        assertThat(total("organization_uid=" + NORDIC)).isEqualTo(52);
        assertThat(all("organization_uid=" + NORDIC, ExanteWorkTasksTest::uid))
                .doesNotContainAnyElementsOf(all("", ExanteWorkTasksTest::uid));
    }

    @Test
    void an_organization_uid_that_is_no_uuid_is_a_400() {
        Response response = client.wrongly().get("/api/work-tasks?organization_uid=acme");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("details[0].field")).isEqualTo("organization_uid");
        assertThat(response.<String>path("details[0].message"))
                .startsWith("must be a UUID")
                .endsWith("was \"acme\"");
    }

    @Test
    void an_organization_that_exists_and_one_that_does_not_are_the_same_403_to_who_is_no_member() {
        String unknown = "00000000-0000-4000-8000-000000000000";
        Response foreign = client.get("/api/work-tasks?organization_uid=" + IBERIA);
        Response missing = client.get("/api/work-tasks?organization_uid=" + unknown);

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(missing.statusCode()).isEqualTo(403);
        assertThat(missing.asString().replace(unknown, IBERIA)).isEqualTo(foreign.asString());
    }

    @Test
    void the_403_of_an_organization_wins_over_an_empty_page() {
        assertThat(client.get("/api/work-tasks?page=999&due_date_to=1900-01-01&organization_uid=" + IBERIA)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_400_wins_over_the_403_of_an_organization() {
        assertThat(client.wrongly()
                        .get("/api/work-tasks?page=0&organization_uid=" + IBERIA)
                        .statusCode())
                .isEqualTo(400);
    }

    // Filters

    @Test
    void the_documented_example_finds_urgent_and_high_open_tasks_due_by_april() {
        Response response =
                client.get("/api/work-tasks?status=todo,in_progress&priority=urgent,high&due_date_to=2026-04-01");

        assertThat(response.<List<String>>path("data.items.title"))
                .containsExactlyInAnyOrder(
                        "Approve reminder run of 2 March",
                        "Refund overpayment to Pikemere Council",
                        "Provide debtor confirmations to the auditors",
                        "Review Q4 invoice discrepancies");
        assertThat(response.<List<String>>path("data.items.due_date")).isSorted();
        assertThat(response.<Integer>path("data._meta.total_items")).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "priority=urgent,high",
                "priority=high,urgent,high",
                "priority[]=urgent&priority[]=high",
                "priority%5B%5D=urgent&priority%5B%5D=high",
                "priority[]=urgent,high",
                "priority=urgent&priority[]=high",
                "priority=urgent,%20high",
                "priority=%20urgent%20,high%20",
                "priority=urgent,,high,"
            })
    void a_list_is_the_union_of_its_values_in_whatever_form_it_comes(String list) {
        assertUrgentAndHigh(client.get("/api/work-tasks?per_page=100&" + list));
    }

    @Test
    void a_repeated_name_is_the_union_of_its_values_too() {
        assertUrgentAndHigh(client.despite(Difference.REPEATED_COMMA_LIST)
                .get("/api/work-tasks?per_page=100&priority=urgent&priority=high"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=", "status", "status[]=", "status=,", "status=%20", "status=&status[]="})
    void an_empty_list_is_no_filter(String list) {
        assertThat(total(list)).isEqualTo(162);
    }

    @ParameterizedTest
    @CsvSource({
        "type, task hil_approval",
        "status, todo in_progress in_review done canceled",
        "priority, urgent high medium low"
    })
    void the_values_of_a_filter_divide_all_tasks_among_them(String filter, String values) {
        int sum = 0;
        for (String value : values.split(" ")) {
            int found = total(filter + "=" + value);
            assertThat(found).as(value).isPositive();
            sum += found;
        }
        assertThat(sum).isEqualTo(162);
    }

    @Test
    void filtering_by_assignee_leaves_out_tasks_that_nobody_is_assigned_to() {
        assertThat(all("assign_to_type=user", task -> text(task.path("assign_to"), "type")))
                .isNotEmpty()
                .containsOnly("user");
        assertThat(all("assign_to_type=agent", task -> text(task.path("assign_to"), "type")))
                .isNotEmpty()
                .containsOnly("agent");
        assertThat(total("assign_to_type=user,agent")).isLessThan(162);
    }

    @ParameterizedTest
    @CsvSource({
        "status=cancelled, status, 'todo, in_progress, in_review, done, canceled'",
        "priority=urgent|critical, priority, 'urgent, high, medium, low'",
        "type[]=approval, type[], 'task, hil_approval'",
        "assign_to_type=nobody, assign_to_type, 'user, agent'"
    })
    void an_unknown_value_of_a_filter_is_a_400_that_names_the_known_ones(String query, String field, String known) {
        Response response = client.wrongly().get("/api/work-tasks?" + query.replace('|', ','));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("details[0].field")).isEqualTo(field);
        assertThat(response.<String>path("details[0].message")).contains(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort[]=title", "page[]=1", "per_page[]=5", "due_date_from[]=2026-01-01"})
    void a_list_of_what_takes_no_list_is_a_400(String query) {
        Response response = client.wrongly(Difference.OTHER_SPELLINGS_OF_A_NAME).get("/api/work-tasks?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("error")).contains("brackets");
    }

    // Due dates

    @Test
    void both_ends_of_a_due_date_range_are_in_it() {
        assertThat(all("due_date_from=2026-04-01&due_date_to=2026-04-01", task -> text(task, "due_date")))
                .isNotEmpty()
                .containsOnly("2026-04-01");
    }

    @Test
    void a_due_date_range_leaves_out_undated_tasks() {
        List<String> dates = all("", task -> String.valueOf(text(task, "due_date")));
        long dated = dates.stream().filter(date -> !date.equals("null")).count();

        assertThat(dated).isLessThan(162);
        assertThat(total("due_date_from=0001-01-01")).isEqualTo(dated);
        assertThat(total("due_date_to=9999-12-31")).isEqualTo(dated);
    }

    @Test
    void a_range_that_ends_before_it_begins_holds_nothing() {
        assertThat(total("due_date_from=2026-05-01&due_date_to=2026-04-01")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-01T00:00:00Z", "2026-02-30", "01.04.2026", "2026-4-1", ""})
    void a_due_date_that_is_no_plain_date_is_a_400(String date) {
        Response response = client.wrongly().get("/api/work-tasks?due_date_from=" + date);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("details[0].field")).isEqualTo("due_date_from");
    }

    // Order

    @Test
    void the_default_order_is_by_due_date_the_undated_last() {
        assertThat(all("", task -> task)).isSortedAccordingTo(by("due_date", nullsLast(naturalOrder())));
        assertThat(all("sort=due_date", ExanteWorkTasksTest::uid)).isEqualTo(all("", ExanteWorkTasksTest::uid));
    }

    @Test
    void undated_tasks_come_last_in_descending_order_too() {
        assertThat(all("sort=-due_date", task -> task)).isSortedAccordingTo(by("due_date", nullsLast(reverseOrder())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "due_date", "priority", "status", "created_at", "assign_to"})
    void a_plus_that_arrives_as_a_blank_or_as_itself_is_ascending(String field) {
        String ascending = client.get("/api/work-tasks?sort=" + field).asString();

        assertThat(client.get("/api/work-tasks?sort=+" + field).asString()).isEqualTo(ascending);
        assertThat(client.get("/api/work-tasks?sort=%20" + field).asString()).isEqualTo(ascending);
        assertThat(client.get("/api/work-tasks?sort=%2B" + field).asString()).isEqualTo(ascending);
        assertThat(client.get("/api/work-tasks?sort=-" + field).asString()).isNotEqualTo(ascending);
    }

    @Test
    void priorities_go_by_urgency_and_not_by_the_alphabet() {
        List<String> rank = List.of("urgent", "high", "medium", "low");

        assertThat(all("sort=priority", task -> task)).isSortedAccordingTo(ranked("priority", rank, false));
        assertThat(all("sort=-priority", task -> task)).isSortedAccordingTo(ranked("priority", rank, true));
    }

    @Test
    void statuses_go_by_the_course_of_work() {
        List<String> course = List.of("todo", "in_progress", "in_review", "done", "canceled");

        assertThat(all("sort=status", task -> task)).isSortedAccordingTo(ranked("status", course, false));
        assertThat(all("sort=-status", task -> task)).isSortedAccordingTo(ranked("status", course, true));
    }

    @Test
    void titles_go_by_the_alphabet_whatever_their_case() {
        assertThat(all("sort=title", task -> task))
                .isSortedAccordingTo(by("title", nullsLast(String.CASE_INSENSITIVE_ORDER)));
    }

    @Test
    void assignees_go_by_the_name_shown_and_unassigned_tasks_last() {
        assertThat(all("sort=assign_to", task -> task))
                .isSortedAccordingTo(byName(nullsLast(String.CASE_INSENSITIVE_ORDER)));
        assertThat(all("sort=-assign_to", task -> task))
                .isSortedAccordingTo(byName(nullsLast(String.CASE_INSENSITIVE_ORDER.reversed())));
    }

    @Test
    void created_at_descending_is_the_documented_example() {
        Response response = client.get("/api/work-tasks?sort=-created_at&per_page=25");

        assertThat(response.<List<String>>path("data.items.created_at"))
                .hasSize(25)
                .isSortedAccordingTo(reverseOrder());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"urgency", "due_date,title", "-", "", "++title", "%20+title", "title%20", "Title", "-+title"})
    void an_unknown_sort_field_or_several_are_a_400(String sort) {
        Response response = client.wrongly().get("/api/work-tasks?sort=" + sort);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("details[0].message"))
                .contains("title, due_date, priority, status, created_at, assign_to");
    }

    @Test
    void two_sorts_are_a_400() {
        assertThat(client.wrongly()
                        .get("/api/work-tasks?sort=title&sort=status")
                        .statusCode())
                .isEqualTo(400);
    }

    // Pages

    @Test
    void the_first_page_has_ten_of_162_items_on_17_pages_and_the_last_has_two() {
        assertThat(client.get("/api/work-tasks").<Map<String, Integer>>path("data._meta"))
                .isEqualTo(Map.of("page", 1, "per_page", 10, "total_pages", 17, "total_items", 162));
        assertThat(client.get("/api/work-tasks?page=1").asString())
                .isEqualTo(client.get("/api/work-tasks").asString());
        assertThat(client.get("/api/work-tasks?page=17").<List<?>>path("data.items"))
                .hasSize(2);
    }

    @Test
    void the_whole_list_is_sorted_before_it_is_cut_into_pages() {
        var walked = new ArrayList<String>();
        for (int page = 1; page <= 24; page++) {
            Response response = client.get("/api/work-tasks?sort=-priority&per_page=7&page=" + page);
            walked.addAll(response.<List<String>>path("data.items.uid"));
        }
        assertThat(walked).hasSize(162).doesNotHaveDuplicates().isEqualTo(all("sort=-priority", t -> uid(t)));
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 1000, Integer.MAX_VALUE})
    void a_page_past_the_end_is_empty_and_told_as_asked(int page) {
        Response response = client.get("/api/work-tasks?page=" + page);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.<List<?>>path("data.items")).isEmpty();
        assertThat(response.<Map<String, Integer>>path("data._meta"))
                .isEqualTo(Map.of("page", page, "per_page", 10, "total_pages", 17, "total_items", 162));
    }

    @Test
    void no_result_is_no_page() {
        assertThat(client.get("/api/work-tasks?due_date_to=1900-01-01").<Map<String, Integer>>path("data._meta"))
                .isEqualTo(Map.of("page", 1, "per_page", 10, "total_pages", 0, "total_items", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=1.5",
                "page=one",
                "page=",
                "page=2147483648",
                "per_page=0",
                "per_page=101",
                "per_page=1e1",
                "per_page=0x10",
                "page=1&page=2"
            })
    void a_page_out_of_range_is_a_400_and_not_the_nearest_page(String query) {
        Response response = client.wrongly().get("/api/work-tasks?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("details[0].field")).isEqualTo(query.replaceAll("=.*", ""));
    }

    @Test
    void unknown_query_keys_are_ignored() {
        assertThat(client.get("/api/work-tasks?utm_source=mail&x[]=1").asString())
                .isEqualTo(client.get("/api/work-tasks").asString());
    }

    @Test
    void a_known_query_key_in_another_case_is_a_400() {
        Response response = client.wrongly(Difference.OTHER_SPELLINGS_OF_A_NAME).get("/api/work-tasks?Status=todo");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("error"))
                .isEqualTo("query \"Status\" must be sent as status=todo, was sent in another case (listWorkTasks in"
                        + " specs/exante/work-tasks.yaml)");
    }

    @ParameterizedTest
    @CsvSource({
        "status[0]=todo&status[1]=done, status[0], status=todo&status=done",
        "perPage=2, perPage, per_page=2",
        "due-date-from=2026-04-01, due-date-from, due_date_from=2026-04-01",
        "statuss=todo, statuss, status"
    })
    void a_query_key_that_was_meant_for_a_known_one_is_a_400_that_shows_it(String query, String field, String right) {
        Response response = client.wrongly(Difference.OTHER_SPELLINGS_OF_A_NAME).get("/api/work-tasks?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("details[0].field")).isEqualTo(field);
        assertThat(response.<String>path("details[0].message")).contains(right);
        assertThat(response.<List<?>>path("details")).hasSize(1);
    }

    @Test
    void a_short_query_key_with_a_letter_wrong_is_answered_with_a_warning_each_time() {
        for (int i = 0; i < 4; i++) {
            Response response = client.get("/api/work-tasks?pge=2&utm_source=mail");

            assertThat(response.asString())
                    .isEqualTo(client.get("/api/work-tasks").asString());
            assertThat(response.header("Warning")).isEqualTo("299 - \"query key pge is ignored; did you mean page?\"");
            assertThat(client.get("/api/work-tasks").header("Warning")).isNull();
        }
    }

    // What is answered

    @Test
    void a_success_has_an_envelope_that_repeats_the_http_status() {
        Response response = client.get("/api/work-tasks?per_page=1");

        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.<String>path("status")).isEqualTo("success");
        assertThat(response.<Integer>path("status_code")).isEqualTo(200);
        assertThat(response.<String>path("message")).isEqualTo("Work tasks retrieved");
        assertThat(response.<Map<String, ?>>path("data")).containsOnlyKeys("items", "_meta");
    }

    @Test
    void the_documented_records_are_served_to_the_letter() {
        String whole =
                client.get("/api/work-tasks?per_page=100&sort=created_at").asString()
                        + client.get("/api/work-tasks?per_page=100&page=2&sort=created_at")
                                .asString();

        assertThat(whole)
                .contains(
                        """
                        {"uid":"a1b2c3d4-e5f6-7890-abcd-ef1234567890","title":"Review Q4 invoice discrepancies",\
                        "type":"task","status":"todo","priority":"high","due_date":"2026-04-01",\
                        "created_at":"2026-03-15T14:30:00Z","assign_to":{"type":"user",\
                        "user_uid":"550e8400-e29b-41d4-a716-446655440000","full_name":"Jane Smith",\
                        "avatar_url":"https://cdn.example.com/avatars/jane.jpg"},"origin":{"type":"user",\
                        "user_uid":"660e8400-e29b-41d4-a716-446655440000","user_name":"John Doe",\
                        "avatar_url":"https://cdn.example.com/avatars/john.jpg"}}""")
                .contains(
                        """
                        {"uid":"b2c3d4e5-f6a7-8901-bcde-f12345678901","title":"Approve email to Acme Corp",\
                        "type":"hil_approval","status":"todo","priority":"urgent","due_date":null,\
                        "created_at":"2026-03-16T09:15:00Z","assign_to":null,"origin":{"type":"agent",\
                        "agent_uid":"770e8400-e29b-41d4-a716-446655440000","agent_name":"Collections Agent"}}""");
    }

    @Test
    void every_item_has_its_nine_keys_and_nothing_that_only_a_single_task_shows() {
        for (JsonNode item : all("", task -> task)) {
            assertThat(item.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "uid",
                            "title",
                            "type",
                            "status",
                            "priority",
                            "due_date",
                            "created_at",
                            "assign_to",
                            "origin");
        }
    }

    @Test
    void users_and_agents_have_their_own_keys_and_none_of_the_other_kind() {
        for (JsonNode item : all("", task -> task)) {
            if (item.path("assign_to").isObject()) {
                assertKeys(
                        item.path("assign_to"), Set.of("full_name"), Set.of("name"), Set.of("user_name", "agent_name"));
            }
            assertKeys(item.path("origin"), Set.of("user_name"), Set.of("agent_name"), Set.of("full_name", "name"));
        }
    }

    @Test
    void an_error_has_no_envelope_and_names_every_parameter_that_is_wrong() {
        Response response = client.wrongly().get("/api/work-tasks?per_page=500&status=cancelled&sort=age");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<Map<String, ?>>path("$")).containsOnlyKeys("error", "details");
        assertThat(response.<String>path("error"))
                .isEqualTo("3 things are wrong, see details (listWorkTasks in specs/exante/work-tasks.yaml)");
        assertThat(response.<List<String>>path("details.field"))
                .containsExactlyInAnyOrder("per_page", "status", "sort");
        assertThat(response.<List<String>>path("details.message")).contains("must be at most 100, was 500");
    }

    // Helpers

    private void assertUrgentAndHigh(Response response) {
        int urgentAndHigh = total("priority=urgent") + total("priority=high");

        assertThat(response.<Integer>path("data._meta.total_items")).isEqualTo(urgentAndHigh);
        assertThat(response.<List<String>>path("data.items.priority"))
                .contains("urgent", "high")
                .containsOnly("urgent", "high");
    }

    private int total(String query) {
        Response response = client.get("/api/work-tasks?per_page=1&" + query);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.<Integer>path("data._meta.total_items");
    }

    /** All tasks of the answer to this query, over all pages, each as the function has it. */
    private <T> List<T> all(String query, Function<JsonNode, T> as) {
        var all = new ArrayList<T>();
        int page = 1;
        JsonNode data;
        do {
            data = Wire.json(client.get("/api/work-tasks?per_page=100&page=" + page + "&" + query))
                    .path("data");
            data.path("items").forEach(item -> all.add(as.apply(item)));
        } while (page++ < data.path("_meta").path("total_pages").asInt());
        return all;
    }

    private static String uid(JsonNode task) {
        return task.path("uid").textValue();
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).textValue();
    }

    /** By this field, ties by age and then by uid. */
    private static Comparator<JsonNode> by(String field, Comparator<String> order) {
        return then(comparing(task -> text(task, field), order));
    }

    private static Comparator<JsonNode> ranked(String field, List<String> rank, boolean descending) {
        Comparator<JsonNode> order = comparing(task -> rank.indexOf(text(task, field)));
        return then(descending ? order.reversed() : order);
    }

    private static Comparator<JsonNode> byName(Comparator<String> order) {
        return then(comparing(
                task -> {
                    JsonNode assignee = task.path("assign_to");
                    return text(
                            assignee,
                            text(assignee, "type") != null
                                            && text(assignee, "type").equals("user")
                                    ? "full_name"
                                    : "name");
                },
                order));
    }

    private static Comparator<JsonNode> then(Comparator<JsonNode> order) {
        return order.thenComparing(task -> text(task, "created_at")).thenComparing(ExanteWorkTasksTest::uid);
    }

    private static void assertKeys(JsonNode actor, Set<String> ofUser, Set<String> ofAgent, Set<String> never) {
        boolean user = Objects.equals(text(actor, "type"), "user");
        var keys = new ArrayList<String>();
        actor.fieldNames().forEachRemaining(keys::add);
        assertThat(keys)
                .contains("type", user ? "user_uid" : "agent_uid")
                .containsAll(user ? ofUser : ofAgent)
                .doesNotContain(user ? "agent_uid" : "user_uid")
                .doesNotContainAnyElementsOf(user ? ofAgent : ofUser)
                .doesNotContainAnyElementsOf(never);
    }
}
