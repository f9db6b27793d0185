package dev.understudy.mocks.anyspec.changes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.changes.Mocked.MockReply;
import dev.understudy.openapi.Documents;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was created, changed and deleted is there, or not, for the next call of the same session. */
class ChangesTest {
    private static final String BOATS =
            """
            openapi: 3.1.0
            info: {title: Boats, version: '1'}
            servers: [{url: /v1}]
            paths:
              /boats:
                get:
                  parameters:
                    - {name: sort, in: query, schema: {type: string, enum: [name, -name]}}
                    - {name: status, in: query, schema: {type: string}}
                    - {name: page, in: query, schema: {type: integer}}
                    - {name: per_page, in: query, schema: {type: integer, default: 3}}
                  responses:
                    '200':
                      description: D
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [total, items]
                            properties:
                              total: {type: integer}
                              items: {type: array, items: {$ref: '#/components/schemas/Boat'}}
                post:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewBoat'}}}}
                  responses:
                    '201':
                      description: D
                      headers: {Location: {schema: {type: string}}}
                      content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}
                    '409': {$ref: '#/components/responses/Error'}
              /boats/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get:
                  responses:
                    '200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}}
                    '404': {$ref: '#/components/responses/Error'}
                put:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewBoat'}}}}
                  responses:
                    '200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}}
                    '201': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}}
                patch:
                  requestBody:
                    required: true
                    content:
                      application/merge-patch+json: {schema: {type: object}}
                      application/json-patch+json: {schema: {type: array, items: {type: object}}}
                      application/json: {schema: {type: object}}
                  responses:
                    '200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}}
                    '422': {$ref: '#/components/responses/Error'}
                delete:
                  responses: {'204': {description: D}, '404': {$ref: '#/components/responses/Error'}}
              /buoys:
                get:
                  responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Buoys'}}}}}
                post:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Buoys'}}}}
                  responses: {'201': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Buoys'}}}}}
                delete:
                  parameters: [{name: ids, in: query, explode: false, schema: {type: array, items: {type: string}}}]
                  responses: {'204': {description: D}}
              /cans:
                get:
                  parameters: [{name: id, in: query, schema: {type: integer}}]
                  responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Cans'}}}}}
                delete:
                  requestBody: {content: {application/json: {schema: {type: object, properties: {can_ids: {type: array, items: {type: integer}}}}}}}
                  responses: {'204': {description: D}}
                post:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Cans'}}}}
                  responses: {'201': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Cans'}}}}}
              /crew:
                get:
                  responses:
                    '200':
                      description: D
                      content: {application/json: {schema: {$ref: '#/components/schemas/Cans'}, example: [{id: 7}]}}
                delete:
                  requestBody: {content: {application/json: {schema: {type: object, properties: {boat_ids: {type: array, items: {type: integer}}}}}}}
                  responses: {'204': {description: D}}
              /harbours/{harbour}/rules:
                parameters: [{name: harbour, in: path, required: true, schema: {type: string}}]
                get:
                  responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Rules'}}}}}
                put:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Rules'}}}}
                  responses: {'204': {description: D}}
                patch:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Rules'}}}}
                  responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Rules'}}}}}
            components:
              responses:
                Error:
                  description: D
                  content:
                    application/json:
                      schema: {type: object, required: [message], properties: {message: {type: string}}}
              schemas:
                Buoys:
                  type: array
                  items:
                    type: object
                    required: [id, hue]
                    properties: {id: {type: string, readOnly: true}, hue: {type: string, enum: [red, green]}}
                Cans:
                  type: array
                  items: {type: object, required: [id], properties: {id: {type: integer}, hue: {type: string}}}
                Rules: {type: object, properties: {speed: {type: integer}, dogs: {type: boolean}}}
                NewBoat:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string, maxLength: 20}
                    status: {type: string, enum: [afloat, ashore], default: ashore}
                    note: {type: [string, 'null']}
                    berth: {type: string, minLength: 2}
                    pin: {type: string, writeOnly: true}
                    length: {type: number, readOnly: true}
                Boat:
                  allOf:
                    - {$ref: '#/components/schemas/NewBoat'}
                    - type: object
                      required: [id, created_at, updated_at, version, tags, owner]
                      properties:
                        id: {type: integer, readOnly: true}
                        created_at: {type: string, format: date-time, readOnly: true}
                        updated_at: {type: integer}
                        version: {type: integer, readOnly: true}
                        tags: {type: array, items: {type: string}}
                        owner: {type: string, pattern: '^[A-Z]{3}$'}
            """;

