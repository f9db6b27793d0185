package dev.understudy.contract;

import static dev.understudy.contract.Requests.request;
import static dev.understudy.contract.Samples.messages;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Admission;
import dev.understudy.api.Call;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.Reading;
import dev.understudy.openapi.source.Finding;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of requests that are items one after the other; {@code ~} stands for a line feed and {@code ^} for 0x1E. */
class StreamBodiesTest {
    private static final String ITEM = "{type: object, required: [a], properties: {a: {type: integer}}}";

    private static Contract contract(String type, String media) {
        return FormsTest.contract(type, media);
    }

    private static Admission post(String type, String schema, String body) {
        byte[] bytes = body.replace('~', '\n').replace('^', '\u001e').getBytes(UTF_8);
        return contract(type, "{schema: " + schema + "}")
                .admit(request("POST", "/kites", bytes, "Content-Type: " + type));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            application/x-ndjson  | {"a":1}~{"a":2}~           | [{"a":1},{"a":2}]
            application/ndjson    | ~{"a":1}~ ~{"a":2}         | [{"a":1},{"a":2}]
            application/jsonl     | {"a":1}                    | [{"a":1}]
            application/json-seq  | ^{"a":1}~^{"a":~2}~        | [{"a":1},{"a":2}]
            application/json-seq  | ^^{"a":1}                  | [{"a":1}]
            text/event-stream     | data: {"a":~data:1}~~: b~  | [{"a":1}]
            text/event-stream     | event: x~data:{"a":1}      | [{"a":1}]
            """)
    void items_are_read_one_by_one(String type, String body, String items) {
        Admission admission = post(type, ITEM, body);

        assertThat(messages(admission)).isEmpty();
        assertThat(((Call) admission).arguments().body()).hasToString(items);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            application/x-ndjson | {"a":1}~~{"a":"x"}~  | body /1/a must be an integer, was "x" (line 3)
            application/x-ndjson | {"a":1}~{"a":}~      | body /1 must be a value, was } (line 2, column 6)
            application/x-ndjson | {"a":1,"a":1}        | body /0/a must be there once, was there again (line 1, column 8)
            application/x-ndjson | {"a":1}{"a":1}       | body /0 must be JSON, was another value after the first (line 1, column 8)
            application/json-seq | {"a":1}              | body must have the record separator (0x1E) before each JSON text, was "{\\"a\\":1}" (line 1, column 1)
            application/json-seq | ^{"a":1}~^{}~        | body /1/a must be given, was missing (line 2)
            application/json-seq | ^12                  | body must have a line feed behind each JSON text, was cut short (line 1, column 1)
            text/event-stream    | :~~data: {}~~        | body /0/a must be given, was missing (line 3)
            text/event-stream    | {"a":1}              | body must have lines that begin with data:, event:, id:, retry: or a colon, was the line "{\\"a\\":1}" (line 1, column 1)
            """)
    void what_is_wrong_is_told_with_the_item_and_its_line(String type, String body, String message) {
        assertThat(messages(post(type, ITEM, body))).containsExactly(message.replace("\\\\", "\\"));
    }

    @Test
    void no_more_is_told_than_anybody_reads() {
        assertThat(messages(post("application/x-ndjson", ITEM, "{}~".repeat(1000))))
                .hasSize(100);
    }

    @Test
    void a_schema_of_a_list_is_for_all_items() {
        String list = "{type: array, maxItems: 2, items: {type: integer}}";

        assertThat(messages(post("application/x-ndjson", list, "1~2~"))).isEmpty();
        assertThat(messages(post("application/x-ndjson", list, "1~x~"))).hasSize(1);
        assertThat(messages(post("application/x-ndjson", list, "1~2~3~")))
                .containsExactly("body must have at most 2 items, was [1,2,3]");
    }

    @Test
    void a_pace_is_read_at_the_media_type_and_one_that_is_none_is_a_fault() {
        String media = "{schema: {type: array, items: {}}, x-understudy: {items: 3, every: ";

        assertThat(contract("application/x-ndjson", media + "1s}}").findings()).isEmpty();
        assertThat(contract("application/x-ndjson", media + "soon}}").findings())
                .extracting(Finding::kind)
                .containsExactly("stream-pace");
    }

    @Test
    void a_schema_that_is_of_no_list_is_read_as_that_of_an_item_and_to_the_letter_admits_none() {
        Contract read = contract("application/x-ndjson", "{schema: " + ITEM + "}");
        Contract letter = Contract.brought(
                "harbour",
                Documents.read(
                        "harbour.yaml",
                        ("openapi: 3.0.4\ninfo: {title: H, version: '1'}\npaths:\n  /kites:\n    get:\n      responses:"
                                        + " {'200': {description: D, content: {application/x-ndjson: {schema: " + ITEM
                                        + "}}}}")
                                .getBytes(UTF_8)),
                Set.of(Reading.STREAM_ITEM));

        assertThat(read.findings()).extracting(Finding::kind).containsExactly("stream-item");
        assertThat(letter.operations().get(0).unkept().orElseThrow().text())
                .contains("the schema is for the list of all items, and admits none");
    }
}
