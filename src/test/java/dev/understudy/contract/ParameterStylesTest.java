package dev.understudy.contract;

import static dev.understudy.contract.Requests.get;
import static dev.understudy.contract.Samples.arguments;
import static dev.understudy.contract.Samples.messages;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Admission;
import dev.understudy.api.Call;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.Refusal;
import dev.understudy.api.Violation.Spelt;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.Reading;
import dev.understudy.openapi.source.Finding;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How parameters of brought documents are written: the styles of the specification, and what other spellings meet. */
class ParameterStylesTest {
    private static final Map<String, String> SCHEMAS = Map.ofEntries(
            Map.entry("int", "{type: integer}"),
            Map.entry("text", "{type: string}"),
            Map.entry("ints", "{type: array, items: {type: integer}}"),
            Map.entry("texts", "{type: array, items: {type: string}}"),
            Map.entry("rgb", "{type: object, properties: {R: {type: integer}, G: {type: integer}}}"),
            Map.entry("free", "{type: object, additionalProperties: {type: integer}}"),
            Map.entry("extended", "{allOf: [{$ref: '#/components/schemas/Page'}, {description: D}]}"),
            Map.entry(
                    "either", "{anyOf: [{type: integer, maximum: 9}, {type: boolean}, {type: string, minLength: 3}]}"),
            Map.entry("maybe", "{type: [integer, 'null']}"),
            Map.entry("codes", "{enum: [1, b, true, null]}"),
            Map.entry("fixed", "{const: 7}"),
            Map.entry("any", "{description: D}"),
            Map.entry("one-or-more", "{anyOf: [{type: integer}, {type: array, items: {type: integer}}]}"),
            Map.entry("range", "{anyOf: [{type: integer}, {type: object, properties: {gt: {type: integer}}}]}"),
            Map.entry(
                    "lists",
                    "{type: object, properties: {a: {type: array, items: {type: integer}}, b: {type: string}}}"),
            Map.entry(
                    "deep",
                    "{type: object, properties: {a: {type: object, properties: {b: {type: integer}}},"
                            + " c: {type: array, items: {type: integer}}}}"),
            Map.entry("things", "{type: array, items: {type: object, properties: {n: {type: integer}}}}"));

    private static final String DOCUMENT =
            """
            openapi: 3.1.1
            info: {title: Harbour, version: "1"}
            paths:
              /kites:
                get: {operationId: listKites, parameters: [PARAMETERS], responses: {'204': {description: D}}}
              /kites/{p}:
                get: {operationId: getKite, parameters: [PARAMETERS], responses: {'204': {description: D}}}
            components:
              schemas:
                Page: {type: integer, maximum: 9}
            """;

    private static Contract contract(String parameters, Reading... letter) {
        String yaml = DOCUMENT.replace("PARAMETERS", parameters);
        return Contract.brought("harbour", Documents.read("harbour.yaml", yaml.getBytes(UTF_8)), Set.of(letter));
    }

    /** A parameter in one line: place, style, explode and schema, such as {@code query form true ints}. */
    private static String parameter(String line) {
        String[] words = line.split(" ");
        return "{name: p, in: %s, required: %s, style: %s, explode: %s, schema: %s}"
                .formatted(
                        words[0],
                        words[0].equals("path"),
                        words[1],
                        words[2],
                        Objects.requireNonNull(SCHEMAS.get(words[3]), words[3]));
    }

