package dev.understudy.contract;

import static dev.understudy.contract.Requests.get;
import static dev.understudy.contract.Samples.arguments;
import static dev.understudy.contract.Samples.messages;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.openapi.Documents;
import dev.understudy.openapi.source.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters that mocks often read otherwise than their documents mean them. */
class ParameterCasesTest {
    private static final String WHERE =
            "{name: where, in: query, required: true, style: deepObject, explode: true, schema: {type: object,"
                    + " properties: {berth: {type: array}, pier: {type: integer}}}}";
    private static final String ID =
            "{name: id, in: query, schema: {anyOf: [{type: array, items: {type: integer}}, {type: 'null'}]}}";
    private static final String AREA =
            "{name: area, in: query, content: {application/json: {schema: {type: object, required: [north],"
                    + " properties: {north: {type: integer}}}}}}";
    private static final String CREW =
            "{name: crew, in: query, schema: {type: object, properties: {cook: {type: string}}}}";

    private static Contract contract(String parameters) {
        return Contract.brought(
                "harbour",
                Documents.read(
                        "harbour.yaml",
                        """
                        openapi: 3.1.1
                        info: {title: Harbour, version: "1"}
                        paths:
                          /piers:
                            get: {operationId: listPiers, parameters: [%s], responses: {'204': {description: D}}}
                        """
                                .formatted(parameters)
                                .getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            where[pier]=2                   | {"where":{"pier":2}}
            where[berth]=1&where[berth]=2   | {"where":{"berth":["1","2"]}}
            where=x                         | refused
            where[]=1                       | refused: [query "where" must be sent as where[berth]=…, was sent with empty brackets]
            ''                              | refused: [query "where" must be given, was missing]""")
    void the_properties_of_a_deep_object_stand_in_brackets_and_other_keys_are_not_it(String query, String read) {
        assertThat(arguments(contract(WHERE).admit(get("/piers?" + query)))).startsWith(read);
    }

    @Test
    void a_list_in_a_deep_object_is_told() {
        assertThat(contract(WHERE).findings()).extracting(Finding::kind).contains("nested-parameter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            id=7      | {"id":[7]}
            id=7&id=8 | {"id":[7,8]}
            id=x      | refused
            ''        | {}""")
    void a_list_or_null_takes_one_item(String query, String read) {
        assertThat(arguments(contract(ID).admit(get("/piers?" + query)))).startsWith(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            area=%7B%22north%22%3A3%7D   | {"area":{"north":3}}
            area=%7B                     | refused: [query "area" must be whole
            area=%7B%7D                  | refused: [query "area" /north must be given, was missing]
            area=%7B%22north%22%3A%22x%22%7D | refused: [query "area" /north must be an integer, was "x"]""")
    void content_is_parsed_and_then_checked(String query, String read) {
        assertThat(arguments(contract(AREA).admit(get("/piers?" + query)))).startsWith(read);
    }

    @Test
    void content_of_two_media_types_is_a_fault() {
        String both = AREA.replace("content: {", "content: {text/plain: {}, ");

        assertThat(contract(both).findings()).extracting(Finding::kind).contains("schema-and-content");
    }

    @Test
    void the_properties_of_an_exploded_object_are_keys_of_their_own_and_a_clash_is_told() {
        Contract one = contract(CREW);

        assertThat(arguments(one.admit(get("/piers?cook=Ada")))).isEqualTo("{\"crew\":{\"cook\":\"Ada\"}}");
        assertThat(messages(one.admit(get("/piers?crew[cook]=Ada"))))
                .containsExactly("query \"crew\" must be sent as cook=Ada (form, exploded), was sent with brackets");
        assertThat(one.findings()).isEmpty();
        assertThat(contract(CREW + ", " + CREW.replace("name: crew", "name: guests"))
                        .findings())
                .extracting(Finding::text)
                .singleElement()
                .asString()
                .contains("the key \"cook\" of a query belongs to the parameter \"crew\" too: both read it");
    }
}
