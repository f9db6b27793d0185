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

/** What x-understudy says of operations whose lists are not written as most are. */
class CorrectionTest {
    private static final String STOCK =
            """
            openapi: 3.0.3
            info: {title: Stock, version: '1'}
            paths:
              /inventory:
                x-understudy: {references: noted}
                get:
                  operationId: lookUp
                  x-understudy: LIST
                  parameters:
                    - {name: n, in: query, schema: {type: integer, maximum: 50}}
                    - {name: row, in: query, schema: {type: integer}}
                    - {name: arrange, in: query, schema: {type: string, enum: [cheap, dear]}}
                    - {name: way, in: query, schema: {type: string}}
                    - {name: afford, in: query, schema: {type: number}}
                    - {name: about, in: query, schema: {type: string}}
                  responses:
                    '200':
                      description: Things
                      headers: {X-All: {schema: {type: integer}}, X-Total-Count: {schema: {type: integer}}}
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              in_stock: {type: integer}
                              total: {type: integer}
                              stuff: {type: array, items: {$ref: '#/components/schemas/Thing'}}
                              advice: {type: array, items: {type: object}}
              /thing-by-sku/{sku}/now:
                get:
                  operationId: getThing
                  x-understudy: ITEM
                  parameters: [{name: sku, in: path, required: true, schema: {type: string}}]
                  responses:
                    '200': {description: One, content: {application/json: {schema: {type: object, properties: {it: {$ref: '#/components/schemas/Thing'}}}}}}
              /things:
                get:
                  operationId: listThings
                  responses: {'200': {description: All, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}}}
              /put-away/{sku}/on-shelf:
                post:
                  operationId: putAway
                  x-understudy: {role: delete, collection: things}
                  parameters: [{name: sku, in: path, required: true, schema: {type: string}}]
                  responses: {'204': {description: Done}}
              /new-thing:
                put:
                  operationId: addThing
                  x-understudy: {role: create, collection: things}
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                  responses: {'201': {description: Made}}
              /numbers:
                x-understudy: plain
                get:
                  operationId: numbers
                  responses: {'200': {description: All, content: {application/json: {schema: {type: array, items: {type: object}}}}}}
            components:
              schemas:
                Thing:
                  type: object
                  required: [sku, price]
                  properties: {sku: {type: string}, price: {type: integer}, title: {type: string}, maker: {type: object, properties: {name: {type: string}}}}
            """;

    private static final String LIST =
            "{role: list, collection: things, items: /stuff, key: sku, fields: {/in_stock: total, /total: nothing},"
                    + " headers: {x-all: total, X-Total-Count: nothing}, parameters: {n: limit, row: offset, way:"
                    + " direction, afford: {property: price, is: at_most}, about: {properties: [maker.name, /title]},"
                    + " arrange: {values: {cheap: price, dear: -price}}}}";
    private static final String ITEM = "{role: item, collection: things, record: /it}";

    private final StringWriter out = new StringWriter();
    private final Path folder;

    CorrectionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_list_and_an_item_are_what_is_said_of_them() throws Exception {
        assertThat(run("routes", "--explain", document(LIST, ITEM))).isZero();
        assertThat(out)
                .hasToString(
                        """
                        GET /inventory  lookUp
                          list of things at /stuff; told apart by /sku; corrected by x-understudy
                            n          records a page, at most 50
                            row        records before the page
                            arrange    order by cheap (price), dear (-price)
                            way        direction of the order; desc, descending, -1 turns it around
                            afford     /price is at most that
                            about      text in 2 properties
                            /in_stock  how many records there are
                            X-All      how many records there are
                        GET /thing-by-sku/{sku}/now  getThing
                          one of things at /it; told apart by /sku; corrected by x-understudy
                        GET /things  listThings
                          list of things, which is the whole answer; told apart by /sku
                        POST /put-away/{sku}/on-shelf  putAway
                          deletes one of things; told apart by /sku; corrected by x-understudy
                        PUT /new-thing  addThing
                          adds one to things; told apart by /sku; corrected by x-understudy
                        GET /numbers  numbers
                          by itself: x-understudy says that it is plain
                        """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    role: list                   | role: lst                     | x-understudy /role must be one of list, item, create, replace, patch, delete, plain, was "lst": did you mean "list"?
                    collection: things, items    | colection: things, items      | x-understudy /colection must be left out (did you mean "collection"?), was "things"
                    items: /stuff                | items: /stuf                  | the answer has no property at /stuf: did you mean "stuff"?
                    items: /stuff                | items: /total                 | the answer has no list of objects at "/total"
                    key: sku                     | key: skew                     | the records have no property skew: use one of sku, price, title, maker.name
                    n: limit                     | m: limit                      | the query has no parameter "m": did you mean "n"?
                    n: limit                     | n: limmit                     | x-understudy /parameters/n/does must be one of limit, offset, page, after, before, sort, direction, filter, search, fields, except, nothing, was "limmit": did you mean "limit"?
                    property: price              | property: prise               | the records have no property prise: did you mean "price"?
                    is: at_most                  | is: at_most, does: sort       | x-understudy /parameters/afford/does must be filter, was "sort"
                    dear: -price                 | dear: -prise                  | the records have no property -prise: did you mean "price"?
                    [maker.name, /title]         | [maker.name, /titel]          | the records have no property /titel: did you mean "title"?
                    /in_stock: total             | /instock: total               | the answer has no property at /instock: did you mean "in_stock"?
                    /in_stock: total             | /in_stock: all                | x-understudy /fields/~1in_stock must be one of total, pages
                    x-all: total                 | x-al: total                   | the answer has no header x-al: did you mean "X-All"?
                    role: item, collection: things | role: item, collection: thngs | no list is of a collection thngs: did you mean "things"?
                    role: item, collection: things | role: item                  | no list is at the path in front of /thing-by-sku/{sku}/now: name its collection by collection
                    record: /it                  | key: [sku, price]             | the path names a record by 1 of its parameters, and not by 2: name as many properties
                    """)
    void a_mistake_is_a_fault_of_the_operation_with_what_was_meant(String right, String wrong, String message)
            throws Exception {
        String list = LIST.replace(right, wrong);
        String item = ITEM.replace(right, wrong);

        assertThat(run("check", document(list, item))).isEqualTo(1);
        assertThat(out.toString())
                .contains(": fault: " + message)
                .contains("[x-understudy]")
                .contains("1 fault in 1 file");
        assertThat(out.toString()).matches("(?s).*stock.yaml:(8|32):\\d+: fault.*");
        run("routes", document(list, item));
        assertThat(out.toString().lines().filter(line -> line.contains("501: ")))
                .hasSize(1);
    }

    @Test
    void a_wrong_role_hides_no_other_mistake() throws Exception {
        String list = LIST.replace("role: list", "role: lst").replace("n: limit", "m: limit");

        assertThat(run("check", document(list, ITEM))).isEqualTo(1);
        assertThat(out.toString())
                .contains("x-understudy /role must be one of list, ")
                .contains("the query has no parameter \"m\": did you mean \"n\"?");
    }

    @Test
    void in_any_other_place_it_has_no_effect() throws Exception {
        Path document = folder.resolve("kites.yaml");
        Files.writeString(
                document, "openapi: 3.0.3\ninfo: {title: K, version: '1'}\nx-understudy: {role: list}\npaths: {}\n");

        assertThat(run("check", document.toString())).isZero();
        assertThat(out.toString())
                .contains("kites.yaml:3:1: hint: x-understudy has no effect here: write it in a path or an operation");
    }

    private String document(String list, String item) throws Exception {
        String text = STOCK.replace("LIST", list).replace("ITEM", item);
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
