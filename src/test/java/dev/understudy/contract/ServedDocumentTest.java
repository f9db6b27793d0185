package dev.understudy.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Json;
import org.junit.jupiter.api.Test;

class ServedDocumentTest {
    private static final String SERVERS =
            """
            servers:
              - url: ../..
                description: The mock server that serves this document
            """;

    private static final String BEFORE =
            """
            openapi: 3.0.3
            info: {title: Things, version: '1'} # said by hand
            paths:
              /things:
                get:
                  operationId: listThings
                  responses:
                    '200':
                      description: |
                        Things,
                          and more
                      content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
            components:
              schemas:
                Thing:
                  type: object
                  properties:
                    day: {type: string, format: date, example: '2026-04-01'}
                    kind: {$ref: '#/components/schemas/Kind'}
            """;

    private static final String HIDDEN =
            """
                ThingFixture:
                  x-fixture: things
                  type: object

                  properties:
                    kind: {$ref: '#/components/schemas/Kind'}
                    secret: {$ref: '#/components/schemas/Secret'}
                Secret: {type: object, properties: {more: {$ref: '#/components/schemas/Deeper'}}}
                Deeper: {type: string}
            """;

    private static final String AFTER =
            """
                Kind: {type: string}
                Unused: {type: string}
            """;

    @Test
    void the_schemas_of_fixtures_and_what_only_they_use_are_cut_out_of_the_authors_text() {
        Contract contract = Samples.read(BEFORE + HIDDEN.indent(0) + AFTER);
        assertThat(new String(contract.servedYaml("../.."), UTF_8)).isEqualTo(served(BEFORE + AFTER));
    }

    @Test
    void the_last_schemas_can_be_cut_out_too() {
        assertThat(new String(Samples.read(BEFORE + AFTER + HIDDEN).servedYaml("../.."), UTF_8))
                .isEqualTo(served(BEFORE + AFTER));
    }

    @Test
    void a_contract_without_fixtures_is_served_as_it_was_written_but_for_its_servers() {
        assertThat(new String(Samples.read(BEFORE + AFTER).servedYaml("../.."), UTF_8))
                .isEqualTo(served(BEFORE + AFTER));
    }

    @Test
    void the_server_itself_comes_before_all_others_in_every_list_of_servers() throws Exception {
        String things =
                """
                openapi: 3.0.3
                info: {title: Things, version: '1'}
                # Theirs
                servers:
                  - url: https://{tenant}.example.org # of a tenant
                    variables: {tenant: {default: acme}}
                  - {url: 'https://example.com'}
                paths:
                  /things:
                    servers:
                    # Theirs too
                    - url: https://things.example.org
                    get:
                      operationId: listThings
                      servers:
                      - url: https://list.example.org
                      responses:
                        '200': {description: Things}
                """;
        Contract contract = Samples.read(things);

        assertThat(new String(contract.servedYaml("../.."), UTF_8))
                .isEqualTo(things.replace("  - url: https://{", own(2) + "  - url: https://{")
                        .replace("    - url: https://things", own(4) + "    - url: https://things")
                        .replace("      - url: https://list", own(6) + "      - url: https://list"));
        assertThat(Json.read(contract.servedJson("../..")).findValues("servers"))
                .hasSize(3)
                .allMatch(servers -> servers.path(0).path("url").textValue().equals("../..")
                        && servers.path(1).path("url").textValue().startsWith("https://"));
        assertThat(contract.servers()).containsExactly("https://{tenant}.example.org", "https://example.com");
    }

    @Test
    void servers_that_stand_in_one_line_are_served_with_it_too() throws Exception {
        Contract contract =
                Samples.read(BEFORE.replace("paths:", "servers: [{url: 'https://example.org'}]\npaths:") + AFTER);

        Contract served = Contract.read("n", "s.yaml", contract.servedYaml("../.."));
        assertThat(served.servers()).containsExactly("../..", "https://example.org");
    }

    private static final String COLOUR =
            """
            openapi: 3.0.3
            info: {title: Things, version: '1'}
            paths:
              /things:
                get:
                  operationId: listThings
                  parameters:
                    - name: colour # of the thing
                      in: query
                      x-comma-list: {schema: Colour, alias: 'colour[]'}
                      schema: {type: string}
            """;

    private static final String PAGE =
            """
                    - {name: page, in: query, schema: {type: integer}}
                  responses:
                    '200': {description: Things}
            components:
              schemas:
                Colour: {type: string, enum: [red, blue]}
            """;

    @Test
    void other_spellings_of_a_parameter_are_cut_out_of_the_authors_text() {
        Contract contract = Samples.read(COLOUR
                + """
                  - name: 'colour[]'
                    in: query
                    x-alias-of: colour

                    schema:
                      type: array
                      items: {type: string}
                """
                        .indent(6)
                + PAGE);

        assertThat(new String(contract.servedYaml("../.."), UTF_8)).isEqualTo(served(COLOUR + PAGE));
        assertThat(Samples.arguments(contract.admit(Requests.get("/things?colour[]=red&colour=blue"))))
                .isEqualTo("{\"colour\":[\"blue\",\"red\"]}");
    }

    @Test
    void one_that_stands_among_the_components_is_left_out_with_what_refers_to_it() {
        Contract contract = Samples.read(
                COLOUR
                        + "        - $ref: '#/components/parameters/Colours'\n"
                        + PAGE
                        + """
                    parameters:
                      Colours:
                        name: 'colour[]'
                        in: query
                        x-alias-of: colour
                        schema: {type: array, items: {type: string}}
                      Size: {name: size, in: query, schema: {type: integer}}
                  """);

        assertThat(new String(contract.servedYaml("../.."), UTF_8))
                .isEqualTo(
                        served(COLOUR + PAGE)
                                + """
                            parameters:
                              Size: {name: size, in: query, schema: {type: integer}}
                          """);
    }

    @Test
    void a_contract_that_cannot_be_cut_is_written_anew() {
        String flow =
                "{openapi: 3.0.3, info: {title: T, version: '1'}, paths: {}, components: {schemas: {B: {type: string,"
                        + " enum: ['no', '2026-04-01'], example: 'true'}, A: {x-fixture: as, type: object}}}}";
        assertThat(new String(Samples.read(flow).servedYaml("../.."), UTF_8))
                .isEqualTo(
                        """
                        openapi: 3.0.3
                        info:
                          title: T
                          version: '1'
                        paths: {}
                        components:
                          schemas:
                            B:
                              type: string
                              enum:
                              - 'no'
                              - '2026-04-01'
                              example: 'true'
                        servers:
                        - url: ../..
                          description: The mock server that serves this document
                        """);
    }

    @Test
    void what_is_served_can_be_read_again_and_says_the_same_as_the_json() throws Exception {
        Contract contract = Samples.read(BEFORE + HIDDEN + AFTER);
        Contract served = Contract.read("n", "s.yaml", contract.servedYaml("../.."));
        assertThat(served.fixtureSchemas()).isEmpty();
        assertThat(Json.read(served.servedJson("../.."))).isEqualTo(Json.read(contract.servedJson("../..")));
        assertThat(Json.read(contract.servedJson("../.."))
                        .at("/components/schemas")
                        .fieldNames())
                .toIterable()
                .containsExactly("Thing", "Kind", "Unused");
    }

    /** A document without servers as it is served. */
    private static String served(String document) {
        return document.replace("\npaths:", "\n" + SERVERS + "paths:");
    }

    private static String own(int indent) {
        return "- url: ../..\n  description: The mock server that serves this document\n".indent(indent);
    }
}
