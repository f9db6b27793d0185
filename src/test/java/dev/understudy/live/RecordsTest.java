package dev.understudy.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.understudy.api.Json;
import dev.understudy.mocks.anyspec.changes.ChangeLimits;
import dev.understudy.road.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records of a session by the control API, of brought contracts and of those that are built in. */
class RecordsTest {
    private static final String SHOP =
            """
            openapi: 3.1.0
            info: {title: Shop, version: '1'}
            paths:
              /customers:
                get:
                  responses: {'200': {description: d, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Customer'}}}}}}
              /customers/{customer}/orders:
                parameters: [{name: customer, in: path, required: true, schema: {type: string}}]
                get:
                  responses: {'200': {description: d, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Order'}}}}}}
              /customers/{customer}/orders/{id}:
                parameters:
                  - {name: customer, in: path, required: true, schema: {type: string}}
                  - {name: id, in: path, required: true, schema: {type: string}}
                get:
                  responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}}
              /parts:
                get:
                  responses: {'200': {description: d, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Part'}}}}}}
              /parts/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get:
                  responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Part'}}}}}
              /quote:
                get:
                  responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Quote'}}}}}
              /settings:
                get:
                  responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Settings'}}}}}
                put:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Settings'}}}}
                  responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Settings'}}}}}
            components:
              schemas:
                Customer:
                  type: object
                  required: [id, name]
                  properties: {id: {type: string}, name: {type: string, maxLength: 20}, since: {type: string, format: date}}
                Order:
                  type: object
                  required: [id, total]
                  properties: {id: {type: string}, total: {type: number, minimum: 0}}
                Part:
                  type: object
                  required: [id]
                  properties: {id: {type: integer}, price: {type: number}}
                Quote:
                  type: object
                  required: [number, text]
                  properties: {number: {type: integer}, text: {type: string}}
                Settings:
                  type: object
                  required: [theme]
                  properties: {theme: {enum: [light, dark]}}
            """;

    private static final List<Catalogue.Entry> SOME = Catalogue.builtIn().stream()
            .filter(entry -> !entry.name().equals("exante/work-tasks"))
            .toList();

    private static final Brought BROUGHT = new Brought(
            List.of(new Brought.InText("shop", new Source("shop.yaml", SHOP.getBytes(UTF_8)))),
            null,
            Map.of(),
            false,
            Set.of(),
            List.of());

    private static final Served SERVED = Served.of(SOME, BROUGHT);

    @BeforeEach
    void a_session() throws Exception {
        call("DELETE", "/-/sessions/a", null);
        call("PUT", "/-/sessions/a", null);
    }

    @Test
    void collections_are_listed_with_whether_the_session_changed_them() throws Exception {
        send("POST", "customers", "{\"id\":\"z\",\"name\":\"Zoe\"}", 201);

        JsonNode all = json(call("GET", "/-/sessions/a/records", null)).path("collections");

        assertThat(all.findValuesAsText("name"))
                .contains("quant/ai-tasks/tasks", "techwolf/ai-goals/tenant", "shop/customers", "shop/orders");
        assertThat(all.valueStream().filter(each -> each.path("changed").asBoolean()))
                .extracting(each -> each.path("name").asText())
                .containsExactly("shop/customers");
    }

    @Test
    void a_record_is_added_read_replaced_merged_and_removed_and_calls_of_the_session_see_it() throws Exception {
        JsonNode added = send("POST", "customers", "{\"id\":\"z\",\"name\":\"Zoe\"}", 201);

        assertThat(added.at("/records/0/id").asText()).isEqualTo("z");
        assertThat(added.path("total").asInt()).isEqualTo(26);
        assertThat(mocked("/customers")).contains("\"name\":\"Zoe\"");
        assertThat(send("GET", "customers/z", null, 200).path("name").asText()).isEqualTo("Zoe");
        send("PUT", "customers/z", "{\"id\":\"z\",\"name\":\"Zoë\"}", 200);
        send("PUT", "customers/y", "{\"id\":\"y\",\"name\":\"Yan\"}", 201);
        send("PATCH", "customers/z", "{\"since\":\"2026-01-01\"}", 200);
        assertThat(mocked("/customers")).contains("{\"id\":\"z\",\"name\":\"Zoë\",\"since\":\"2026-01-01\"}");
        send("PATCH", "customers/z", "{\"since\":null}", 200);
        assertThat(mocked("/customers")).contains("{\"id\":\"z\",\"name\":\"Zoë\"}", "Yan");
        send("DELETE", "customers/z", null, 204);
        send("GET", "customers/z", null, 404);
        assertThat(mocked("/customers")).doesNotContain("Zoë");
    }

