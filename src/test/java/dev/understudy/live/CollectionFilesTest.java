package dev.understudy.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.road.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session has of a collection, taken home as files of fixtures, and where its values came from. */
class CollectionFilesTest {
    private static final String SHOP =
            """
            openapi: 3.1.0
            info: {title: Shop, version: '1'}
            paths:
              /customers:
                get:
                  responses: {'200': {description: d, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Customer'}}}}}}
              /customers/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer, format: int64}}]
                get:
                  responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Customer'}}}}}
              /parts:
                get:
                  responses: {'200': {description: d, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Part'}}}}}}
            components:
              schemas:
                Customer:
                  type: object
                  required: [id, name]
                  properties:
                    id: {type: integer, format: int64}
                    name: {type: string, maxLength: 20}
                    note: {type: [string, 'null']}
                    credit: {type: number}
                    address: {type: object, properties: {city: {type: string}, zip: {type: string}}}
                Part:
                  type: object
                  required: [id]
                  properties: {id: {type: integer}, price: {type: number}}
            """;

    private static final String ANN =
            "{\"id\":9007199254740993,\"name\":\"Ann\",\"credit\":1.50,\"address\":{\"city\":\"Graz\",\"zip\":\"8010\"}}";
    private static final String BOB = "{\"id\":2,\"name\":\"Bob\",\"note\":\"vip\"}";
    private static final String CYD = "{\"id\":3,\"name\":\"Cyd\"}";

    private static final Brought BROUGHT = new Brought(
            List.of(new Brought.InText("shop", new Source("shop.yaml", SHOP.getBytes(UTF_8)))),
            null,
            Map.of(),
            false,
            Set.of(),
            List.of());

    private static final List<Catalogue.Entry> QUANT = Catalogue.builtIn().stream()
            .filter(entry -> entry.name().equals("quant/ai-tasks"))
            .toList();

    @TempDir
    private static Path home;

    private static @Nullable Served served;

    @BeforeEach
    void served_from_two_folders() throws Exception {
        if (served == null) {
            new Folder(home.resolve("one")).write("shop/customers.json", "[" + ANN + ",\n" + BOB + ",\n" + CYD + "]");
            new Folder(home.resolve("two")).write("shop/customers.merge.json", "[{\"id\":3,\n\"name\":\"Cid\"}]");
            served = served(home.resolve("one"), home.resolve("two"));
        }
        served.call("PUT", "/-/sessions/a", null);
    }

    private static Served served(Path... folders) {
        return Served.of(QUANT, settings(folders));
    }

    private static Settings settings(Path... folders) {
        return Settings.DEFAULT.withBrought(BROUGHT).withFixtures(folders);
    }

    @Test
    void the_whole_of_a_collection_is_a_file_that_keeps_the_check_and_gives_the_same_records() throws Exception {
        change();

        Answer file = get("collections/customers/file");

        assertThat(file.response().headers())
                .containsEntry("Understudy-File", "shop/customers.json")
                .containsEntry("Content-Disposition", "attachment; filename*=UTF-8''customers.json");
        assertThat(text(file))
                .startsWith("[\n  {\"id\":9007199254740993,\"name\":\"Ann\",\"credit\":2.50,")
                .endsWith("}\n]\n");
        Path taken = home.resolve("whole");
        new Folder(taken).write("shop/customers.json", text(file));
        gives_the_same_records(taken);
    }

    @Test
    void what_a_session_changed_is_a_merge_file_that_keeps_the_check_and_gives_the_same_records() throws Exception {
        change();

        String merge = text(get("collections/customers/changes"));

        assertThat(merge)
                .isEqualTo(
                        """
                        [
                          {"id":9007199254740993,"credit":2.50,"address":{"city":"Wien","zip":null}},
                          {"id":7,"name":"Gus"},
                          {"id":2,"$remove":true}
                        ]
                        """);
        Path taken = home.resolve("merged");
        new Folder(taken).write("shop/customers.merge.json", merge);
        gives_the_same_records(home.resolve("one"), home.resolve("two"), taken);
    }

    private static void change() throws Exception {
        send(
                "PATCH",
                "records/customers/9007199254740993",
                "{\"credit\":2.50,\"address\":{\"city\":\"Wien\",\"zip\":null}}");
        send("POST", "records/customers", "{\"id\":7,\"name\":\"Gus\"}");
        send("DELETE", "records/customers/2", null);
    }

    private static void gives_the_same_records(Path... folders) throws Exception {
        assertThat(Snapshot.check(QUANT, settings(folders)).faults()).isEmpty();
        assertThat(served(folders).mocked("a", "/customers")).isEqualTo(served().mocked("a", "/customers"));
    }

    @Test
    void a_session_that_changed_nothing_has_a_merge_file_without_changes() throws Exception {
        assertThat(text(get("collections/customers/changes"))).isEqualTo("[]\n");
        send("PATCH", "records/customers/2", "{\"name\":\"Ben\"}");
        send("PATCH", "records/customers/2", "{\"name\":\"Bob\"}");
        assertThat(text(get("collections/customers/changes"))).isEqualTo("[]\n");
    }

