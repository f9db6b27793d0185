package dev.understudy.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A value is written to the same bytes with and without Jackson's mapper. */
class JsonWriterTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private enum Colour implements JsonWritable {
        RED;

        @Override
        public void write(JsonWriter json) throws IOException {
            json.value("red");
        }
    }

    private record Annotated(int count, Map<String, Colour> colours) {}

    static Stream<Object> values() {
        var map = new LinkedHashMap<String, Object>();
        map.put("z", null);
        map.put("a\"\u00e9\ud83d\ude00\u0001", List.of());
        var tree = NODES.objectNode()
                .put("text", "\u2028/")
                .put("decimal", new BigDecimal("1.500"))
                .put("double", 2.5e-9)
                .put("float", 0.1f)
                .put("short", (short) 3)
                .put("vast", new BigInteger("9".repeat(40)))
                .put("flag", true)
                .put("bytes", new byte[] {1, -1})
                .putNull("nothing");
        tree.set("list", NODES.arrayNode().add(1).addNull().add(NODES.pojoNode(List.of("a"))));
        return Stream.of(
                "text \\ \u0000",
                1,
                -1L << 62,
                new BigDecimal("1E+30"),
                new BigDecimal("0.10"),
                true,
                LocalDate.of(2026, 2, 28),
                LocalDate.of(12026, 2, 28),
                LocalDate.of(-1, 2, 28),
                Arrays.asList("a", null, List.of(1, 2.5, 0.1f)),
                map,
                Optional.of("a"),
                Optional.empty(),
                tree,
                NODES.missingNode(),
                Colour.RED,
                new Annotated(3, Map.of("a", Colour.RED)),
                Instant.parse("2026-02-28T09:00:00.120Z"),
                Set.of("a"),
                new byte[] {1, -1});
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_has_the_bytes_that_the_mapper_writes(Object value) throws IOException {
        assertThat(new String(Json.write(value), UTF_8))
                .isEqualTo(new String(Json.mapper().writeValueAsBytes(value), UTF_8));
    }

    @Test
    void an_optional_property_is_left_out_if_it_is_null_and_null_if_it_is_empty() throws MalformedJson {
        JsonWritable pair = json -> {
            json.start();
            json.required("a", null);
            json.optional("b", null);
            json.optional("c", Optional.empty());
            json.end();
        };
        JsonNode written = Json.read(Json.write(pair));
        assertThat(written).isEqualTo(NODES.objectNode().putNull("a").putNull("c"));
    }
}