    private final Mocked mock = new Mocked(contract());

    private static Contract contract() {
        return Contract.brought("t", Documents.read("t.yaml", BOATS.getBytes(UTF_8)));
    }

    private MockReply create(String body) {
        return mock.call("POST", "/v1/boats", body);
    }

    @Test
    void what_was_created_is_shown_alone_and_at_its_place_in_the_list() {
        MockReply created = create("{\"name\":\"Aa\",\"pin\":\"1234\",\"rig\":\"gaff\",\"length\":5}");

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("http://mock.test/v1/boats/6");
        assertThat(created.body().toString())
                .contains(
                        "\"name\":\"Aa\"",
                        "\"id\":6",
                        "\"status\":\"ashore\"",
                        "\"created_at\":\"2026-03-01T12:00:00Z\"")
                .contains("\"updated_at\":1772366400", "\"version\":1", "\"tags\":[]", "\"rig\":\"gaff\"")
                .doesNotContain("pin", "length", "note");
        assertThat(mock.call("GET", "/v1/boats/6").body()).isEqualTo(created.body());
        MockReply list = mock.call("GET", "/v1/boats?sort=name&status=ashore");
        assertThat(list.at("/items/0")).isEqualTo(created.body());
        assertThat(mock.call("GET", "/v1/boats").at("/total").asInt()).isEqualTo(6);
        assertThat(mock.call("GET", "/v1/boats?page=2").at("/items/2")).isEqualTo(created.body());
    }

    @Test
    void an_id_is_not_given_again() {
        create("{\"name\":\"Aa\"}");
        assertThat(mock.call("DELETE", "/v1/boats/6").status()).isEqualTo(204);
        assertThat(create("{\"name\":\"Bb\"}").at("/id").asInt()).isEqualTo(7);
    }

    @Test
    void replacing_leaves_what_clients_cannot_give() {
        String created = create("{\"name\":\"Aa\",\"note\":\"x\",\"berth\":\"B2\"}")
                .at("/owner")
                .asText();
        MockReply replaced = mock.call("PUT", "/v1/boats/6", "{\"name\":\"Bb\",\"status\":\"afloat\"}");

        assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
        assertThat(replaced.at("/owner").asText()).isEqualTo(created);
        assertThat(replaced.at("/version").asInt()).isEqualTo(2);
        assertThat(replaced.body().has("note") || replaced.body().has("berth")).isFalse();
        assertThat(mock.call("GET", "/v1/boats/6").body()).isEqualTo(replaced.body());
    }

    @Test
    void replacing_takes_away_what_the_client_gave_before_and_no_schema_names() {
        create("{\"name\":\"Aa\",\"rig\":\"gaff\"}");
        assertThat(mock.call("GET", "/v1/boats/6").at("/rig").asText()).isEqualTo("gaff");
        MockReply replaced = mock.call("PUT", "/v1/boats/6", "{\"name\":\"Aa\"}");

        assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
        assertThat(mock.call("GET", "/v1/boats/6").body().has("rig")).isFalse();
    }

    @Test
    void an_integer_id_in_another_spelling_is_that_integer() {
        String buoy = "[{\"hue\":\"red\",\"id\":%s}]";
        for (String id : List.of("2.0", "20e-1")) {
            MockReply again = mock.call("POST", "/v1/cans", buoy.formatted(id));
            assertThat(again.status()).as(again.text()).isEqualTo(400);
            assertThat(again.text()).contains("another than those of cans that are there");
        }
        mock.call("POST", "/v1/cans", buoy.formatted("7e1"));
        assertThat(mock.call("GET", "/v1/cans?id=70").at("/0/id").toString()).isEqualTo("70");
    }

    @Test
    void a_put_to_an_id_that_is_not_there_creates_it_where_201_is_declared() {
        assertThat(mock.call("PUT", "/v1/boats/77", "{\"name\":\"Bb\"}").status())
                .isEqualTo(201);
        assertThat(mock.call("GET", "/v1/boats/77").at("/name").asText()).isEqualTo("Bb");
        assertThat(mock.call("GET", "/v1/boats").at("/total").asInt()).isEqualTo(6);
    }

