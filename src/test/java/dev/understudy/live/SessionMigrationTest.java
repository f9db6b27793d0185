package dev.understudy.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.mocks.anyspec.changes.ChangeLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the records that sessions have changed when a contract is read again. */
class SessionMigrationTest {
    private static final String KITES =
            """
            openapi: 3.1.0
            info: {title: Kites, version: '1'}
            paths:
              /kites:
                get:
                  responses:
                    '200':
                      description: d
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: '#/components/schemas/Kite'}}
                          example: [{id: 1, name: Ada}, {id: 2, name: Bob}]
                post:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Kite'}}}}
                  responses: {'201': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Kite'}}}}}
              /kites/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get:
                  responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Kite'}}}}}
                delete:
                  responses: {'204': {description: d}}
              /notes:
                get:
                  responses:
                    '200':
                      description: d
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: '#/components/schemas/Note'}}
                          example: [{text: Windy}, {text: Calm}]
                post:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}}
                  responses: {'201': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}}}
            components:
              schemas:
                Note: {type: object, required: [text], properties: {text: {type: string}}}
                Kite:
                  type: object
                  required: [id, name]
                  properties: {id: {type: integer}, name: {type: string, maxLength: 20}}
            """;

    private final Path file;
    private final Served served;
    private int last = 2;

    SessionMigrationTest(@TempDir Path root) throws Exception {
        file = root.resolve("kites.yaml");
        Files.writeString(file, KITES);
        served = Served.of(
                List.of(),
                Settings.DEFAULT
                        .withBrought(Brought.of(file))
                        .withSeeds(new Seeds(Set.of(), 25, new ChangeLimits(3, 1 << 20))));
    }

    @Test
    void a_changed_record_that_breaks_the_contract_now_is_gone_and_the_session_says_so() throws Exception {
        add("a", "A name that is long");
        add("a", "Short");
        add("b", "A name that is long");

        change("maxLength: 20", "maxLength: 10");

        assertThat(served.mocked("a", "/kites"))
                .isEqualTo("[{\"id\":1,\"name\":\"Ada\"},{\"id\":2,\"name\":\"Bob\"},{\"id\":4,\"name\":\"Short\"}]");
        JsonNode session = session("a");
        assertThat(session.path("kept")).extracting(JsonNode::asText).containsExactly("kites/kites");
        assertThat(session.path("dropped"))
                .extracting(JsonNode::asText)
                .containsExactly("kites/kites 3: /name must have at most 10 characters, was \"A name that is long\"");
        assertThat(session("b").path("dropped")).hasSize(1);
        assertThat(session("b").path("changed")).isEmpty();
        served.call("POST", "/-/sessions/a/reset", null);
        assertThat(session("a").has("dropped")).isFalse();
    }

    @Test
    void what_must_be_there_now_is_filled_in_as_for_new_records_and_the_rest_stays() throws Exception {
        add("a", "Mine");
        served.mocked("a", "DELETE", "/kites/1", null);

        change(
                "required: [id, name]",
                "required: [id, name, color]",
                "properties: {id",
                "properties: {color: {enum: [red]}, id",
                "{id: 1, name: Ada}, {id: 2, name: Bob}",
                "{id: 1, name: Ada, color: red}, {id: 9, name: Zoe, color: red}");

        assertThat(Json.read(served.mocked("a", "/kites").getBytes(UTF_8)))
                .isEqualTo(Json.read(
                        "[{\"id\":9,\"name\":\"Zoe\",\"color\":\"red\"},{\"id\":3,\"name\":\"Mine\",\"color\":\"red\"}]"
                                .getBytes(UTF_8)));
        assertThat(session("a").has("dropped")).isFalse();
    }

