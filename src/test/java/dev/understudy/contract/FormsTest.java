package dev.understudy.contract;

import static dev.understudy.contract.Requests.request;
import static dev.understudy.contract.Samples.messages;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Admission;
import dev.understudy.api.Call;
import dev.understudy.api.Json;
import dev.understudy.api.Refusal;
import dev.understudy.contract.form.FormBody;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.source.Finding;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of brought documents that are forms of {@code application/x-www-form-urlencoded}. */
class FormsTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Map<String, String> SCHEMAS = Map.ofEntries(
            Map.entry("int", "{type: integer}"),
            Map.entry("text", "{type: string}"),
            Map.entry("ints", "{type: array, items: {type: integer}}"),
            Map.entry("texts", "{type: array, items: {type: string}}"),
            Map.entry("codes", "{type: array, items: {enum: [fig, plum]}}"),
            Map.entry("rgb", "{type: object, properties: {R: {type: integer}, G: {type: integer}}}"),
            Map.entry("things", "{type: array, items: {type: object, properties: {n: {type: integer}}}}"),
            Map.entry("any", "{description: D}"),
            Map.entry("free", "{nullable: true}"),
            Map.entry(
                    "deep",
                    "{type: object, properties: {a: {type: object, properties: {b: {type: integer}}},"
                            + " c: {type: array, items: {type: object, properties: {d: {type: boolean},"
                            + " e: {type: array, items: {type: string}}}}}}}"),
            Map.entry(
                    "cleared",
                    "{anyOf: [{type: object, additionalProperties: {type: string}}, {type: string, enum: ['']}]}"));

    static Contract contract(String type, String media) {
        String yaml =
                """
                openapi: 3.0.4
                info: {title: Harbour, version: "1"}
                paths:
                  /kites:
                    post:
                      operationId: flyKite
                      requestBody: {required: true, content: {TYPE: MEDIA}}
                      responses: {'204': {description: D}}
                """
                        .replace("TYPE", type)
                        .replace("MEDIA", media);
        return Contract.brought("harbour", Documents.read("harbour.yaml", yaml.getBytes(UTF_8)));
    }

    /** A form of one field: schema and encoding. */
    private static Contract field(String schema, String encoding) {
        return contract(
                FORM,
                "{schema: {type: object, properties: {p: %s}}, encoding: {p: %s}}"
                        .formatted(Objects.requireNonNull(SCHEMAS.get(schema), schema), encoding));
    }

    private static Admission post(Contract contract, String form) {
        return contract.admit(request("POST", "/kites", form.getBytes(UTF_8), "Content-Type: " + FORM));
    }

    private static String body(Admission admission) {
        return admission instanceof Call call
                ? String.valueOf(call.arguments().body())
                : String.join("\n", messages(admission));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            int    | {}                      | p=5                 | 5
            text   | {}                      | p=a+b%26c           | "a b&c"
            text   | {}                      | p=é=1               | "é=1"
            text   | {allowReserved: true}   | p=http://x/?a       | "http://x/?a"
            ints   | {}                      | p=1&p=2             | [1,2]
            texts  | {}                      | p=fig,plum          | ["fig,plum"]
            ints   | {explode: false}        | p=1,2               | [1,2]
            texts  | {explode: false}        | p=fig,plum          | ["fig","plum"]
            ints   | {style: spaceDelimited} | p=1%202             | [1,2]
            ints   | {style: pipeDelimited}  | p=1%7C2             | [1,2]
            ints   | {style: deepObject}     | p[]=1&p[]=2         | [1,2]
            ints   | {style: deepObject}     | p[0]=1&p[1]=2       | [1,2]
            ints   | {contentType: application/json} | p=%5B1,2%5D | [1,2]
            rgb    | {}                      | p={"R":1}           | {"R":1}
            rgb    | {}                      | p[R]=1&p[G]=2       | {"R":1,"G":2}
            rgb    | {style: form}           | R=1&G=2             | {"R":1,"G":2}
            rgb    | {explode: false}        | p=R,1,G,2           | {"R":1,"G":2}
            rgb    | {style: deepObject}     | p[R]=1&p[G]=2       | {"R":1,"G":2}
            things | {}                      | p={"n":1}&p={"n":2} | [{"n":1},{"n":2}]
            things | {}                      | p=[{"n":1}]         | [{"n":1}]
            things | {}                      | p[0][n]=1&p[1][n]=2 | [{"n":1},{"n":2}]
            deep   | {style: deepObject}     | p[a][b]=1&p[c][0][d]=true&p[c][0][e][]=x&p[c][0][e][]=y&p[c][1][d]=false | {"a":{"b":1},"c":[{"d":true,"e":["x","y"]},{"d":false}]}
            cleared | {style: deepObject}    | p=                  | ""
            cleared | {style: deepObject}    | p[x]=1              | {"x":"1"}
            free   | {}                      | p=1                 | "1"
            any    | {}                      | p=1                 | "1"
            any    | {}                      | p=1&p=2             | ["1","2"]
            any    | {}                      | p[a][]=1            | {"a":["1"]}""")
    void a_field_is_read_by_its_encoding(String schema, String encoding, String form, String value) {
        assertThat(body(post(field(schema, encoding), form))).isEqualTo("{\"p\":" + value + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ints   | {}                      | p[]=1&p[]=2       | body /p must be sent as p=1&p=2 (form, exploded), was sent with brackets
            ints   | {}                      | p[0]=1&p[1]=2     | body /p must be sent as p=1&p=2 (form, exploded), was sent with an index
            ints   | {}                      | p=1,2             | body /p must be sent as p=1&p=2 (form, exploded), was sent in another style
            codes  | {}                      | p=fig,plum        | body /p must be sent as p=fig&p=plum (form, exploded), was sent in another style
            ints   | {explode: false}        | p=1&p=2           | body /p must be sent as p=1,2 (form), was sent 2 times
            ints   | {explode: false}        | p[]=1             | body /p must be sent as p=1 (form), was sent with brackets
            ints   | {style: pipeDelimited}  | p=1,2             | body /p must be sent as p=1%7C2 (pipeDelimited), was sent in another style
            rgb    | {}                      | p.R=1             | body /p must be sent as p[R]=1 (deepObject), was sent with a dot
            rgb    | {style: deepObject}     | p={"R":1}         | body /p must be sent as p[R]=1 (deepObject), was sent in one text
            rgb    | {style: form}           | p[R]=1            | body /p must be sent as R=1 (form, exploded), was sent with brackets
            int    | {}                      | p=x               | body /p must be an integer, was "x"
            int    | {}                      | p=1&p=2           | body /p must be given once, was given 2 times
            int    | {}                      | p=%zz             | body /p must be percent-encoded UTF-8, was "%zz"
            rgb    | {}                      | p={"R":"x"}       | body /p/R must be an integer, was "x"
            rgb    | {}                      | p={"R":1&q=1      | body /p must be whole, was cut off here (line 1, column 7)
            rgb    | {}                      | p={"R":1}&p[G]=2  | body /p must be given in one spelling, was a text and keys in brackets
            deep   | {style: deepObject}     | p[a]]=1           | body /p/a must be an object, was "1"
            deep   | {style: deepObject}     | p[a]x[b]=1        | body /p/a must be an object, was "1"
            deep   | {style: deepObject}     | p[a]=1&p[a][b]=2  | body /p/a must be given in one spelling, was a text and keys in brackets
            things | {}                      | p={"n":1}&p={"n":"x"} | body /p/1/n must be an integer, was "x\"""")
    void what_is_written_otherwise_is_refused_with_what_is_read(
            String schema, String encoding, String form, String message) {
        assertThat(messages(post(field(schema, encoding), form))).containsExactly(message);
    }

    @Test
    void all_that_a_form_breaks_of_its_schema_is_told_together() {
        Contract contract = contract(
                FORM,
                """
                {schema: {type: object, required: [name, count, size], additionalProperties: false, properties: {
                  name: {type: string, minLength: 3}, count: {type: integer}, size: {type: number, maximum: 3}}}}
                """
                        .replace("\n", " "));

        assertThat(messages(post(contract, "name=ab&count=x&other=1&size=4")))
                .containsExactlyInAnyOrder(
                        "body /count must be an integer, was \"x\"",
                        "body /name must have at least 3 characters, was \"ab\"",
                        "body /other must be left out, was \"1\"",
                        "body /size must be at most 3, was 4");
        assertThat(messages(post(contract, "")))
                .containsExactlyInAnyOrder(
                        "body /name must be given, was missing",
                        "body /count must be given, was missing",
                        "body /size must be given, was missing");
    }

    /** The case N30. */
    @Test
    void a_list_is_a_repeated_key_and_brackets_make_another() {
        String open = "{schema: {type: object, properties: {toppings: {type: array, items: {type: string}}}}%s}";
        Contract repeated = contract(FORM, open.formatted(""));
        Contract joined = contract(FORM, open.formatted(", encoding: {toppings: {explode: false}}"));

        assertThat(body(post(repeated, "toppings=fig&toppings=plum"))).isEqualTo("{\"toppings\":[\"fig\",\"plum\"]}");
        assertThat(body(post(joined, "toppings=fig,plum"))).isEqualTo("{\"toppings\":[\"fig\",\"plum\"]}");
        assertThat(messages(post(repeated, "toppings[]=fig")))
                .containsExactly(
                        "body /toppings must be sent as toppings=fig (form, exploded), was sent with brackets");
    }

    /** The case N38. */
    @Test
    void json_to_an_operation_that_takes_a_form_is_not_supported() {
        Admission admission = field("int", "{}")
                .admit(request("POST", "/kites", "{\"p\":1}".getBytes(UTF_8), "Content-Type: application/json"));

        assertThat(admission).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.status())
                .isEqualTo(415));
        assertThat(messages(admission))
                .containsExactly("header \"Content-Type\" must be " + FORM + ", was \"application/json\"");
    }

    @Test
    void keys_that_are_not_declared_are_read_as_the_schema_has_others() {
        String others = "{schema: {type: object, properties: {a: {type: integer}}, additionalProperties: %s}}";

        assertThat(body(post(contract(FORM, others.formatted("true")), "a=1&b=2&c[x]=3&d=4&d=5")))
                .isEqualTo("{\"a\":1,\"b\":\"2\",\"c\":{\"x\":\"3\"},\"d\":[\"4\",\"5\"]}");
        assertThat(body(post(contract(FORM, others.formatted("{type: integer}")), "a=1&b=2")))
                .isEqualTo("{\"a\":1,\"b\":2}");
        assertThat(messages(post(contract(FORM, others.formatted("false")), "a=1&bb=2&c.d=3")))
                .containsExactly("body /bb must be left out, was \"2\"", "body /c.d must be left out, was \"3\"");
        assertThat(body(post(contract(FORM, "{}"), "a=1&b=2"))).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"p":1}   | body must be a form such as p=…, was JSON: "{\\"p\\":1}"
            %zz=1&p=1 | body must be percent-encoded UTF-8, was "%zz=1"
            p=1&%ff=1 | body must be percent-encoded UTF-8, was "%ff=1\"""")
    void what_is_no_form_is_refused(String form, String message) {
        assertThat(messages(post(field("int", "{}"), form))).containsExactly(message);
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        Admission admission = field("text", "{}")
                .admit(request("POST", "/kites", "p=\u00e9".getBytes(ISO_8859_1), "Content-Type: " + FORM));

        assertThat(messages(admission)).containsExactly("body /p must be percent-encoded UTF-8, was \"%E9\"");
    }

    @Tag("slow")
    @Test
    void a_hundred_thousand_keys_are_read_in_one_pass_each() {
        var form = new StringBuilder("p=1");
        for (int i = 0; i < 100_000; i++) {
            form.append("&k").append(i).append("=1&p.").append(i).append("=1");
        }

        assertThat(messages(post(field("int", "{}"), form.toString()))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            rgb | {contentType: application/xml}
            rgb | {style: matrix}""")
    void an_encoding_that_is_not_read_is_a_gap(String schema, String encoding) {
        Contract contract = field(schema, encoding);

        assertThat(contract.findings()).extracting(Finding::kind).contains("field-encoding");
        assertThat(contract.operations())
                .allMatch(operation -> operation.unkept().isPresent());
    }

    /** As Stripe's document writes it. */
    @Test
    void objects_in_lists_in_objects_are_read_in_brackets() {
        Contract contract = contract(
                FORM,
                """
                {encoding: {items: {style: deepObject, explode: true}, expand: {style: deepObject, explode: true}},
                 schema: {type: object, additionalProperties: false, required: [items], properties: {
                   expand: {type: array, items: {type: string}},
                   items: {type: array, items: {type: object, required: [price], properties: {
                     price: {type: string}, quantity: {type: integer},
                     metadata: {anyOf: [{type: object, additionalProperties: {type: string}}, {type: string, enum: ['']}]}}}}}}}
                """
                        .replace("\n", " "));

        assertThat(body(post(
                        contract,
                        "items[0][price]=p_1&items[0][metadata][a]=b&items[1][price]=p_2&items[1][quantity]=3"
                                + "&expand[]=x&items[1][metadata]=")))
                .isEqualTo("{\"expand\":[\"x\"],\"items\":[{\"price\":\"p_1\",\"metadata\":{\"a\":\"b\"}},"
                        + "{\"price\":\"p_2\",\"quantity\":3,\"metadata\":\"\"}]}");
        assertThat(messages(post(contract, "items[0][quantity]=x&items[1][quantity]=1.5")))
                .contains("body /items/0/quantity must be an integer, was \"x\"");
    }

    @Test
    void a_form_without_fields_is_one() {
        Contract contract = contract(FORM, "{schema: {type: object, properties: {p: {type: integer}}}}");

        assertThat(body(post(contract, ""))).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            int    | {}                      | 5                    | p=5
            text   | {}                      | "a&b=c d%"           | p=a%26b%3Dc%20d%25
            ints   | {}                      | [1,2]                | p=1&p=2
            texts  | {explode: false}        | ["a,b","c"]          | p=a%2Cb,c
            ints   | {style: spaceDelimited, explode: false} | [1,2] | p=1%202
            ints   | {style: deepObject}     | [1,2]                | p[]=1&p[]=2
            rgb    | {}                      | {"R":1}              | p=%7B%22R%22:1%7D
            rgb    | {style: form}           | {"R":1,"G":2}        | R=1&G=2
            rgb    | {explode: false}        | {"R":1,"G":2}        | p=R,1,G,2
            things | {}                      | [{"n":1},{"n":2}]    | p=%7B%22n%22:1%7D&p=%7B%22n%22:2%7D
            things | {}                      | []                   | p=%5B%5D
            deep   | {style: deepObject}     | {"a":{"b":1},"c":[{"d":true,"e":["x"]}]} | p[a][b]=1&p[c][0][d]=true&p[c][0][e][0]=x
            cleared | {style: deepObject}    | ""                   | p=
            any    | {}                      | {"a":["1"]}          | p[a][0]=1""")
    void what_is_written_is_read_back(String schema, String encoding, String value, String form) throws Exception {
        Contract contract = field(schema, encoding);
        FormBody fields = Objects.requireNonNull(contract.operations()
                .get(0)
                .body()
                .orElseThrow()
                .contents()
                .get(0)
                .fields());

        FormBody.Written written = fields.write(Json.read(("{\"p\":" + value + "}").getBytes(UTF_8)));

        assertThat(new String(written.bytes(), UTF_8)).isEqualTo(form);
        assertThat(body(post(contract, form))).isEqualTo("{\"p\":" + value + "}");
    }
}