    @Test
    void a_null_is_stored_by_json_where_it_may_be_and_removes_otherwise() {
        create("{\"name\":\"Aa\",\"note\":\"x\",\"berth\":\"B2\"}");
        MockReply patched = mock.call("PATCH", "/v1/boats/6", "{\"note\":null,\"berth\":null,\"id\":9}");

        assertThat(patched.status()).as(patched.text()).isEqualTo(200);
        assertThat(patched.at("/note").isNull()).isTrue();
        assertThat(patched.body().has("berth")).isFalse();
        assertThat(patched.at("/id").asInt()).isEqualTo(6);
        MockReply merged = mock.call("PATCH", "/v1/boats/6", "{\"note\":null}", "application/merge-patch+json");
        assertThat(merged.body().has("note")).isFalse();
    }

    @Test
    void operations_of_a_json_patch_are_done_or_refused_together() {
        create("{\"name\":\"Aa\"}");
        String type = "application/json-patch+json";
        String good =
                "[{\"op\":\"test\",\"path\":\"/name\",\"value\":\"Aa\"},{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Bb\"}]";
        assertThat(mock.call("PATCH", "/v1/boats/6", good, type).at("/name").asText())
                .isEqualTo("Bb");
        MockReply failed = mock.call("PATCH", "/v1/boats/6", good, type);
        assertThat(failed.status()).as(failed.text()).isEqualTo(422);
        assertThat(mock.call("GET", "/v1/boats/6").at("/name").asText()).isEqualTo("Bb");
    }

    @Test
    void what_tells_a_record_apart_stays_and_operations_that_change_it_are_refused() {
        String type = "application/json-patch+json";
        MockReply before = mock.call("GET", "/v1/boats/3");
        String name = "{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Bb\"}";
        for (String operation : List.of(
                "{\"op\":\"replace\",\"path\":\"/id\",\"value\":79}",
                "{\"op\":\"remove\",\"path\":\"/id\"}",
                "{\"op\":\"add\",\"path\":\"\",\"value\":{\"id\":79,\"name\":\"Bb\"}}")) {
            MockReply refused = mock.call("PATCH", "/v1/boats/3", "[" + name + "," + operation + "]", type);
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.text()).contains("/1/path must leave /id of the record 3, was ");
            assertThat(mock.call("GET", "/v1/boats/3")).isEqualTo(before);
        }
        String same = "[{\"op\":\"replace\",\"path\":\"/id\",\"value\":3}," + name + "]";
        assertThat(mock.call("PATCH", "/v1/boats/3", same, type).at("/name").asText())
                .isEqualTo("Bb");

