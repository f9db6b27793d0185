package dev.understudy.api.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations of a JSON Patch, by the letter of RFC 6902 and within bounds. */
class JsonOperationsTest {
    private static JsonNode json(String text) throws JsonProcessingException {
        return Json.mapper().readTree(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            [{'op':'add','path':'/b','value':2}]                     | {'a':[1,2,3],'n':1.0,'b':2}
            [{'op':'remove','path':'/a/1'}]                          | {'a':[1,3],'n':1.0}
            [{'op':'test','path':'/n','value':1}]                    | {'a':[1,2,3],'n':1.0}
            [{'op':'move','from':'/n','path':'/a/-'}]                | {'a':[1,2,3,1.0]}
            [{'op':'copy','from':'/a','path':''}]                    | [1,2,3]
            [{'op':'replace','path':'','value':{}},{'op':'add','path':'/x~1y','value':1}] | {'x/y':1}
            []                                                       | {'a':[1,2,3],'n':1.0}""")
    void operations_are_done_one_after_the_other(String operations, String after) throws Exception {
        JsonNode before = json("{'a':[1,2,3],'n':1.0}");

        assertThat(JsonOperations.applied(json(operations), before)).isEqualTo(json(after));
        assertThat(before).isEqualTo(json("{'a':[1,2,3],'n':1.0}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'op':'remove','path':'/a/-'}               | /path must lead to a value that is there, and /a has elements from 0 to 2 (- is the place behind the last), was "/a/-"
            {'op':'replace','path':'/a/3','value':0}    | /path must lead to a value that is there, and /a has elements from 0 to 2, was "/a/3"
            {'op':'remove','path':'/name'}              | /path must lead to a value that is there, such as /a, /n or /c, was "/name"
            {'op':'remove','path':'/sails'}             | /path must lead to a value that is there, such as /a, /n or /c, was "/sails"
            {'op':'replace','path':'/n/x','value':1}    | /path must lead to a value that is there, and /n is 1, was "/n/x"
            {'op':'add','path':'/b/x','value':1}        | /path must lead into a value that is there, such as /a, /n or /c, was "/b/x"
            {'op':'add','path':'/n/x','value':1}        | /path must lead into an object or a list, and /n is 1, was "/n/x"
            {'op':'remove','path':'/titel'}             | /path must lead to a value that is there; did you mean "/title"?, was "/titel"
            {'op':'add','path':'/a/4','value':1}        | /path must end in an index from 0 to 3, or in - for the end of the list, was "/a/4"
            {'op':'add','path':'/a/01','value':1}       | /path must end in an index from 0 to 3, or in - for the end of the list, was "/a/01"
            {'op':'add','path':'/m~2n','value':1}       | /path must have its tildes written ~0, and slashes in names ~1 (RFC 6901), was "/m~2n"
            {'op':'add','path':'n','value':1}           | /path must be empty, or begin with a slash (RFC 6901); did you mean "/n"?, was "n"
            {'op':'add','value':1}                      | /path must be a JSON pointer such as /name, was missing
            {'op':'add','path':'/n'}                    | /value must be given, was missing
            {'op':'ad','path':'/n'}                     | /op must be one of add, remove, replace, move, copy, test; did you mean "add"?, was "ad"
            {'path':'/n'}                               | /op must be one of add, remove, replace, move, copy, test, was missing
            {'op':'remove','path':''}                   | /path must leave something, was "", which is the whole
            {'op':'copy','path':'/n'}                   | /from must be a JSON pointer such as /name, was missing
            {'op':'move','from':'/q','path':'/n'}       | /from must lead to a value that is there, such as /a, /n or /c, was "/q"
            {'op':'move','from':'/a','path':'/a/0'}     | /path must lie outside of /from, as a value cannot be moved into itself, was "/a/0"
            {'op':'move','from':'','path':'/b'}         | /path must lie outside of /from, as a value cannot be moved into itself, was "/b"
            {'op':'test','path':'/n','value':2}         | /value must be 1, was 2
            {'op':'test','path':'/a','value':[1,2]}     | /value must be""")
    void an_operation_that_cannot_be_done_says_why(String operation, String why) throws Exception {
        JsonNode operations = json("[{'op':'add','path':'/c','value':0}," + operation + "]");

        assertThatThrownBy(() -> JsonOperations.applied(
                        operations, json("{'a':[1,2,3],'n':1" + (why.contains("title") ? ",'title':1}" : "}"))))
                .isInstanceOfSatisfying(PatchFailure.class, failure -> assertThat(failure.index())
                        .isEqualTo(1))
                .hasMessageStartingWith(why);
    }

    @Test
    void copies_make_no_more_than_half_a_million_parts() {
        ArrayNode many = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 200_000; i++) {
            many.add(i);
        }
        ObjectNode before = JsonNodeFactory.instance.objectNode().set("a", many);

        assertThatThrownBy(() -> JsonOperations.applied(
                        json("[{'op':'copy','from':'/a','path':'/b'},{'op':'copy','from':'/a','path':'/c'},"
                                + "{'op':'copy','from':'/a','path':'/d'}]"),
                        before))
                .isInstanceOf(PatchFailure.class)
                .hasMessageContaining("500000 parts");
    }

    @Test
    void values_are_put_together_to_no_more_than_a_hundred_levels() throws Exception {
        String half = "{'a':".repeat(60) + "1" + "}".repeat(60);
        String operation = "[{'op':'copy','from':'','path':'" + "/a".repeat(59) + "'}]";

        assertThatThrownBy(() -> JsonOperations.applied(json(operation), json(half)))
                .isInstanceOf(PatchFailure.class)
                .hasMessageContaining("100 levels");
    }
}
