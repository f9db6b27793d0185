package dev.understudy.openapi.jsonpath;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 9535, and what we read besides. */
class JsonPathTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
                    $                                         => /
                    $.store.book[*].author                    => /store/book/0/author /store/book/1/author /store/book/2/author
                    $..price                                  => /store/book/0/price /store/book/1/price /store/book/2/price /store/bicycle/price
                    $..book[2].title                          => /store/book/2/title
                    $..book[-1]                               => /store/book/2
                    $..book[0,1]                              => /store/book/0 /store/book/1
                    $..book[:2]                               => /store/book/0 /store/book/1
                    $.store.book[::-1]                        => /store/book/2 /store/book/1 /store/book/0
                    $.store.book[5:0:-2]                      => /store/book/2
                    $.store.book[1:1]                         =>
                    $..book[?@.isbn]                          => /store/book/2
                    $.store.book[?@.price<10]                 => /store/book/0 /store/book/2
                    $.store[?@.price==399]                    => /store/bicycle
                    $.store.book[?(@.price < 10 && !@.isbn)]  => /store/book/0
                    $.store.book[?@.price<9 || @.author=="Evelyn Waugh"] => /store/book/0 /store/book/1 /store/book/2
                    $.store.book[?@.author=='Herman Melville']['title','price'] => /store/book/2/title /store/book/2/price
                    $["store"]['bicycle'] ['color']           => /store/bicycle/color
                    $['it\\'s']["\\u0061\\/b~"]               => /it's/a~1b~0
                    $.store.x-note                            => /store/x-note
                    $.store[?length(@) == 3]                  => /store/book /store/x-note
                    $.store[?count(@.*) >= 2]                 => /store/book /store/bicycle
                    $.store.book[?value(@..isbn) != $.none]   => /store/book/2
                    $.store.book[?@.price == $.store.book[0].price] => /store/book/0
                    $.store.book[?@.none == @.neither].price  => /store/book/0/price /store/book/1/price /store/book/2/price
                    $.store.book[?@.none == null]             =>
                    $.store.book[9]                           =>
                    $.store.book.title                        =>
                    $.store['book'][?@.title >= 'Sayings']    => /store/book/0 /store/book/1
                    """)
    void a_query_chooses_what_the_rfc_says(String path, String pointers) throws Exception {
        String chosen = JsonPath.of(path).find(store(), 1_000).orElseThrow().values().stream()
                .map(Located::pointer)
                .map(pointer -> pointer.isEmpty() ? "/" : pointer)
                .collect(Collectors.joining(" "));
        assertThat(chosen).isEqualTo(pointers == null ? "" : pointers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "store",
                "$.",
                "$..",
                "$[",
                "$[]",
                "$['a]",
                "$.a b",
                "$[01]",
                "$[?@.a",
                "$[?@.a = 1]",
                "$[?1]",
                "$[?@.* == 1]",
                "$[?count(1) == 1]",
                "$[?size(@) == 1]",
                "$['\\x']",
                "$[?@.a == ]",
                "@.a",
                "$.a.",
                "$[?(@.a)",
                "$[1:2:3:4]",
                "$.'a'",
                "$[?!@.a == 1]"
            })
    void what_is_no_query_is_refused_with_the_character_where_it_ends_to_be_one(String path) {
        assertThatExceptionOfType(BadPath.class)
                .isThrownBy(() -> JsonPath.of(path))
                .withMessageContaining(" at character ");
    }

    @Test
    void what_nests_too_deep_or_is_too_long_is_refused() {
        assertThatExceptionOfType(BadPath.class)
                .isThrownBy(() -> JsonPath.of("$[?" + "(".repeat(400) + "@.a" + ")".repeat(400) + "]"));
        assertThatExceptionOfType(BadPath.class)
                .isThrownBy(() -> JsonPath.of("$[?" + "length(".repeat(100) + "@.a" + ")".repeat(100) + "]"));
        assertThatExceptionOfType(BadPath.class).isThrownBy(() -> JsonPath.of("$" + ".a".repeat(1_000)));
    }

    @Test
    void a_query_that_looks_at_too_much_has_no_result() throws Exception {
        JsonPath nested = JsonPath.of("$..[?count($..[?count($..*) > 0]) > 0]");

        assertThat(nested.find(store(), 1_000)).isEmpty();
        assertThat(nested.find(store(), 1_000_000)).isPresent();
    }

    private static JsonNode store() throws Exception {
        return Json.read(
                """
                {"store": {
                  "book": [
                    {"author": "Nigel Rees", "title": "Sayings of the Century", "price": 8.95},
                    {"author": "Evelyn Waugh", "title": "Sword of Honour", "price": 12.99},
                    {"author": "Herman Melville", "title": "Moby Dick", "price": 8.990, "isbn": "0-553-21311-3"}],
                  "bicycle": {"color": "red", "price": 399},
                  "x-note": "a\uD83D\uDE00b"},
                 "it's": {"a/b~": 1}}
                """
                        .getBytes(UTF_8));
    }
}