    private static Admission admit(String line, String text) {
        Contract contract = contract(parameter(line));
        assertThat(contract.operations())
                .allMatch(operation -> operation.unkept().isEmpty());
        return switch (line.substring(0, line.indexOf(' '))) {
            case "path" -> contract.admit(get("/kites/" + text));
            case "header" -> contract.admit(get("/kites", "P: " + text));
            case "cookie" -> contract.admit(get("/kites", "Cookie: " + text));
            default -> contract.admit(get("/kites?" + text));
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            path simple false int     | 5                 | 5
            path simple false ints    | 3,4,5             | [3,4,5]
            path simple true ints     | 3,4,5             | [3,4,5]
            path simple false texts   | a%2Cb,c           | ["a,b","c"]
            path simple false rgb     | R,100,G,200       | {"R":100,"G":200}
            path simple true rgb      | R=100,G=200       | {"R":100,"G":200}
            path simple true int      | 5                 | 5
            path label false int      | .5                | 5
            path label true int       | .5                | 5
            path label false ints     | .3,4              | [3,4]
            path label true ints      | .3.4              | [3,4]
            path label false rgb      | .R,100,G,200      | {"R":100,"G":200}
            path label true rgb       | .R=100.G=200      | {"R":100,"G":200}
            path matrix false int     | ;p=5              | 5
            path matrix true int      | ;p=5              | 5
            path matrix false text    | ;p                | ""
            path matrix false ints    | ;p=3,4            | [3,4]
            path matrix true ints     | ;p=3;p=4          | [3,4]
            path matrix false rgb     | ;p=R,100,G,200    | {"R":100,"G":200}
            path matrix true rgb      | ;R=100;G=200      | {"R":100,"G":200}
            query form true int       | p=5               | 5
            query form false int      | p=5               | 5
            query form true ints      | p=3&p=4           | [3,4]
            query form false ints     | p=3,4             | [3,4]
            query form true rgb       | R=100&G=200       | {"R":100,"G":200}
            query form false rgb      | p=R,100,G,200     | {"R":100,"G":200}
            query form true free      | x=1&y=2           | {"x":1,"y":2}
            query spaceDelimited false ints | p=3%204     | [3,4]
            query spaceDelimited false ints | p=3+4       | [3,4]
            query spaceDelimited false rgb  | p=R%20100%20G%20200 | {"R":100,"G":200}
            query spaceDelimited true ints  | p=3&p=4     | [3,4]
            query spaceDelimited false int  | p=3         | 3
            query pipeDelimited false ints  | p=3%7C4     | [3,4]
            query pipeDelimited true ints   | p=3&p=4     | [3,4]
            query pipeDelimited true int    | p=3         | 3
            query pipeDelimited false rgb   | p=R%7C100%7CG%7C200 | {"R":100,"G":200}
            query deepObject true rgb       | p[R]=100&p%5BG%5D=200 | {"R":100,"G":200}
            query deepObject true free      | p[x]=1&p[y]=2 | {"x":1,"y":2}
            query deepObject true ints      | p[]=1&p[]=2 | [1,2]
            query deepObject true ints      | p=1&p=2     | [1,2]
            header simple false int   | 5                 | 5
            header simple true int    | 5                 | 5
            header simple false ints  | 3, 4,5            | [3,4,5]
            header simple true ints   | 3, 4,5            | [3,4,5]
            header simple false rgb   | R,100,G,200       | {"R":100,"G":200}
            header simple true rgb    | R=100, G=200      | {"R":100,"G":200}
            cookie form false int     | p=5               | 5
            cookie form false ints    | p=3,4             | [3,4]
            cookie form true ints     | p=3; p=4          | [3,4]
            cookie form false rgb     | q=1; p=R,100,G,200 | {"R":100,"G":200}
            cookie form true rgb      | R=100; G=200      | {"R":100,"G":200}
            cookie form true int      | p=5               | 5
            cookie cookie true int    | p=5               | 5
            cookie cookie false ints  | p=3,4             | [3,4]
            cookie cookie true ints   | p=3; p=4          | [3,4]
            cookie cookie true rgb    | R=100; G=200      | {"R":100,"G":200}""")
    void a_value_is_read_in_each_style_of_the_specification(String line, String text, String value) {
        assertThat(arguments(admit(line, text))).isEqualTo("{\"p\":" + value + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            path simple false int     | x                 | path "p" must be an integer, was "x"
            path simple false ints    | 3,x               | path "p" /1 must be an integer, was "x"
            path simple true ints     | 3,x               | path "p" /1 must be an integer, was "x"
            path simple false rgb     | R,x               | path "p" /R must be an integer, was "x"
            path simple true rgb      | R=x               | path "p" /R must be an integer, was "x"
            path label false ints     | .3,x              | path "p" /1 must be an integer, was "x"
            path label true ints      | .3.x              | path "p" /1 must be an integer, was "x"
            path label false rgb      | .R,x              | path "p" /R must be an integer, was "x"
            path label true rgb       | .R=x              | path "p" /R must be an integer, was "x"
            path matrix false int     | ;p=x              | path "p" must be an integer, was "x"
            path matrix false ints    | ;p=3,x            | path "p" /1 must be an integer, was "x"
            path matrix true ints     | ;p=3;p=x          | path "p" /1 must be an integer, was "x"
            path matrix false rgb     | ;p=R,x            | path "p" /R must be an integer, was "x"
            path matrix true rgb      | ;R=x              | path "p" /R must be an integer, was "x"
            query form false ints     | p=3,x             | query "p" /1 must be an integer, was "x"
            query form false rgb      | p=R,x             | query "p" /R must be an integer, was "x"
            query form true free      | x=x               | query "p" /x must be an integer, was "x"
            query spaceDelimited false ints | p=3%20x     | query "p" /1 must be an integer, was "x"
            query spaceDelimited false rgb  | p=R%20x     | query "p" /R must be an integer, was "x"
            query pipeDelimited false ints  | p=3%7Cx     | query "p" /1 must be an integer, was "x"
            query pipeDelimited false rgb   | p=R%7Cx     | query "p" /R must be an integer, was "x"
            query deepObject true rgb       | p[R]=x      | query "p" /R must be an integer, was "x"
            query deepObject true ints      | p[]=3&p[]=x | query "p" /1 must be an integer, was "x"
            header simple false int   | x                 | header "p" must be an integer, was "x"
            header simple false ints  | 3, x              | header "p" /1 must be an integer, was "x"
            header simple false rgb   | R,x               | header "p" /R must be an integer, was "x"
            header simple true rgb    | R=x               | header "p" /R must be an integer, was "x"
            cookie form false ints    | p=3,x             | cookie "p" /1 must be an integer, was "x"
            cookie form true ints     | p=3; p=x          | cookie "p" /1 must be an integer, was "x"
            cookie form false rgb     | p=R,x             | cookie "p" /R must be an integer, was "x"
            cookie form true rgb      | R=x               | cookie "p" /R must be an integer, was "x"
            cookie cookie false ints  | p=3,x             | cookie "p" /1 must be an integer, was "x"
            cookie cookie true rgb    | R=x               | cookie "p" /R must be an integer, was "x\"""")
    void a_value_of_another_type_is_refused_in_each_style_where_it_stands(String line, String text, String message) {
        assertThat(messages(admit(line, text))).containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            path   | %7B%22n%22:1%7D   | {"p":{"n":1}}
            path   | %7B%22n%22:%22%22%7D | refused: [path "p" /n must be an integer, was ""]
            query  | p=%7B%22n%22:1%7D | {"p":{"n":1}}
            query  | p=%7B%7D          | refused: [query "p" /n must be given, was missing]
            header | {"n":1}           | {"p":{"n":1}}
            header | {"n"              | refused: [header "p" must be whole, was cut off here]
            cookie | p={"n":1}         | {"p":{"n":1}}
            cookie | p=1               | refused: [cookie "p" must be an object, was 1]""")
    void a_parameter_of_json_is_read_in_each_place(String place, String text, String read) {
        String json = "{type: object, required: [n], properties: {n: {type: integer}}}";
        Contract contract = contract("{name: p, in: %s, required: %s, content: {application/json: {schema: %s}}}"
                .formatted(place, place.equals("path"), json));
        Admission admission =
                switch (place) {
                    case "path" -> contract.admit(get("/kites/" + text));
                    case "header" -> contract.admit(get("/kites", "P: " + text));
                    case "cookie" -> contract.admit(get("/kites", "Cookie: " + text));
                    default -> contract.admit(get("/kites?" + text));
                };

        assertThat(arguments(admission)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            extended    | p=9               | 9
            either      | p=9               | 9
            either      | p=true            | true
            either      | p=10              | refused
            either      | p=1000            | "1000"
            maybe       | p=5               | 5
            maybe       | p=null            | null
            codes       | p=1               | 1
            codes       | p=b               | "b"
            codes       | p=true            | true
            codes       | p=null            | null
            fixed       | p=7               | 7
            any         | p=7               | "7"
            one-or-more | p=7               | 7
            one-or-more | p=7&p=8           | [7,8]""")
    void a_text_is_the_first_type_that_the_schema_admits(String schema, String query, String value) {
        assertThat(arguments(admit("query form true " + schema, query))).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            extended | p=x  | query "p" must be an integer, was "x"
            extended | p=10 | query "p" must be at most 9, was 10
            maybe    | p=x  | query "p" must be an integer or null, was "x"
            codes    | p=c  | query "p" must be one of 1, b, true, null, was "c"
            fixed    | p=8  | query "p" must be 7, was "8\"""")
    void a_text_of_no_type_is_refused_by_what_the_schema_expects(String schema, String query, String message) {
        assertThat(messages(admit("query form true " + schema, query))).containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            form true lists        | a=1&a=2&b=x         | {"a":[1,2],"b":"x"}
            form true lists        | a[]=1&a[]=2         | {"a":[1,2]}
            form true deep         | a[b]=1&c=2          | {"a":{"b":1},"c":[2]}
            form true things       | p[0][n]=1&p[1][n]=2 | [{"n":1},{"n":2}]
            form false things      | p=%5B%7B%22n%22:1%7D%5D | [{"n":1}]
            deepObject true deep   | p[a][b]=1&p[c][]=2&p[c][]=3 | {"a":{"b":1},"c":[2,3]}
            deepObject true deep   | p[c][0]=2&p[c][1]=3 | {"c":[2,3]}
            deepObject true deep   | p[c][10]=3&p[c][9]=2 | {"c":[2,3]}
            deepObject true deep   | p[c]=2&p[c]=3       | {"c":[2,3]}
            deepObject true range  | p[gt]=2             | {"gt":2}
            deepObject true range  | p=2                 | 2""")
    void what_the_specification_leaves_open_is_read_in_brackets(String style, String query, String value) {
        assertThat(arguments(admit("query " + style, query))).isEqualTo("{\"p\":" + value + "}");
    }

    @Test
    void a_parameter_that_no_style_writes_is_a_hint() {
        assertThat(contract(parameter("query deepObject true deep")).findings())
                .extracting(Finding::kind)
                .contains("nested-parameter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            query form true ints           | p[]=1&p[]=2       | p=1&p=2
            query form true ints           | p[0]=1&p[1]=2     | p=1&p=2
            query form true ints           | p.0=1&p.1=2       | p=1&p=2
            query form true ints           | p=1,2             | p=1&p=2
            query form true ints           | p=1%2C2           | p=1&p=2
            query form true ints           | p=1%7C2           | p=1&p=2
            query form true ints           | p=1;2             | p=1&p=2
            query form true ints           | p=%5B1,2%5D       | p=1&p=2
            query form false ints          | p[]=1&p[]=2       | p=1,2
            query form false ints          | p[0]=1            | p=1
            query form false ints          | p=1%2C2           | p=1,2
            query form false ints          | p=1%202           | p=1,2
            query form false ints          | p=%5B1,2%5D       | p=1,2
            query spaceDelimited false ints | p=1,2            | p=1%202
            query spaceDelimited false ints | p=1&p=2          | p=1%202
            query spaceDelimited false ints | p[]=1&p[]=2      | p=1%202
            query pipeDelimited false ints | p=1,2             | p=1%7C2
            query pipeDelimited false ints | p=1&p=2           | p=1%7C2
            query pipeDelimited false ints | p=%5B1,2%5D       | p=1%7C2
            query deepObject true ints     | p=1,2             | p[]=1&p[]=2
            query form true rgb            | p[R]=1&p[G]=2     | R=1&G=2
            query form true rgb            | p.R=1&p.G=2       | R=1&G=2
            query form true rgb            | p=R,1,G,2         | R=1&G=2
            query form true rgb            | p=%7B%22R%22:1%7D | R=1
            query form true free           | p[x]=1            | x=1
            query form false rgb           | p[R]=1&p[G]=2     | p=R,1,G,2
            query form false rgb           | p.R=1&p.G=2       | p=R,1,G,2
            query form false rgb           | p=R=1,G=2         | p=R,1,G,2
            query form false rgb           | p=%7B%22R%22:1%7D | p=R,1
            query pipeDelimited false rgb  | p=R,1,G,2         | p=R%7C1%7CG%7C2
            query deepObject true rgb      | p.R=1&p.G=2       | p[R]=1&p[G]=2
            query deepObject true rgb      | R=1&G=2           | p[R]=1&p[G]=2
            query deepObject true rgb      | p=R,1,G,2         | p[R]=1&p[G]=2
            query deepObject true rgb      | p=R:1             | p[R]=1
            query deepObject true rgb      | p=%7B%22R%22:1%7D | p[R]=1
            path simple false ints         | 1%2C2             | 1,2
            path simple false ints         | %5B1,2%5D         | 1,2
            path simple false ints         | 1%7C2             | 1,2
            path simple false rgb          | R=1,G=2           | R,1,G,2
            path simple true rgb           | R,1,G,2           | R=1,G=2
            path label false ints          | 1,2               | .1,2
            path label true ints           | .1,2              | .1.2
            path matrix false ints         | 1,2               | ;p=1,2
            path matrix true ints          | ;p=1,2            | ;p=1;p=2
            header simple false ints       | [1,2]             | 1,2
            header simple true rgb         | R,1,G,2           | R=1,G=2
            cookie form false ints         | p=1%2C2           | p=1,2
            cookie form false ints         | p=1; p=2          | p=1,2""")
    void another_spelling_is_refused_with_the_one_that_is_read(String line, String text, String read) {
        assertThat(admit(line, text)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.violations()).hasSize(1);
            assertThat(refusal.violations().get(0).help().spelt())
                    .isNotNull()
                    .extracting(Spelt::read)
                    .isEqualTo(read);
            assertThat(refusal.violations().get(0).message()).contains("must be sent as " + read + " (");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            query form false ints      | p=3,4       | [3,4]
            query form false ints      | p=3&p=4     | [3,4]
            query form false texts     | p=a%2Cb&p=c | ["a,b","c"]
            query form false texts     | p=a,b       | ["a","b"]
            query form false one-or-more | p=3&p=4   | [3,4]
            query deepObject true ints | p=3&p=4     | [3,4]
            query deepObject true ints | p[]=3&p[]=4 | [3,4]
            query deepObject true ints | p[1]=4&p[0]=3 | [3,4]""")
    void a_list_that_is_declared_otherwise_is_taken_repeated_too(String line, String text, String value) {
        assertThat(arguments(admit(line, text))).isEqualTo("{\"p\":" + value + "}");
        assertThat(contract(parameter(line)).findings())
                .extracting(Finding::kind)
                .contains("repeated-list");
    }

    @Test
    void by_the_letter_a_list_is_taken_as_it_is_declared() {
        Contract letter = contract(parameter("query form false ints"), Reading.REPEATED_LIST);

        assertThat(messages(letter.admit(get("/kites?p=1&p=2"))))
                .containsExactly("query \"p\" must be sent as p=1,2 (form), was sent 2 times");
    }

    @Test
    void the_refusal_says_what_was_sent_and_what_is_read() {
        assertThat(messages(admit("query form true ints", "p[0]=1&p[1]=2")))
                .containsExactly("query \"p\" must be sent as p=1&p=2 (form, exploded), was sent with an index");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            query form true ints  | p=1&p=x   | query "p" /1 must be an integer, was "x"
            query form false ints | p=        | query "p" must be left out where the list is empty, was sent without a value
            query form true rgb   | R=x       | query "p" /R must be an integer, was "x"
            query deepObject true rgb | p[R]=1&p[R]=2 | query "p" /R must be given once, was given 2 times
            query form false rgb  | p=R,1,G   | query "p" must have a value for each key (form), was "R,1,G"
            path label false int  | x5        | path "p" must begin with a dot (label), was "x5\"""")
    void a_wrong_value_in_the_right_style_is_refused_where_it_stands(String line, String text, String message) {
        assertThat(messages(admit(line, text))).containsExactly(message);
    }

    @Test
    void an_empty_list_that_must_be_given_is_not_to_be_left_out() {
        Contract contract = contract(
                "{name: ids, in: query, required: true, explode: false, schema: {type: array, items: {type: integer}}}");

        assertThat(messages(contract.admit(get("/kites?ids="))))
                .containsExactly("query \"ids\" /0 must be an integer, was \"\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            query deepObject true rgb | p=%5Bobject+Object%5D | p[R]=… (deepObject)
            query form true rgb       | p=%5Bobject%20Object%5D | R=… (form, exploded)
            query form false rgb      | p=[object%20Object]   | p=R,… (form)
            header simple true rgb    | [object Object]       | R=… (simple, exploded)
            query deepObject true free | p=[object+Object]    | p[key]=… (deepObject)""")
    void an_object_that_JavaScript_made_a_text_of_is_refused_with_how_it_is_sent(
            String line, String text, String written) {
        assertThat(messages(admit(line, text)))
                .singleElement()
                .asString()
                .endsWith("\"p\" must be sent as " + written
                        + ", was sent as [object Object], which JavaScript makes of an object in a text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            j=%7B%22a%22:1%7D | {"f":3,"j":{"a":1},"d":5,"o":[1,2]}
            t=%22x%22         | {"t":"\\"x\\"","f":3,"d":5,"o":[1,2]}
            e=                | {"f":3,"d":5,"o":[1,2]}
            f=                | {"f":3,"d":5,"o":[1,2]}
            o=7               | {"o":[7],"f":3,"d":5}
            j=%7B             | refused: [query "j" must
            j=%7B%22a%22:%22x%22%7D | refused: [query "j" /a must be an integer, was "x"]""")
    void content_empty_values_and_defaults_are_read(String query, String values) {
        Contract contract = contract(
                """
                {name: j, in: query, content: {application/json: {schema: {properties: {a: {type: integer}}}}}},
                {name: t, in: query, content: {text/plain: {schema: {type: string}}}},
                {name: e, in: query, allowEmptyValue: true, schema: {type: integer}},
                {name: f, in: query, allowEmptyValue: true, schema: {type: integer, default: 3}},
                {name: d, in: query, content: {application/json: {schema: {type: integer, default: 5}}}},
                {name: o, in: query, explode: false, schema: {type: array, items: {type: integer}, default: [1, 2]}}
                """
                        .replace("\n", " "));

        Admission admission = contract.admit(get("/kites?" + query));

        if (admission instanceof Call call) {
            assertThat(call.arguments().query()).isEqualTo(json(values));
        } else {
            assertThat(arguments(admission)).startsWith(values);
        }
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text.getBytes(UTF_8));
        } catch (MalformedJson e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void keys_that_an_object_takes_are_not_misspelt_names_of_others() {
        Contract contract = contract("{name: limit, in: query, schema: {type: integer}}, "
                + "{name: filter, in: query, schema: {type: object, additionalProperties: true}}, "
                + "{name: where, in: query, style: deepObject, schema: {type: object}}");

        Admission admission = contract.admit(get("/kites?limit=1&limits=2&Limit=3&where[limit]=4"));

        assertThat(arguments(admission))
                .isEqualTo("{\"limit\":1,\"filter\":{\"limits\":\"2\",\"Limit\":\"3\"},\"where\":{\"limit\":\"4\"}}");
    }

    @Test
    void keys_that_an_object_does_not_take_are_still_found_misspelt() {
        Contract contract = contract("{name: limit, in: query, schema: {type: integer}}, "
                + "{name: p, in: query, schema: {type: object, properties: {colour: {type: string}}}}");

        assertThat(messages(contract.admit(get("/kites?Limit=3&colours=4")))).hasSize(2);
    }
}
