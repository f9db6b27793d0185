package dev.understudy.contract;

import static dev.understudy.contract.Requests.request;
import static dev.understudy.contract.Samples.messages;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Admission;
import dev.understudy.api.Call;
import dev.understudy.api.Json;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.source.Finding;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of brought documents that are XML. */
class XmlTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    /** Properties of the schema Kite. */
    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("plain", "n: {type: integer}, s: {type: string}"),
            Map.entry("named", "n: {type: integer, xml: {name: number}}"),
            Map.entry("attribute", "n: {type: integer, xml: {attribute: true, name: no}}, s: {type: string}"),
            Map.entry("list", "p: {type: array, items: {type: string, xml: {name: item}}, xml: {name: aliens}}"),
            Map.entry("bare", "p: {type: array, items: {type: integer}}"),
            Map.entry("wrapped", "p: {type: array, items: {type: integer}, xml: {wrapped: true}}"),
            Map.entry(
                    "wrapped-both",
                    "p: {type: array, items: {type: integer, xml: {name: item}}, xml: {name: all, wrapped: true}}"),
            Map.entry("inner", "p: {type: object, properties: {a: {type: boolean}}}"),
            Map.entry("objects", "p: {type: array, items: {type: object, properties: {a: {type: number}}}}"),
            Map.entry("space", "n: {type: integer, xml: {namespace: 'urn:k', prefix: k}}"),
            Map.entry("default-space", "p: {type: object, xml: {namespace: 'urn:k'}, properties: {a: {type: string}}}"),
            Map.entry("nothing", "n: {type: [integer, 'null']}"),
            Map.entry("text", "n: {type: integer, xml: {attribute: true}}, s: {type: string, xml: {nodeType: text}}"),
            Map.entry(
                    "twice",
                    "a: {$ref: '#/components/schemas/Sum'}, b: {$ref: '#/components/schemas/Sum'},"
                            + " c: {$ref: '#/components/schemas/Word'}"),
            Map.entry("cdata", "s: {type: string, xml: {nodeType: cdata}}"));

    private static Contract contract(String properties, String more) {
        String yaml =
                """
                openapi: 3.1.1
                info: {title: Harbour, version: "1"}
                paths:
                  /kites:
                    post:
                      operationId: flyKite
                      requestBody: {required: true, content: {application/xml: {schema: {$ref: '#/components/schemas/Kite'}}}}
                      responses: {'204': {description: D}}
                components:
                  schemas:
                    Kite: {type: object, MORE properties: {PROPERTIES}}
                    Sum: {type: integer, xml: {name: sum}}
                    Word: {type: string, xml: {name: word}}
                """
                        .replace("PROPERTIES", properties)
                        .replace("MORE", more);
        return Contract.brought("harbour", Documents.read("harbour.yaml", yaml.getBytes(UTF_8)));
    }

    private static Contract contract(String name) {
        return contract(Objects.requireNonNull(PROPERTIES.get(name), name), "");
    }

    private static Admission post(Contract contract, String xml) {
        return contract.admit(request("POST", "/kites", xml.getBytes(UTF_8), "Content-Type: application/xml"));
    }

    private static String body(Admission admission) {
        assertThat(messages(admission)).isEmpty();
        return String.valueOf(((Call) admission).arguments().body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            plain         | <Kite><n>7</n><s>a &amp; b</s></Kite>                  | {"n":7,"s":"a & b"}
            named         | <Kite><number>7</number></Kite>                        | {"n":7}
            attribute     | <Kite no="7"><s></s></Kite>                            | {"n":7,"s":""}
            list          | <Kite><item>a</item><item>b</item></Kite>              | {"p":["a","b"]}
            bare          | <Kite><p>1</p></Kite>                                  | {"p":[1]}
            bare          | <Kite></Kite>                                          | {"p":[]}
            wrapped       | <Kite><p><p>1</p><p>2</p></p></Kite>                   | {"p":[1,2]}
            wrapped       | <Kite><p></p></Kite>                                   | {"p":[]}
            wrapped-both  | <Kite><all><item>1</item></all></Kite>                 | {"p":[1]}
            inner         | <Kite><p><a>true</a></p></Kite>                        | {"p":{"a":true}}
            objects       | <Kite><p><a>1.5</a></p><p></p></Kite>                  | {"p":[{"a":1.5},{}]}
            space         | <Kite><k:n xmlns:k="urn:k">7</k:n></Kite>              | {"n":7}
            default-space | <Kite><p xmlns="urn:k"><a>x</a></p></Kite>             | {"p":{"a":"x"}}
            nothing       | <Kite><n xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"></n></Kite> | {"n":null}
            text          | <Kite n="7">hello</Kite>                               | {"n":7,"s":"hello"}
            twice         | <Kite><a>1</a><b>2</b><word>x</word></Kite>            | {"a":1,"b":2,"c":"x"}
            cdata         | <Kite><![CDATA[a < b]]></Kite>                         | {"s":"a < b"}""")
    void a_value_is_read_and_written_by_its_xml_objects(String properties, String xml, String value) throws Exception {
        Contract contract = contract(properties);
        Content content =
                contract.operations().get(0).body().orElseThrow().contents().get(0);

        assertThat(body(post(contract, xml))).isEqualTo(value);
        assertThat(new String(content.write(Json.read(value.getBytes(UTF_8))), UTF_8))
                .isEqualTo(HEAD + xml);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            plain | <Kite><n>x</n></Kite>           | body /n must be an integer, was "x"
            plain | <Kite><n>1</n><n>2</n></Kite>   | body /n must be an integer, was [1,2]
            plain | <Boat/>                         | body must be the element Kite, was "Boat" (line 1, column 1)
            inner | <Kite><p><a>1</a></p></Kite>    | body /p/a must be true or false, was "1\"""")
    void what_breaks_the_schema_is_refused_where_it_stands(String properties, String xml, String message) {
        assertThat(messages(post(contract(properties), xml)))
                .singleElement()
                .asString()
                .contains(message.replace("true or false", "a boolean"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Kite><n>7</Kite>",
                "<Kite>",
                "7",
                "<!DOCTYPE Kite [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><Kite><s>&e;</s></Kite>",
                "<!DOCTYPE Kite SYSTEM 'http://127.0.0.1:1/kite.dtd'><Kite/>",
                "<!DOCTYPE a [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><Kite><s>&b;</s></Kite>",
                "<Kite><s>&e;</s></Kite>"
            })
    void what_is_no_xml_of_its_own_is_refused(String xml) {
        assertThat(messages(post(contract("plain"), xml)))
                .singleElement()
                .asString()
                .startsWith("body must ");
    }

    @Test
    void what_is_no_utf_8_is_refused() {
        byte[] latin = "<?xml version='1.0' encoding='ISO-8859-1'?><Kite><s>\u00e9</s></Kite>".getBytes(ISO_8859_1);

        assertThat(messages(contract("plain").admit(request("POST", "/kites", latin, "Content-Type: application/xml"))))
                .containsExactly("body must be text in UTF-8, was other bytes (line 1, column 1)");
    }

    @Test
    void elements_are_nested_a_hundred_deep_at_most() {
        String deep = "<a>".repeat(100_000);

        assertThat(messages(post(contract("plain"), deep)))
                .singleElement()
                .asString()
                .contains("be at most 100 elements deep");
    }

    @Test
    void elements_that_are_not_declared_are_read_as_they_stand() {
        Contract open = contract("n: {type: integer}", "");
        Contract closed = contract("n: {type: integer}", "additionalProperties: false,");
        String xml = "<Kite b='1'><n>1</n><o>x</o><o><p>y</p></o></Kite>";

        assertThat(body(post(open, xml))).isEqualTo("{\"n\":1,\"b\":\"1\",\"o\":[\"x\",{\"p\":\"y\"}]}");
        assertThat(messages(post(closed, xml))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p: {type: object, xml: {attribute: true}}",
                "p: {type: string, xml: {nodeType: none}}",
                "'a b': {type: string}"
            })
    void what_no_xml_can_be_is_a_gap(String properties) {
        Contract contract = contract(properties, "");

        assertThat(contract.findings()).extracting(Finding::kind).contains("xml");
        assertThat(contract.operations())
                .allMatch(operation -> operation.unkept().isPresent());
    }

    private static Contract tides(String schema) {
        return Contract.brought(
                "harbour",
                Documents.read(
                        "harbour.yaml",
                        """
                        openapi: 3.0.4
                        info: {title: Harbour, version: "1"}
                        paths:
                          /tides:
                            get: {responses: {'200': {description: D, content: {application/xml: {schema: SCHEMA}}}}}
                        components:
                          schemas:
                            Tides:
                              type: array
                              xml: {name: tides, wrapped: true}
                              items:
                                type: object
                                xml: {name: tide, namespace: 'urn:sea', prefix: s}
                                properties: {at: {type: string, xml: {attribute: true}}}
                        """
                                .replace("SCHEMA", schema)
                                .getBytes(UTF_8)));
    }

    @Test
    void a_list_is_the_root_of_its_items_which_may_have_a_namespace_of_their_own() throws Exception {
        Operation operation =
                tides("{$ref: '#/components/schemas/Tides'}").operations().get(0);
        Content content = operation.success().orElseThrow().answer().contents().get(0);
        String value = "[{\"at\":\"06:10\"},{\"at\":\"18:31\"}]";

        String xml = new String(content.write(Json.read(value.getBytes(UTF_8))), UTF_8);
        assertThat(xml)
                .isEqualTo(HEAD + "<tides><s:tide xmlns:s=\"urn:sea\" at=\"06:10\"></s:tide>"
                        + "<s:tide xmlns:s=\"urn:sea\" at=\"18:31\"></s:tide></tides>");
        assertThat(content.read(xml.getBytes(UTF_8))).hasToString(value);
    }

    @Test
    void an_answer_whose_root_has_no_name_is_told() {
        assertThat(tides("{type: object, properties: {a: {type: string}}}").findings())
                .extracting(Finding::kind)
                .contains("xml-root");
        assertThat(tides("{$ref: '#/components/schemas/Tides'}").findings()).isEmpty();
    }

    @Test
    void what_no_xml_can_be_is_left_out_where_there_is_json() {
        Contract contract = Contract.brought(
                "harbour",
                Documents.read(
                        "harbour.yaml",
                        """
                        openapi: 3.1.1
                        info: {title: Harbour, version: "1"}
                        paths:
                          /kites:
                            get:
                              operationId: listKites
                              responses:
                                '200':
                                  description: D
                                  content:
                                    application/xml: {schema: {type: object, properties: {'a b': {type: string}}}}
                                    text/xml: {schema: {type: array, xml: {name: kites}, items: {type: string, xml: {name: kite}}}}
                                    application/json: {schema: {type: array}}
                        """
                                .getBytes(UTF_8)));

        Operation operation = contract.operations().get(0);
        assertThat(operation.unkept()).isEmpty();
        assertThat(operation.offers()).containsExactly("application/json", "text/xml");
        assertThat(contract.findings()).extracting(Finding::kind).contains("media-type-left-out");
    }
}
