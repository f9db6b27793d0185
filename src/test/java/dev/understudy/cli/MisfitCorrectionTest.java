package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Catalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What x-understudy says of something that is there, and that cannot be so. */
class MisfitCorrectionTest {
    private static final String STOCK =
            """
            openapi: 3.0.3
            info: {title: Stock, version: '1'}
            paths:
              /inventory:
                get:
                  operationId: lookUp
                  x-understudy:
                    role: list
                    collection: things
                    items: /stuff
                    key: sku
                    parameters: {n: limit, m: nothing, cheap: {property: price, is: less}, arrange: {values: {cheap: price}}}
                    fields: {/hits: total}
                    headers: {X-All: total}
                  parameters:
                    - {name: n, in: query, schema: {type: integer, maximum: 50}}
                    - {name: m, in: query, schema: {type: integer, maximum: 50}}
                    - {name: cheap, in: query, schema: {type: string}}
                    - {name: arrange, in: query, schema: {type: string, enum: [cheap, dear]}}
                  responses:
                    '200':
                      description: Things
                      headers: {X-All: {schema: {type: integer}}, X-More: {schema: {type: boolean}}}
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              hits: {type: integer}
                              more: {type: boolean}
                              stuff: {type: array, items: {$ref: '#/components/schemas/Thing'}}
              /inventory/bulk:
                post:
                  operationId: bulk
                  x-understudy: {role: create, collection: things}
                  requestBody: {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}}
                  responses: {'201': {description: Made}}
              /other:
                post:
                  operationId: other
                  x-understudy: {role: plain, collection: things}
                  requestBody: {content: {application/json: {schema: {type: object, properties: {foo: {type: string}}}}}}
                  responses: {'201': {description: Made}}
              /thing-by-sku/{sku}:
                get:
                  operationId: getThing
                  x-understudy: {role: item, collection: things, record: /one}
                  parameters: [{name: sku, in: path, required: true, schema: {type: string}}]
                  responses: {'200': {description: One, content: {application/json: {schema: {type: object, properties: {all: {type: array, items: {$ref: '#/components/schemas/Thing'}}, one: {$ref: '#/components/schemas/Thing'}}}}}}}
            components:
              schemas:
                Thing:
                  type: object
                  required: [sku, price]
                  properties: {sku: {type: string}, price: {type: integer}, sold: {type: boolean}, tags: {type: array, items: {type: string}}}
            """;

    private final StringWriter out = new StringWriter();
    private final Path folder;

    MisfitCorrectionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_create_whose_body_is_a_list_adds_each() throws Exception {
        assertThat(run("check", document(STOCK))).as(out.toString()).isZero();
        run("routes", "--explain", document(STOCK));
        assertThat(out.toString())
                .contains("POST /inventory/bulk  bulk\n  adds several to things; told apart by /sku; corrected by");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /hits: total               | /more: total              | 13:18: fault: the property at /more does not take a number, which total is: use one of has_next, has_previous, is_last, is_first, is_empty
                    /hits: total               | /hits: next_url           | 13:18: fault: the property at /hits does not take a text, which next_url is: use one of total, pages
                    X-All: total               | X-More: total             | 14:19: fault: the header X-More does not take a number, which total is
                    m: nothing                 | m: limit                  | 12:32: fault: only one parameter can be limit, and n is: say nothing, or another word, of one of them
                    property: price, is: less  | property: tags, is: less  | fault: /tags is a list of texts, which less does not compare: use one of equal, different, present, contains, begins, ends
                    property: price, is: less  | property: sold, is: at_least | fault: /sold is true or false, which at_least does not compare: use one of equal, different, present
                    cheap: price               | cheap: nope               | fault: the records have no property nope: use one of sku, price, sold
                    cheap: price               | cheep: price              | fault: the parameter has no value cheep: did you mean "cheap"?
                    items: /stuff              | items: /hits              | 10:9: fault: the answer has no list of objects at "/hits": use /stuff
                    record: /one               | record: /all              | fault: the answer has no object at "/all", but a list: use /one
                    role: item                 | role: create              | fault: the role create is not for a GET: use one of list, item, plain
                    role: create               | role: item                | fault: the role item is not for a POST: use one of list, create, replace, patch, delete, plain
                    role: plain                | role: create              | fault: the body has no property that the records of things have: say plain, or name another collection
                    """)
    void a_misfit_is_a_fault_with_its_place_and_what_fits(String right, String wrong, String message) throws Exception {
        assertThat(run("check", document(STOCK.replace(right, wrong)))).isEqualTo(1);

        assertThat(out.toString()).contains(message).contains("1 fault in 1 file");
    }

    private String document(String text) throws Exception {
        return Files.writeString(folder.resolve("stock.yaml"), text).toString();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return Commands.commandLine(Catalogue.builtIn(), Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new StringWriter(), true))
                .execute(arguments);
    }
}