    @Test
    void what_is_gone_takes_no_room_any_more() throws Exception {
        add("a", "A name that is long");
        add("a", "A name that is long");
        add("a", "Short");
        assertThat(served.mocked("a", "POST", "/kites", "{\"id\":99,\"name\":\"Full\"}")
                        .response()
                        .status())
                .isNotEqualTo(201);

        change("maxLength: 20", "maxLength: 10");

        add("a", "One");
        add("a", "Two");
        assertThat(served.mocked("a", "POST", "/kites", "{\"id\":99,\"name\":\"Full\"}")
                        .response()
                        .status())
                .isNotEqualTo(201);
    }

    @Test
    void what_was_deleted_before_takes_no_room_any_more() throws Exception {
        add("a", "Stays");
        for (int i = 0; i < 2; i++) {
            add("a", "Gone");
            served.mocked("a", "DELETE", "/kites/" + last, null);
        }

        change("maxLength: 20", "maxLength: 30");

        add("a", "One");
        add("a", "Two");
        assertThat(served.mocked("a", "POST", "/kites", "{\"id\":99,\"name\":\"Full\"}")
                        .response()
                        .status())
                .isNotEqualTo(201);
    }

    @Test
    void a_list_without_ids_takes_new_records_when_it_was_loaded_with_fewer() throws Exception {
        served.mocked("a", "POST", "/notes", "{\"text\":\"Gusty\"}");

        change("[{text: Windy}, {text: Calm}]", "[{text: Windy}]");

        assertThat(served.mocked("a", "POST", "/notes", "{\"text\":\"Foggy\"}")
                        .response()
                        .status())
                .isEqualTo(201);
        assertThat(served.mocked("a", "/notes"))
                .isEqualTo("[{\"text\":\"Windy\"},{\"text\":\"Gusty\"},{\"text\":\"Foggy\"}]");
    }

    @Test
    void a_new_record_without_an_id_stays_beside_those_that_are_loaded_later() throws Exception {
        served.mocked("a", "POST", "/notes", "{\"text\":\"Gusty\"}");

        change("[{text: Windy}, {text: Calm}]", "[{text: Windy}, {text: Calm}, {text: Wet}, {text: Dry}]");

        assertThat(served.mocked("a", "/notes")).contains("Windy", "Calm", "Wet", "Dry", "Gusty");
        served.mocked("a", "POST", "/notes", "{\"text\":\"Foggy\"}");
        assertThat(served.mocked("a", "/notes").split("text")).hasSize(7);
    }

    @Test
    void records_of_a_collection_that_is_gone_are_gone_too() throws Exception {
        add("a", "Mine");

        change("/kites", "/boats");

        assertThat(session("a").path("dropped"))
                .extracting(JsonNode::asText)
                .containsExactly("kites/kites 3: the contract has no such collection any more");
    }

    @Test
    void a_snapshot_from_before_is_held_to_the_contract_when_it_is_restored() throws Exception {
        add("a", "A name that is long");
        served.call("PUT", "/-/sessions/a/snapshots/before", null);
        served.call("POST", "/-/sessions/a/reset", null);
        change("maxLength: 20", "maxLength: 10");

        JsonNode restored = Json.read(served.call("POST", "/-/sessions/a/snapshots/before/restore", null)
                .response()
                .bytes());

        assertThat(restored.path("dropped")).hasSize(1);
        assertThat(served.mocked("a", "/kites")).doesNotContain("long");
    }

    private void add(String session, String name) {
        assertThat(served.mocked(session, "POST", "/kites", "{\"id\":" + ++last + ",\"name\":\"" + name + "\"}")
                        .response()
                        .status())
                .isEqualTo(201);
    }

    private void change(String... fromAndTo) throws Exception {
        String text = Files.readString(file);
        for (int i = 0; i < fromAndTo.length; i += 2) {
            text = text.replace(fromAndTo[i], fromAndTo[i + 1]);
        }
        Files.writeString(file, text);
        served.reload();
    }

    private JsonNode session(String key) throws Exception {
        return Json.read(
                served.call("GET", "/-/sessions/" + key, null).response().bytes());
    }
}
