package dev.understudy.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Json;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
    @ParameterizedTest(name = "{0} changed by {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"a":"b"}              | {"a":"c"}                 | {"a":"c"}
            {"a":"b"}              | {"b":"c"}                 | {"a":"b","b":"c"}
            {"a":"b"}              | {"a":null}                | {}
            {"a":"b","b":"c"}      | {"a":null}                | {"b":"c"}
            {"a":["b"]}            | {"a":"c"}                 | {"a":"c"}
            {"a":"c"}              | {"a":["b"]}               | {"a":["b"]}
            {"a":{"b":"c"}}        | {"a":{"b":"d","c":null}}  | {"a":{"b":"d"}}
            {"a":[{"b":"c"}]}      | {"a":[1]}                 | {"a":[1]}
            {"e":null}             | {"a":1}                   | {"e":null,"a":1}
            {}                     | {"a":{"bb":{"ccc":null}}} | {"a":{"bb":{}}}
            {"a":"b"}              | {"a":{"b":1}}             | {"a":{"b":1}}
            {"a":[1,2]}            | {"a":[null]}              | {"a":[null]}
            {"x/y":{"~":1,"z":2}}  | {"x/y":{"~":null}}        | {"x/y":{"z":2}}""")
    void objects_merge_and_all_else_replaces(String record, String changes, String result) throws Exception {
        // The cases are those of RFC 7396, appendix A, whose target is an object.
        assertThat(merged(record, check -> List.of(), changes))
                .isEqualTo(Json.mapper().readTree(result));
    }

    @Test
    void a_null_at_a_required_key_stays_at_its_place() throws Exception {
        assertThat(merged("{\"a\":1,\"due\":2,\"b\":3}", MergePatchTest::requiresDue, "{\"due\":null,\"b\":null}"))
                .hasToString("{\"a\":1,\"due\":null}");
        assertThat(merged("{\"a\":1}", MergePatchTest::requiresDue, "{\"due\":null}"))
                .hasToString("{\"a\":1,\"due\":null}");
    }

    @Test
    void a_later_change_may_bring_back_what_an_earlier_one_took_away() throws Exception {
        assertThat(merged("{\"a\":{\"b\":1}}", check -> List.of(), "{\"a\":null}", "{\"a\":{\"c\":2}}"))
                .hasToString("{\"a\":{\"c\":2}}");
        assertThat(merged("{\"a\":{\"b\":1}}", check -> List.of(), "{\"a\":{\"b\":null}}", "{\"a\":[7]}"))
                .hasToString("{\"a\":[7]}");
    }

    @Test
    void a_change_is_not_changed_by_a_later_one() throws Exception {
        ObjectNode first = (ObjectNode) Json.mapper().readTree("{\"a\":{\"b\":{\"c\":1}},\"l\":[{}]}");
        MergePatch merge = new MergePatch((ObjectNode) Json.mapper().readTree("{}"));
        merge.apply(first);
        merge.apply((ObjectNode) Json.mapper().readTree("{\"a\":{\"b\":{\"c\":2}}}"));
        assertThat(first).hasToString("{\"a\":{\"b\":{\"c\":1}},\"l\":[{}]}");
    }

    private static JsonNode merged(String record, Function<JsonNode, List<Violation>> check, String... changes)
            throws Exception {
        ObjectNode target = (ObjectNode) Json.mapper().readTree(record);
        MergePatch merge = new MergePatch(target);
        for (String change : changes) {
            merge.apply((ObjectNode) Json.mapper().readTree(change));
        }
        merge.removeNulls(check);
        return target;
    }

    private static List<Violation> requiresDue(JsonNode record) {
        return record.has("due")
                ? List.of()
                : List.of(new Violation(Place.RECORD, "", "/due", "required", "be given", "missing"));
    }
}
