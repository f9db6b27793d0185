package dev.understudy.mocks.anyspec.collections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.changes.Mocked;
import dev.understudy.mocks.anyspec.changes.Mocked.MockReply;
import dev.understudy.openapi.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionTest {
    private static final String DOCUMENT =
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /boats:
                get:
                  parameters: [{name: fields, in: query, schema: {type: string}}]
                  responses:
                    '200':
                      description: D
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: '#/components/schemas/Boat'}}
                          example: [{id: 1, name: Aa, rig: gaff, owner: Ada}, {id: 2, name: Bb, owner: Bo}]
                post:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}}
                  responses: {'201': {description: D}}
              /boats/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: integer}}
                get:
                  parameters:
                    - {name: fields, in: query, schema: {type: string}}
                    - {name: lang, in: query, schema: {type: string}}
                    - {name: depth, in: query, schema: {type: integer}}
                  responses:
                    '200':
                      description: D
                      content:
                        application/json:
                          schema: {type: object, properties: {boat: {$ref: '#/components/schemas/Boat'}}}
              /settings:
                get:
                  parameters: [{name: fields, in: query, schema: {type: string}}]
                  responses:
                    '200':
                      description: D
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Settings'}
                          example: {name: Harbour, theme: dark}
                put:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Settings'}}}}
                  responses:
                    '200':
                      description: D
                      content: {application/json: {schema: {$ref: '#/components/schemas/Settings'}}}
              /profile:
                get:
                  parameters: [{name: fields, in: query, schema: {type: string}}]
                  responses: &profile
                    '200':
                      description: D
                      content: {application/json: {schema: {$ref: '#/components/schemas/Profile'}}}
                patch:
                  requestBody:
                    content: {application/json: {schema: {type: object, properties: {theme: {type: string}}}}}
                  responses: *profile
              /berths/{id}:
                get:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                    - {name: 'fields[berths]', in: query, schema: {type: string}}
                  responses:
                    '200':
                      description: D
                      content: {application/vnd.api+json: {schema: {$ref: '#/components/schemas/Berth'}}}
              /berths:
                get:
                  parameters: [{name: 'fields[berths]', in: query, schema: {type: string}}]
                  responses:
                    '200':
                      description: D
                      content:
                        application/vnd.api+json:
                          schema:
                            type: object
                            properties: {data: {type: array, items: {$ref: '#/components/schemas/Berth'}}}
            components:
              schemas:
                Boat:
                  type: object
                  required: [id, name]
                  properties: {id: {type: integer}, name: {type: string}, rig: {type: string}, owner: {type: string}}
                Profile:
                  type: object
                  required: [name]
                  properties: {name: {type: string}, theme: {type: string}}
                Settings: {type: object, properties: {name: {type: string}, theme: {type: string}}}
                Berth:
                  type: object
                  required: [id, type, attributes]
                  properties:
                    id: {type: string}
                    type: {type: string, const: berths}
                    attributes: {type: object, properties: {length: {type: integer}, free: {type: boolean}}}
            """;

    private final Mocked mock = new Mocked(Contract.brought("t", Documents.read("t.yaml", DOCUMENT.getBytes(UTF_8))));

    @Test
    void each_record_has_what_is_named_and_what_must_be_there() {
        MockReply told = mock.call("GET", "/boats?fields=rig");
        assertThat(told.text()).isEqualTo("[{\"id\":1,\"name\":\"Aa\",\"rig\":\"gaff\"},{\"id\":2,\"name\":\"Bb\"}]");
        assertThat(told.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 42})
    void a_single_thing_that_nobody_has_set_has_the_same_values_whole_in_part_and_after_a_change(long seed) {
        mock.seeded(seed);
        String name = mock.call("GET", "/profile").at("/name").asText();
        assertThat(mock.call("GET", "/profile?fields=name").at("/name").asText())
                .isEqualTo(name)
                .isNotEmpty();
        mock.call("PATCH", "/profile", "{\"theme\": \"dark\"}");
        assertThat(mock.call("GET", "/profile").at("/name").asText()).isEqualTo(name);
    }

    @Test
    void a_name_that_no_property_has_changes_nothing_and_is_noted() {
        String all = mock.call("GET", "/boats").text();
        MockReply told = mock.call("GET", "/boats?fields=ownr");
        assertThat(told.text()).isEqualTo(all);
        assertThat(told.notes())
                .containsExactly("query \"fields\" must name properties of the records, such as id, name, rig or owner;"
                        + " did you mean \"owner\"?, was \"ownr\"");
        assertThat(mock.call("GET", "/boats?fields=rig,nope").notes()).hasSize(1);
        assertThat(mock.call("GET", "/boats?fields=*").notes()).isEmpty();
    }

    @Test
    void a_name_that_one_record_has_and_no_schema_is_left_to_it_alone() {
        mock.call("POST", "/boats", "{\"id\":3,\"name\":\"Cc\",\"owner\":\"Cy\",\"nick\":\"C\"}");
        assertThat(mock.call("GET", "/boats?fields=nick").text())
                .isEqualTo(
                        "[{\"id\":1,\"name\":\"Aa\"},{\"id\":2,\"name\":\"Bb\"},{\"id\":3,\"name\":\"Cc\",\"nick\":\"C\"}]");
    }

    @Test
    void what_json_api_has_as_attributes_is_named_without_these() {
        MockReply told = mock.call("GET", "/berths?fields%5Bberths%5D=free");
        assertThat(told.at("/data")).isNotEmpty().allSatisfy(berth -> assertThat(
                        berth.path("attributes").has("length"))
                .as(berth.toString())
                .isFalse());
        assertThat(told.text()).contains("free");
    }

    @Test
    void one_record_has_what_is_named_and_what_must_be_there() {
        MockReply told = mock.call("GET", "/boats/1?fields=rig&lang=de");
        assertThat(told.text()).isEqualTo("{\"boat\":{\"id\":1,\"name\":\"Aa\",\"rig\":\"gaff\"}}");
        assertThat(told.notes()).isEmpty();
        assertThat(mock.call("GET", "/boats/1").at("/boat/owner").asText()).isEqualTo("Ada");
    }

    @Test
    void what_the_query_of_one_record_asks_for_in_vain_is_noted() {
        MockReply told = mock.call("GET", "/boats/1?fields=ownr&depth=2");
        assertThat(told.at("/boat/owner").asText()).isEqualTo("Ada");
        assertThat(told.notes())
                .containsExactly(
                        "query \"depth\" must be explained by x-understudy to have an effect: the path says which record"
                                + " is shown, was 2",
                        "query \"fields\" must name properties of the records, such as id, name, rig or owner; did you"
                                + " mean \"owner\"?, was \"ownr\"");
    }

    @Test
    void a_single_thing_has_what_is_named_before_and_after_it_is_set() {
        assertThat(mock.call("GET", "/settings?fields=name").text()).isEqualTo("{\"name\":\"Harbour\"}");
        assertThat(mock.call("GET", "/settings?fields=nme").notes())
                .singleElement()
                .asString()
                .contains("\"name\"");
        mock.call("PUT", "/settings", "{\"name\":\"Quay\",\"theme\":\"light\"}");
        assertThat(mock.call("GET", "/settings?fields=name").text()).isEqualTo("{\"name\":\"Quay\"}");
    }

    @Test
    void attributes_of_one_record_are_named_without_these() {
        String id = mock.call("GET", "/berths").at("/data/0/id").asText();
        MockReply told = mock.call("GET", "/berths/" + id + "?fields%5Bberths%5D=free");
        assertThat(told.at("/attributes").has("length")).isFalse();
        assertThat(told.at("/attributes").has("free")).isTrue();
    }
}