    @Test
    void a_collection_is_set_merged_and_emptied_as_a_whole() throws Exception {
        send("PUT", "customers", "[{\"id\":\"a\",\"name\":\"Ann\"},{\"id\":\"b\",\"name\":\"Bob\"}]", 200);
        assertThat(mocked("/customers")).isEqualTo("[{\"id\":\"a\",\"name\":\"Ann\"},{\"id\":\"b\",\"name\":\"Bob\"}]");

        send(
                "PATCH",
                "customers",
                "[{\"id\":\"a\",\"$remove\":true},{\"id\":\"b\",\"name\":\"Ben\"},{\"id\":\"c\",\"name\":\"Cyd\"}]",
                200);
        assertThat(mocked("/customers")).isEqualTo("[{\"id\":\"b\",\"name\":\"Ben\"},{\"id\":\"c\",\"name\":\"Cyd\"}]");

        send("DELETE", "customers", null, 204);
        assertThat(mocked("/customers")).isEqualTo("[]");
        assertThat(json(call("GET", "/-/sessions/default", null)).path("changed"))
                .isEmpty();
    }

    @Test
    void records_below_others_are_named_by_what_their_path_has_in_front() throws Exception {
        send("PUT", "customers", "[{\"id\":\"a/1\",\"name\":\"Ann\"},{\"id\":\"b\",\"name\":\"Bob\"}]", 200);
        send(
                "PUT",
                "orders",
                "[{\"id\":\"7\",\"total\":1,\"x-customer\":\"a/1\"},{\"id\":\"7\",\"total\":2,\"x-customer\":\"b\"}]",
                200);

        assertThat(send("GET", "orders", null, 200).at("/records").findValuesAsText("id"))
                .contains("a~11/7", "b/7");
        assertThat(send("GET", "orders/a~11%2F7", null, 200).path("total").asInt())
                .isEqualTo(1);
        send("PATCH", "orders/b%2F7", "{\"total\":3.50}", 200);
        assertThat(send("PATCH", "orders/b%2F7", "{\"x-customer\":\"a/1\"}", 422)
                        .at("/faults/0/pointer")
                        .asText())
                .isEqualTo("/x-customer");
        assertThat(mocked("/customers/b/orders/7")).isEqualTo("{\"id\":\"7\",\"total\":3.50}");
        send("GET", "orders/7", null, 404);
        send("DELETE", "orders/b%2F7", null, 204);
        send("GET", "orders/7", null, 200);
    }

    @Test
    void an_id_that_is_an_integer_in_another_spelling_is_that_integer() throws Exception {
        send("PUT", "parts", "[{\"id\":7000.0,\"price\":1.0},{\"id\":8e3}]", 200);
        assertThat(mocked("/parts")).contains("{\"id\":7000,\"price\":1.0}", "\"id\":8000");
        send("POST", "parts", "{\"id\":7e3}", 422);
        send("PUT", "parts/7000", "{\"id\":7000.0,\"price\":2.5}", 200);
        send("PATCH", "parts/8000", "{\"id\":8000.0,\"price\":3}", 200);
        send("PATCH", "parts", "[{\"id\":8.0e3,\"price\":4}]", 200);
        assertThat(mocked("/parts/8000")).contains("\"price\":4");
        assertThat(send("GET", "parts", null, 200).path("total").asInt()).isEqualTo(2);
    }