        MockReply replaced = mock.call("PUT", "/v1/boats/3", "{\"id\":79,\"name\":\"Cc\"}");
        assertThat(replaced.at("/id").asInt()).isEqualTo(3);
        assertThat(replaced.notes()).containsExactly("body /id must leave /id of the record 3, was 79");
    }

    @Test
    void a_change_that_would_break_the_contract_is_refused_with_its_pointer() {
        MockReply refused = mock.call("PATCH", "/v1/boats/3", "{\"berth\":\"x\"}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text()).contains("/berth", "2");
    }

    @Test
    void a_patch_that_removes_what_must_be_there_is_refused() {
        for (MockReply refused : List.of(
                mock.call("PATCH", "/v1/boats/3", "{\"name\":null}", "application/merge-patch+json"),
                mock.call(
                        "PATCH",
                        "/v1/boats/3",
                        "[{\"op\":\"remove\",\"path\":\"/name\"}]",
                        "application/json-patch+json"))) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.text()).contains("/name must be left in the record, was removed");
        }
    }

    @Test
    void what_was_deleted_is_a_404_that_names_three_that_are_there() {
        assertThat(mock.call("DELETE", "/v1/boats/1").status()).isEqualTo(204);
        assertThat(mock.call("GET", "/v1/boats/1").status()).isEqualTo(404);
        MockReply again = mock.call("DELETE", "/v1/boats/1");
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.text()).contains("2, 3 or 4");
        assertThat(mock.call("GET", "/v1/boats").at("/total").asInt()).isEqualTo(4);
    }

    @Test
    void more_than_a_session_may_hold_is_refused_and_nothing_is_lost() {
        Mocked small = new Mocked(contract(), new ChangeLimits(2, 10_000));
        assertThat(small.call("POST", "/v1/boats", "{\"name\":\"Aa\"}").status())
                .isEqualTo(201);
        assertThat(small.call("PUT", "/v1/boats/1", "{\"name\":\"Bb\"}").status())
                .isEqualTo(200);
        MockReply full = small.call("POST", "/v1/boats", "{\"name\":\"Cc\"}");
        assertThat(full.status()).isEqualTo(507);
        assertThat(full.text()).contains("at most 2 records", "--changed-records");
        assertThat(full.reason())
                .as("the call failed, and did not keep the contract")
                .contains("at most 2 records");
        assertThat(small.call("PUT", "/v1/boats/1", "{\"name\":\"Dd\"}").status())
                .isEqualTo(200);
        assertThat(small.call("GET", "/v1/boats").at("/total").asInt()).isEqualTo(6);

        Mocked tight = new Mocked(contract(), new ChangeLimits(10, 300));
        assertThat(tight.call("POST", "/v1/boats", "{\"name\":\"Aa\"}").status())
                .isEqualTo(201);
        assertThat(tight.call("POST", "/v1/boats", "{\"name\":\"Aa\",\"note\":\"" + "x".repeat(300) + "\"}")
                        .status())
                .isEqualTo(507);
    }

    @Test
    void what_was_deleted_takes_no_room() {
        Mocked small = new Mocked(contract(), new ChangeLimits(2, 10_000));
        var ids = new HashSet<String>();
        for (int i = 0; i < 7; i++) {
            MockReply created =
                    small.call("POST", "/v1/boats", "{\"name\":\"Aa\",\"note\":\"" + "x".repeat(3000) + "\"}");
            assertThat(created.status()).as(created.text()).isEqualTo(201);
            assertThat(ids.add(created.at("/id").asText())).isTrue();
            assertThat(small.call("DELETE", "/v1/boats/" + created.at("/id").asText())
                            .status())
                    .isEqualTo(204);
        }
        assertThat(small.call("GET", "/v1/boats").at("/total").asInt()).isEqualTo(5);
        assertThat(small.call("POST", "/v1/boats", "{\"name\":\"Aa\"}").status())
                .isEqualTo(201);
        assertThat(small.call("PUT", "/v1/boats/1", "{\"name\":\"Bb\"}").status())
                .isEqualTo(200);
        assertThat(small.call("POST", "/v1/boats", "{\"name\":\"Cc\"}").status())
                .isEqualTo(507);
    }

    @Test
    void where_there_is_no_room_a_deleted_record_makes_room_for_one_each_time() {
        Mocked full = new Mocked(contract(), new ChangeLimits(16, 10_000));
        String boat = "{\"name\":\"Aa\"}";
        var ids = new ArrayDeque<String>();
        for (int i = 0; i < 16; i++) {
            ids.add(full.call("POST", "/v1/boats", boat).at("/id").asText());
        }
        for (int i = 0; i < 40; i++) {
            assertThat(full.call("POST", "/v1/boats", boat).status()).isEqualTo(507);
            assertThat(full.call("DELETE", "/v1/boats/" + ids.remove()).status())
                    .isEqualTo(204);
            MockReply created = full.call("POST", "/v1/boats", boat);
            assertThat(created.status()).as(created.text()).isEqualTo(201);
            ids.add(created.at("/id").asText());
        }
        assertThat(full.call("GET", "/v1/boats").at("/total").asInt()).isEqualTo(5 + 16);
    }

    @Test
    void a_single_thing_is_what_it_was_set_to_last_each_below_its_own_path() {
        String before = mock.call("GET", "/v1/harbours/a/rules").text();
        assertThat(mock.call("PATCH", "/v1/harbours/a/rules", "{\"speed\":3}")
                        .at("/speed")
                        .asInt())
                .isEqualTo(3);
        assertThat(mock.call("GET", "/v1/harbours/a/rules").body())
                .isEqualTo(mock.call("PATCH", "/v1/harbours/a/rules", "{}").body());
        assertThat(mock.call("PUT", "/v1/harbours/b/rules", "{\"dogs\":true}").status())
                .isEqualTo(204);
        assertThat(mock.call("GET", "/v1/harbours/b/rules").text()).isEqualTo("{\"dogs\":true}");
        assertThat(mock.call("GET", "/v1/harbours/a/rules").at("/speed").asInt())
                .isEqualTo(3);
        assertThat(new Mocked(contract()).call("GET", "/v1/harbours/a/rules").text())
                .isEqualTo(before);
    }

    @Test
    void an_id_that_a_client_gives_in_vain_to_one_of_several_is_noted() {
        MockReply created = mock.call("POST", "/v1/buoys", "[{\"hue\":\"red\"},{\"id\":\"mine\",\"hue\":\"green\"}]");
        assertThat(created.at("/1/id").asText()).isNotEqualTo("mine");
        assertThat(created.notes()).singleElement().asString().contains("/1/id").contains("was \"mine\"");
    }

    @Test
    void several_are_created_or_none_and_deleted_by_their_ids_or_all() {
        MockReply created = mock.call("POST", "/v1/buoys", "[{\"hue\":\"red\"},{\"hue\":\"green\"}]");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.body()).hasSize(2);
        assertThat(mock.call("GET", "/v1/buoys").body()).hasSize(7).contains(created.at("/0"), created.at("/1"));
        String ids = created.at("/0/id").asText() + "," + created.at("/1/id").asText();
        assertThat(mock.call("DELETE", "/v1/buoys?ids=" + ids).status()).isEqualTo(204);
        assertThat(mock.call("GET", "/v1/buoys").body()).hasSize(5).doesNotContain(created.at("/0"));
        for (String misspelt : List.of("?idz=3", "?ids=3&hue=red", "?ids=", "?ids=,")) {
            MockReply refused = mock.call("DELETE", "/v1/buoys" + misspelt);
            assertThat(refused.status()).as(misspelt + refused.text()).isEqualTo(400);
            assertThat(mock.call("GET", "/v1/buoys").body()).hasSize(5);
        }
        assertThat(mock.call("DELETE", "/v1/buoys?idz=3").text())
                .contains("query \\\"idz\\\" must be left out, so that not all are deleted; did you mean \\\"ids\\\"?");
        mock.call("DELETE", "/v1/buoys");
        assertThat(mock.call("GET", "/v1/buoys").text()).isEqualTo("[]");
    }

    @Test
    void a_body_that_the_contract_does_not_document_deletes_nothing() {
        MockReply refused = mock.call("DELETE", "/v1/buoys", "[1]");
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.text())
                .contains("body must be left out, as this operation documents none, so that not all are deleted; name"
                        + " records by the query key ids, was given");
        assertThat(mock.call("GET", "/v1/buoys").body()).hasSize(5);
        assertThat(mock.call("DELETE", "/v1/buoys", "[1]").status())
                .as("sent again from memory")
                .isEqualTo(400);
        // The answer that is kept is none to the same call without a body.
        assertThat(mock.call("DELETE", "/v1/buoys").status()).isEqualTo(204);
        assertThat(mock.call("GET", "/v1/buoys").text()).isEqualTo("[]");
        assertThat(mock.call("DELETE", "/v1/boats/1", "{}").status())
                .as("one record that the path names")
                .isEqualTo(204);
    }

    @Test
    void ids_of_others_in_a_body_delete_no_record_of_the_list() {
        String all = mock.call("GET", "/v1/crew").text();
        assertThat(mock.call("DELETE", "/v1/crew", "{\"boat_ids\":[7]}").status())
                .isEqualTo(204);
        assertThat(mock.call("GET", "/v1/crew").text()).isEqualTo(all).contains("7");
    }

    @Test
    void a_documented_body_names_those_of_a_list_that_are_deleted() {
        String all = mock.call("GET", "/v1/cans").text();
        for (String none : List.of("{\"can_ids\":[]}", "{\"can_ids\":[99]}", "")) {
            assertThat(mock.call("DELETE", "/v1/cans", none).status()).isEqualTo(204);
            assertThat(mock.call("GET", "/v1/cans").text()).isEqualTo(all);
        }
        assertThat(mock.call("DELETE", "/v1/cans", "{\"can_ids\":[2,5]}").status())
                .isEqualTo(204);
        assertThat(mock.call("GET", "/v1/cans").body())
                .extracting(can -> can.path("id").asInt())
                .containsExactly(1, 3, 4);
    }
}