    @Test
    void what_a_merge_file_cannot_say_is_refused_with_the_reason() throws Exception {
        send("PUT", "records/customers/2", "{\"id\":2,\"name\":\"Bob\",\"note\":null}");
        send("POST", "records/parts", "{\"id\":70000}");

        assertThat(refused("collections/customers/changes"))
                .isEqualTo("A merge file takes a key away that is null, and cannot set one to null, as a record of"
                        + " shop/customers would need (2): take it whole");
        assertThat(refused("collections/parts/changes"))
                .isEqualTo("No file of fixtures has shop/parts, and a merge file changes one: take it whole");
        assertThat(text(get("collections/customers/file"))).contains("\"note\":null");
        assertThat(text(get("collections/parts/file"))).contains("  {\"id\":70000}\n]");
    }

    @Test
    void built_in_records_are_taken_home_in_either_form() throws Exception {
        JsonNode first = json(get("records/tasks?limit=1")).at("/records/0");
        send("PATCH", "records/tasks/" + first.path("id").asText(), "{\"progress\":0.5}");

        Path whole = home.resolve("tasks-whole");
        new Folder(whole).write("quant/ai-tasks/tasks.json", text(get("collections/tasks/file")));
        Path merged = home.resolve("tasks-merged");
        new Folder(merged).write("quant/ai-tasks/tasks.merge.json", text(get("collections/tasks/changes")));

        assertThat(Files.readAllLines(merged.resolve("quant/ai-tasks/tasks.merge.json")))
                .hasSize(3);
        for (Path folder : List.of(whole, merged)) {
            assertThat(Snapshot.check(QUANT, settings(folder)).faults()).isEmpty();
            assertThat(json(served(folder).call("GET", "/-/sessions/default/records/tasks?limit=1000", null)))
                    .isEqualTo(json(get("records/tasks?limit=1000")));
        }
    }

    @Test
    void each_value_of_a_record_is_told_with_the_layer_that_set_it() throws Exception {
        send("PATCH", "records/customers/3", "{\"credit\":3}");
        send("PATCH", "records/customers/2", "{\"note\":null}");

        assertThat(layers("customers/3"))
                .containsExactly(
                        tuple("/id", "folder 1", "shop/customers.json", 3),
                        tuple("/name", "folder 2", "shop/customers.merge.json", 2),
                        tuple("/credit", "session", null, null));
        assertThat(json(get("records/customers/2/layers")).path("removed"))
                .extracting(JsonNode::asText)
                .containsExactly("/note");
        assertThat(layers("parts/1"))
                .allSatisfy(value -> assertThat(value.toList()).contains("contract"));
        String task = json(get("records/tasks?limit=1")).at("/records/0/id").asText();
        assertThat(layers("tasks/" + task)).first().satisfies(value -> assertThat(value.toList())
                .contains("built-in", "quant/ai-tasks/tasks.json"));
        assertThat(get("records/customers/77/layers").response().status()).isEqualTo(404);
    }

    private static List<org.assertj.core.groups.Tuple> layers(String record) throws Exception {
        return json(get("records/" + record + "/layers"))
                .path("values")
                .valueStream()
                .map(value -> tuple(
                        value.path("pointer").asText(),
                        value.path("layer").asText(),
                        value.has("file") ? value.path("file").asText() : null,
                        value.has("line") ? value.path("line").asInt() : null))
                .toList();
    }

    @Test
    void a_collection_is_told_with_what_can_be_done_with_it() throws Exception {
        send("DELETE", "records/customers/2", null);

        JsonNode customers = json(get("collections/customers"));

        assertThat(customers.toString())
                .isEqualTo(
                        "{\"name\":\"shop/customers\",\"single\":false,\"changed\":true,\"total\":2,\"keys\":[\"/id\"],"
                                + "\"filed\":true,\"mergeable\":true}");
        assertThat(json(get("collections/parts")).path("mergeable").asBoolean()).isFalse();
        assertThat(get("collections/custmers").response().status()).isEqualTo(404);
        assertThat(served().call("GET", "/-/sessions/none/collections/parts/file", null)
                        .response()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_editor_gets_the_schema_of_one_record() throws Exception {
        JsonNode customer = json(get("collections/customers/schema"));
        JsonNode task = json(get("collections/tasks/schema"));

        assertThat(customer.at("/anyOf/0/$ref").asText()).startsWith("#/definitions/");
        assertThat(customer.findValue("name").path("maxLength").asInt()).isEqualTo(20);
        assertThat(task.at("/allOf/0/$ref").asText()).startsWith("#/definitions/");
    }

    @Test
    void a_reset_of_one_collection_leaves_the_others() throws Exception {
        change();
        send("POST", "records/parts", "{\"id\":70000}");

        JsonNode status = json(served().call("POST", "/-/sessions/a/collections/customers/reset", null));

        assertThat(status.path("changed").asBoolean()).isFalse();
        assertThat(status.path("total").asInt()).isEqualTo(3);
        assertThat(json(get("records/parts/70000")).path("id").asInt()).isEqualTo(70000);
    }

    private static String refused(String path) throws Exception {
        Answer answer = get(path);
        assertThat(answer.response().status()).isEqualTo(409);
        return json(answer).path("detail").asText();
    }

    private static void send(String method, String path, @Nullable String body) {
        Answer answer = served().call(method, "/-/sessions/a/" + path, body);
        assertThat(answer.response().status()).as(path + text(answer)).isBetween(200, 299);
    }

    private static Answer get(String path) {
        return served().call("GET", "/-/sessions/a/" + path, null);
    }

    private static Served served() {
        return java.util.Objects.requireNonNull(served);
    }

    private static String text(Answer answer) {
        return new String(answer.response().bytes(), UTF_8);
    }

    private static JsonNode json(Answer answer) throws Exception {
        return Json.read(answer.response().bytes());
    }
}