    @Test
    void a_single_thing_has_a_dash_for_an_id() throws Exception {
        assertThat(send("GET", "settings", null, 200).path("total").asInt()).isZero();
        send("PUT", "settings/-", "{\"theme\":\"dark\"}", 201);
        assertThat(mocked("/settings")).isEqualTo("{\"theme\":\"dark\"}");
        send("PUT", "settings", "{\"theme\":\"light\"}", 200);
        assertThat(mocked("/settings")).isEqualTo("{\"theme\":\"light\"}");
        JsonNode tenant = send("GET", "tenant/-", null, 200);
        send("PUT", "tenant/-", tenant.toString(), 200);
        assertThat(send("GET", "tenant/-", null, 200)).isEqualTo(tenant);
    }

    @Test
    void records_of_built_in_apis_come_back_as_they_were_written() throws Exception {
        for (String name : List.of("quant/ai-tasks/tasks", "ai-goals/employees", "task-profiles/employees", "jobs")) {
            String collection = name.replace("/", "%2F");
            JsonNode all = send("GET", collection + "?limit=1000", null, 200);
            for (JsonNode row : all.path("records")) {
                String one = collection + "/" + row.path("id").asText();
                assertThat(send("PUT", one, row.path("record").toString(), 200)).isEqualTo(row.path("record"));
            }
            assertThat(send("GET", collection + "?limit=1000", null, 200)).isEqualTo(all);
        }
    }

    @Test
    void relative_dates_count_from_the_time_of_the_session() throws Exception {
        call("PUT", "/-/sessions/a/clock", "{\"time\":\"2027-03-01T12:00:00Z\",\"frozen\":true}");

        send("POST", "customers", "{\"id\":\"z\",\"name\":\"Zoe\",\"since\":\"@today-1d\"}", 201);

        assertThat(send("GET", "customers/z", null, 200).path("since").asText()).isEqualTo("2027-02-28");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    POST   | customers    | {"id":"n","name":5}                          | /name must be a string, was 5
                    POST   | customers    | [{"id":"n","name":"N"},{"id":"m"}]           | /1/name must be given, was missing
                    POST   | customers    | {"id":"n","name":"N","nmae":1}               | /nmae must be left out, was 1 (did you mean "name"?)
                    POST   | customers    | [{"id":"n","name":"N"},{"id":"n","name":"M"}] | /1/id must be unique, was "n"
                    POST   | customers    | 7                                            | must be an object, was 7
                    POST   | customers    | {"id":"n","name":"N","since":"@tomorow"}     | /since must be @today or @now
                    PUT    | customers    | [null]                                       | /0 must be an object, was null
                    PATCH  | customers    | {"name":"N"}                                 | /id must be given, was missing (it says which record to change)
                    PATCH  | customers    | [5]                                          | /0 must be an object, was 5
                    PATCH  | customers    | [{"id":"n","name":"N"},{"id":"n"}]           | /1/id must be there once, was "n"
                    PATCH  | customers    | {"id":"n","$remove":1}                       | /$remove must be true, was 1
                    PUT    | customers/n  | {"id":"m","name":"N"}                        | /id must be "n", was "m"
                    PUT    | customers/n  | {"name":"N"}                                 | /id must be given, was missing
                    PATCH  | tasks/f94c4a89-9ff1-4e16-9b50-9e3ad2245b5d | {"dependsOn":["00000000-0000-4000-8000-000000000000"]} | /dependsOn/0 must name a record of quant/ai-tasks/tasks, was "00000000-
                    PATCH  | tasks/f94c4a89-9ff1-4e16-9b50-9e3ad2245b5d | {"dependsOn":["f94c4a89-9ff1-4e16-9b50-9e3ad2245b5d"]} | /dependsOn/0 must not lead back to its own record
                    PATCH  | tasks/f94c4a89-9ff1-4e16-9b50-9e3ad2245b5d | {"progress":"half"} | /progress must be a number, was "half"
                    PUT    | parts/7      | {"id":8}                                     | /id must be 7, was 8
                    PUT    | orders/a%2F7 | {"id":"7","total":1}                         | /x-customer must be "a", was missing
                    PUT    | orders/a%2F7 | {"id":"8","total":1,"x-customer":"a"}        | /id must be "7", was "8"
                    PUT    | tenant/abc   | {}                                           | must be -, the id of the only record, was "abc"
                    PUT    | settings/abc | {"theme":"dark"}                             | must be -, the id of the only record, was "abc"
                    PUT    | tenant/-     | {"skill_ids":"none"}                         | /skill_ids must be
                    """)
    void a_bad_record_gets_the_report_of_check_and_nothing_is_changed(
            String method, String place, String body, String report) throws Exception {
        JsonNode problem = send(method, place, body, 422);

        assertThat(problem.path("detail").asText())
                .startsWith("Nothing is changed. ")
                .contains(report);
        assertThat(problem.path("faults")).isNotEmpty();
        assertThat(json(call("GET", "/-/sessions/a", null)).path("changed")).isEmpty();
    }

    @Test
    void a_record_that_another_names_cannot_be_removed() throws Exception {
        JsonNode all = send("GET", "tasks?limit=1000", null, 200).path("records");
        String named = all.findValues("dependsOn").stream()
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElseThrow()
                .path(0)
                .asText();

        JsonNode problem = send("DELETE", "tasks/" + named, null, 422);

        assertThat(problem.path("detail").asText()).contains("must stay, as record ", " names it in dependsOn");
        send("DELETE", "tasks", null, 204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET    | /-/sessions/nobody/records/customers  | There is no session nobody. A session is made by the first call that names it, or by PUT
                    GET    | /-/sessions/a/records/custmers        | There is no collection custmers; did you mean "customers"?
                    GET    | /-/sessions/a/records/zzz             | There is no collection zzz; there are
                    GET    | /-/sessions/a/records/employees       | There are several collections employees: name techwolf/task-profiles/employees or techwolf/ai-goals/employees
                    GET    | /-/sessions/a/records/customers/none  | There is no record none in shop/customers; there are such as
                    DELETE | /-/sessions/a/records/customers/none  | There is no record none in shop/customers
                    """)
    void what_is_not_there_is_told_with_what_was_meant(String method, String path, String told) throws Exception {
        Answer answer = call(method, path, null);

        assertThat(answer.response().status()).isEqualTo(404);
        assertThat(json(answer).path("detail").asText()).startsWith(told);
    }

