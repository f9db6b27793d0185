package dev.understudy.contract;

import static dev.understudy.contract.Requests.get;
import static dev.understudy.contract.Samples.arguments;
import static dev.understudy.contract.Samples.messages;
import static dev.understudy.contract.Samples.withParameters;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    private static final Contract TYPES = withParameters(
            """
            - {name: text, in: query, schema: {type: string}}
            - {name: page, in: query, schema: {type: integer, minimum: -5, maximum: 100}}
            - {name: ratio, in: query, schema: {type: number}}
            - {name: deep, in: query, schema: {type: boolean}}
            - {name: big, in: query, schema: {type: integer}}
            - {name: small, in: query, schema: {type: integer, format: int32}}
            """);

    private static final Contract LISTS = withParameters(
            """
            - {name: tag, in: query, schema: {type: array, items: {type: string}}}
            - {name: n, in: query, explode: false, schema: {type: array, maxItems: 3, items: {type: integer, maximum: 9}}}
            - {name: X-Ids, in: header, schema: {type: array, items: {type: integer}}}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            text=a+b%2Bc%20d  | {"text":"a b+c d"}
            text=             | {"text":""}
            text              | {"text":""}
            text=a=b          | {"text":"a=b"}
            te%78t=%C3%A9     | {"text":"é"}
            text=%22007%22    | {"text":"\\"007\\""}
            page=0            | {"page":0}
            page=-5           | {"page":-5}
            ratio=1.50        | {"ratio":1.50}
            ratio=-1e3        | {"ratio":-1e3}
            ratio=2           | {"ratio":2}
            deep=true         | {"deep":true}
            big=99999999999999999999 | {"big":99999999999999999999}
            &&page=1&         | {"page":1}
            other=%20&page=1  | {"page":1}""")
    void a_value_becomes_what_its_type_says(String query, String arguments) {
        assertThat(arguments(TYPES.admit(get("/things?" + query)))).isEqualTo(arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            page=1.0     | query "page" must be an integer, was "1.0"
            page=007     | query "page" must be an integer, was "007"
            page=+3      | query "page" must be an integer, was " 3"
            page=%2B3    | query "page" must be an integer, was "+3"
            page=        | query "page" must be an integer, was ""
            page=%D9%A1  | query "page" must be an integer, was "١"
            page=1e1     | query "page" must be an integer, was "1e1"
            page=500     | query "page" must be at most 100, was 500
            page=-6      | query "page" must be at least -5, was -6
            page=1&page=1 | query "page" must be given once, was given 2 times
            ratio=.5     | query "ratio" must be a number, was ".5"
            ratio=1e99999999999 | query "ratio" must be a number, was "1e99999999999"
            ratio=1e999999999 | query "ratio" must be a number of at most 1000 digits, was written with a vast exponent
            ratio=NaN    | query "ratio" must be a number, was "NaN"
            deep=True    | query "deep" must be a boolean, was "True"
            deep=1       | query "deep" must be a boolean, was "1"
            small=3000000000 | query "small" must be at most 2147483647, was 3000000000
            text=%       | query "text" must be percent-encoded UTF-8, was "%"
            text=%C0%AF  | query "text" must be percent-encoded UTF-8, was "%C0%AF"
            text=%ED%A0%80 | query "text" must be percent-encoded UTF-8, was "%ED%A0%80"
            text=é       | query "text" must be percent-encoded UTF-8, was "é"
            %zz=1        | query must be percent-encoded UTF-8, was "%zz=1\"""")
    void a_value_of_another_form_is_refused(String query, String message) {
        assertThat(messages(TYPES.admit(get("/things?" + query)))).containsExactly(message);
    }

    @Test
    void a_number_of_more_digits_than_we_read_is_refused() {
        assertThat(messages(TYPES.admit(get("/things?big=" + "9".repeat(5000)))))
                .singleElement()
                .asString()
                .startsWith("query \"big\" must be an integer, was \"999")
                .endsWith("…");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_in_the_order_of_the_contract() {
        assertThat(messages(TYPES.admit(get("/things?deep=x&small=y&page=500"))))
                .containsExactly(
                        "query \"page\" must be at most 100, was 500",
                        "query \"deep\" must be a boolean, was \"x\"",
                        "query \"small\" must be an integer, was \"y\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            tag=a&tag=b,c   | {"tag":["a","b,c"]}
            tag=            | {"tag":[""]}
            n=1,2,3         | {"n":[1,2,3]}
            n=1%2C2         | query "n" /0 must be an integer, was "1,2"
            n=1&n=2         | query "n" must be given once, was given 2 times
            n=1,x,12,       | query "n" /1 must be an integer, was "x";query "n" /3 must be an integer, was ""
            n=1,12          | query "n" /1 must be at most 9, was 12
            n=1,2,3,4       | query "n" must have at most 3 items, was [1,2,3,4]""")
    void lists_are_written_as_the_contract_says(String query, String outcome) {
        var admission = LISTS.admit(get("/things?" + query));
        String got = messages(admission).isEmpty() ? arguments(admission) : String.join(";", messages(admission));
        assertThat(got).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page[]=1", "page%5B%5D=1"})
    void a_list_that_the_contract_does_not_have_is_refused_with_the_right_spelling(String query) {
        assertThat(messages(TYPES.admit(get("/things?" + query))))
                .containsExactly("query \"page[]\" must be sent as page=1, was sent with brackets");
    }

    @Test
    void unknown_keys_pass() {
        assertThat(arguments(TYPES.admit(get("/things?utm=1&other[]=2")))).isEqualTo("{}");
    }

    @Test
    void a_header_is_found_in_any_case_and_a_list_may_take_several_lines() {
        assertThat(arguments(LISTS.admit(get("/things", "x-ids: 1, 2", "X-IDS: 3"))))
                .isEqualTo("{\"X-Ids\":[1,2,3]}");
        assertThat(messages(LISTS.admit(get("/things", "x-ids: 1, b"))))
                .containsExactly("header \"X-Ids\" /1 must be an integer, was \"b\"");
    }

    @Test
    void a_header_is_not_percent_decoded() {
        var contract = withParameters("- {name: X-A, in: header, schema: {type: string}}");
        assertThat(arguments(contract.admit(get("/things", "X-A: a%20b+c")))).isEqualTo("{\"X-A\":\"a%20b+c\"}");
    }

    @Test
    void a_cookie_is_read() {
        var contract = withParameters("- {name: n, in: cookie, schema: {type: integer}}");
        assertThat(arguments(contract.admit(get("/things", "Cookie: a=b; n=5; c"))))
                .isEqualTo("{\"n\":5}");
        assertThat(messages(contract.admit(get("/things", "Cookie: n=x"))))
                .containsExactly("cookie \"n\" must be an integer, was \"x\"");
    }

    @Test
    void a_default_is_filled_in_and_a_required_value_missed() {
        var contract = withParameters(
                """
                - {name: limit, in: query, schema: {type: integer, default: 50}}
                - {name: q, in: query, required: true, schema: {type: string}}
                """);
        assertThat(arguments(contract.admit(get("/things?q=")))).isEqualTo("{\"limit\":50,\"q\":\"\"}");
        assertThat(messages(contract.admit(get("/things")))).containsExactly("query \"q\" must be given, was missing");
    }

    @Test
    void headers_that_a_contract_describes_elsewhere_are_no_arguments() {
        var contract = withParameters("- {name: Accept, in: header, required: true, schema: {type: string}}");
        assertThat(arguments(contract.admit(get("/things")))).isEqualTo("{}");
    }

    @Test
    void an_operation_overrides_a_parameter_of_its_path() {
        var contract = Samples.contract(
                """
                paths:
                  /things:
                    parameters:
                      - {name: n, in: query, schema: {type: integer, default: 1}}
                      - {$ref: '#/components/parameters/M'}
                    get:
                      operationId: listThings
                      parameters: [{name: n, in: query, schema: {type: integer, default: 2}}]
                      responses: {'200': {description: A}}
                components:
                  parameters:
                    M: {name: m, in: query, schema: {$ref: '#/components/schemas/M'}}
                  schemas:
                    M: {type: string, default: x, enum: [x, 'y']}
                """);
        assertThat(arguments(contract.admit(get("/things")))).isEqualTo("{\"n\":2,\"m\":\"x\"}");
        assertThat(messages(contract.admit(get("/things?m=z"))))
                .containsExactly("query \"m\" must be one of x, y, was \"z\"");
    }
}
