package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.live.Catalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What explain and schema say of contracts that are brought. */
class OperationTest {
    private static final String PETS =
            """
            openapi: 3.1.0
            info: {title: Pets, version: '1'}
            servers: [{url: /v1}]
            paths:
              /pets:
                post:
                  operationId: findPets
                  summary: Finds pets
                  security: [{key: [], user: []}, {}]
                  parameters:
                  - {name: ids, in: query, schema: {type: array, items: {type: integer}}}
                  - {name: kind, in: query, required: true, schema: {$ref: '#/components/schemas/Kind'}}
                  - {name: filter, in: query, style: deepObject, schema: {type: object}}
                  - {name: X-Top, in: header, schema: {type: integer, minimum: 1, default: 5}}
                  requestBody: {required: true, content: {application/json: {schema: {type: string, maxLength: 9}}}}
                  responses:
                    '200':
                      description: Pets
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: '#/components/schemas/Kind'}}
                          examples: {broken: {value: [3]}, one: {value: [cat]}}
                    '204': {description: None}
                    '404': {description: No, content: {text/plain: {schema: {type: string, nullable: true}}}}
              /dogs:
                get: {responses: {'200': {description: Dogs, content: {application/json: {schema: {type: stirng}}}}}}
            components:
              schemas:
                Kind: {type: string, format: kat, enum: [cat, dog]}
              securitySchemes:
                key: {type: apiKey, in: header, name: X-Key}
                user: {type: http, scheme: basic}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final String pets;

    OperationTest(@TempDir Path folder) throws Exception {
        pets = Files.writeString(folder.resolve("pets.yaml"), PETS).toString();
    }

    @Test
    void an_operation_is_explained_with_what_it_takes_and_where_its_answers_come_from() {
        assertThat(run("explain", pets, "findPets", "--mount", "pets=/zoo")).isZero();
        assertThat(out.toString().replaceAll(" {2,}", "  ").replace(pets, "pets.yaml"))
                .startsWith(
                        """
                        POST /zoo/pets  findPets  pets.yaml
                          Finds pets
                        Parameters
                          query  ids  list of integer  form, exploded
                          query  kind  required  Kind  form
                          query  filter  object  deepObject
                          header  X-Top  integer, at least 1; 5 if it is left out  simple
                        Body
                          application/json  required  string, at most 9 characters
                        Credentials
                          header "X-Key" and Authorization: Basic
                          none
                        Answers
                          200  application/json  list of Kind  example one  sent unless another is asked for
                          204  no content
                          404  text/plain  string or null  worded as a refusal
                        Findings
                        """)
                .contains("[nullable-later]", "[unknown-format]")
                .doesNotContain("stirng");
    }

    @Test
    void a_list_is_explained_with_the_records_that_it_is_answered_from() {
        assertThat(run("explain", "examples/billing/billing.yaml", "listInvoices"))
                .isZero();
        assertThat(out.toString().replaceAll(" {2,}", "  "))
                .contains(
                        """
                        Answers
                          200  application/json  list of Invoice  example two or none  sent of the records below, unless another is asked for
                        """)
                .contains(
                        """
                        Records
                          list of invoices, which is the whole answer; told apart by /id
                          status  /status is it, or one of several
                        """);
    }

    @Test
    void an_operation_that_cannot_be_served_says_why() {
        assertThat(run("explain", pets, "GET /dogs")).isZero();
        assertThat(out.toString()).contains("Not served", "501  " + pets, "stirng");
    }

    @Test
    void an_unknown_operation_is_wrong_usage_with_a_suggestion() {
        assertThat(run("explain", pets, "findPet")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(
                        "OPERATION must be an operation of " + pets + ", was 'findPet'. Did you mean \"findPets\"?");
        assertThat(run("explain", pets)).isEqualTo(2);
        assertThat(err.toString()).contains("was ''. See understudy routes " + pets);
    }

    @Test
    void a_schema_is_that_of_a_component_or_of_an_answer() throws Exception {
        assertThat(run("schema", pets, "Kind")).isZero();
        JsonNode kind = new ObjectMapper().readTree(out.toString());
        assertThat(kind.path("$schema").asText()).isEqualTo("http://json-schema.org/draft-07/schema#");
        assertThat(kind.at("/definitions/Kind/enum")).hasToString("[\"cat\",\"dog\"]");

        assertThat(run("schema", pets, "findPets.200")).isZero();
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.at("/definitions/schema/items/$ref").asText()).isEqualTo("#/definitions/Kind");
        assertThat(answer.at("/definitions/Kind/enum")).hasSize(2);
    }

    @Test
    void an_unknown_schema_is_wrong_usage_with_a_suggestion() {
        assertThat(run("schema", pets, "Knid")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(
                        "SCHEMA must be one of Kind, findPets.200, get-dogs.200, was 'Knid'. Did you mean \"Kind\"?");
        assertThat(run("schema", pets, "Kind", "--merge")).isEqualTo(2);
        assertThat(err.toString()).contains("--merge is for collections, not for " + pets);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return Commands.commandLine(Catalogue.builtIn(), Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