    @Test
    void a_session_begins_with_a_seed_a_time_and_merged_records() throws Exception {
        Answer made = call(
                "PUT",
                "/-/sessions/b",
                "{\"seed\":7,\"clock\":{\"time\":\"2027-01-01T00:00:00Z\",\"frozen\":true},\"records\":{"
                        + "\"customers\":[{\"id\":\"z\",\"name\":\"Zoe\",\"since\":\"@today\"}],"
                        + "\"settings\":{\"theme\":\"dark\"}}}");

        assertThat(made.response().status()).isEqualTo(201);
        assertThat(json(made).path("seed").asInt()).isEqualTo(7);
        assertThat(json(made).at("/clock/time").asText()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(json(made).path("changed")).hasSize(2);
        assertThat(json(call("GET", "/-/sessions/b/records/customers/z", null))
                        .path("since")
                        .asText())
                .isEqualTo("2027-01-01");
        assertThat(json(call("PUT", "/-/sessions/b", null)).has("seed")).isFalse();
        call("DELETE", "/-/sessions/b", null);
    }

    @Test
    void made_values_are_those_of_the_seed_and_equal_for_equal_seeds() throws Exception {
        String usual = SERVED.mocked("default", "/quote");
        assertThat(SERVED.mocked("default", "/quote")).isEqualTo(usual);

        call("PUT", "/-/sessions/a", "{\"seed\":7}");
        String seven = SERVED.mocked("a", "/quote");
        assertThat(seven).isNotEqualTo(usual).isEqualTo(SERVED.mocked("a", "/quote"));
        call("PUT", "/-/sessions/b", "{\"seed\":7}");
        assertThat(SERVED.mocked("b", "/quote")).isEqualTo(seven);
        call("PUT", "/-/sessions/b", "{\"seed\":8}");
        assertThat(SERVED.mocked("b", "/quote")).isNotIn(seven, usual);
        call("PUT", "/-/sessions/b", null);
        assertThat(SERVED.mocked("b", "/quote")).isEqualTo(usual);
        call("DELETE", "/-/sessions/b", null);
    }

    @Test
    void a_session_changes_no_more_records_than_it_may() throws Exception {
        var few = new Seeds(Set.of(), 25, new ChangeLimits(2, 1 << 20));
        Served served = Served.of(SOME, Settings.DEFAULT.withBrought(BROUGHT).withSeeds(few));
        String base = "/-/sessions/default/records/";
        String customers =
                "[{\"id\":\"x\",\"name\":\"X\"},{\"id\":\"y\",\"name\":\"Y\"},{\"id\":\"z\",\"name\":\"Z\"}]";

        Answer full = served.call("POST", base + "customers", customers);

        assertThat(full.response().status()).isEqualTo(507);
        assertThat(json(full).path("detail").asText())
                .isEqualTo(
                        "Nothing is changed: the session may have at most 2 records with at most 1048576 bytes that are"
                                + " created or changed (see --changed-records and --changed-bytes)");
        JsonNode tasks = json(served.call("GET", base + "tasks?limit=3", null)).path("records");
        String all = "["
                + String.join(
                        ",",
                        tasks.findValues("record").stream()
                                .map(JsonNode::toString)
                                .toList()) + "]";
        assertThat(served.call("PATCH", base + "tasks", all).response().status())
                .isEqualTo(507);
        assertThat(json(served.call("GET", "/-/sessions/default", null)).path("changed"))
                .isEmpty();
    }

    @Test
    void a_change_of_one_api_leaves_the_room_of_another_as_it_is() throws Exception {
        var few = new Seeds(Set.of(), 25, new ChangeLimits(2, 1 << 20));
        Served served = Served.of(SOME, Settings.DEFAULT.withBrought(BROUGHT).withSeeds(few));
        String customers = "/-/sessions/default/records/customers";
        String zoe = "{\"id\":\"z\",\"name\":\"Zoe\"}";
        for (int i = 0; i < 2; i++) {
            assertThat(served.call("POST", customers, zoe).response().status()).isEqualTo(201);
            assertThat(served.call("DELETE", customers + "/z", null).response().status())
                    .isEqualTo(204);
        }
        String tasks = "/-/sessions/default/records/tasks";
        JsonNode task = json(served.call("GET", tasks + "?limit=1", null)).at("/records/0");

        Answer put = served.call(
                "PUT",
                tasks + "/" + task.path("id").asText(),
                task.path("record").toString());

        assertThat(put.response().status()).isEqualTo(200);
        assertThat(served.call("POST", customers, zoe).response().status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    {"records":{"customers":[{"id":"z"}]}}                     | 422 | /records/customers/0/name must be given, was missing
                    {"records":{"custmers":[]}}                                | 404 | There is no collection custmers
                    {"clock":{"move":3155760000,"time":"8999-01-01T00:00:00Z"}} | 400 | body /clock/move must lead to a time between the years 1 and 9000, was 3155760000 from 8999-01-01T00:00:00Z; nothing is changed
                    {"sede":7}                                                 | 400 | sede
                    {"seed":"x"}                                               | 400 | seed
                    """)
    void a_wrong_beginning_makes_no_session_and_changes_none(String body, int status, String told) throws Exception {
        send("POST", "customers", "{\"id\":\"z\",\"name\":\"Zoe\"}", 201);

        for (String key : List.of("a", "new")) {
            Answer answer = call("PUT", "/-/sessions/" + key, body);
            assertThat(answer.response().status()).as(told).isEqualTo(status);
            assertThat(json(answer).path("detail").asText()).contains(told);
        }

        send("GET", "customers/z", null, 200);
        assertThat(call("GET", "/-/sessions/new", null).response().status()).isEqualTo(404);
    }

    private static JsonNode send(String method, String place, @Nullable String body, int status) throws Exception {
        Answer answer = call(method, "/-/sessions/a/records/" + place, body);
        assertThat(answer.response().status())
                .as(method + " " + place + " " + new String(answer.response().bytes(), UTF_8))
                .isEqualTo(status);
        return answer.response().bytes().length == 0 ? MissingNode.getInstance() : json(answer);
    }

    private static Answer call(String method, String path, @Nullable String body) {
        return SERVED.call(method, path, body);
    }

    private static String mocked(String path) {
        return SERVED.mocked("a", path);
    }

    private static JsonNode json(Answer answer) throws Exception {
        return Json.read(answer.response().bytes());
    }
}
