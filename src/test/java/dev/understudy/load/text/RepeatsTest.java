package dev.understudy.load.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Fixture;
import dev.understudy.api.Json;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.load.Collection;
import dev.understudy.load.Fixtures;
import dev.understudy.load.Layer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In a file of lines, a part of a record that came before is not read again; nobody may be able to tell. */
class RepeatsTest {
    private static final String PLAYS = "theatre/plays";

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-04-01T12:00:00Z"), ZoneOffset.UTC);

    private static final int MANY = 3_000;

    private static final String PADDING = "a text that is long enough for its object to be looked for";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void records_are_the_same_as_in_an_array(long seed) {
        var random = new Random(seed);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            parts.add(part(random, 0, parts));
        }
        List<String> records = IntStream.range(0, MANY)
                .mapToObj(i -> "{\"uid\":\"play-" + i + "\",\"parts\":[" + some(random, parts) + "],\"part\":"
                        + part(random, 0, parts) + "}")
                .toList();
        List<String> inLines = texts(write("plays.ndjson", String.join("\n", records)));
        List<String> inArray = texts(write("plays.json", "[" + String.join(",\n", records) + "]"));
        assertThat(inLines).hasSize(MANY).isEqualTo(inArray);
    }

    @Test
    void parts_of_the_same_hash_are_told_apart() {
        String one = padded("\"number\":130468");
        String other = padded("\"number\":142392");
        assertThat(Repeats.hash(one.getBytes(UTF_8), 0, one.length()))
                .isEqualTo(Repeats.hash(other.getBytes(UTF_8), 0, other.length()));
        List<String> texts = texts(write("plays.ndjson", records(i -> i % 2 == 0 ? one : other)));
        for (int i = 0; i < MANY; i++) {
            assertThat(texts.get(i)).contains(i % 2 == 0 ? one : other);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "wrong":true | /part/wrong must be left out, was true
                    "why":2      | /part/why must be there once, was there again
                    """)
    void what_is_wrong_with_a_part_is_told_in_every_record_that_has_it(String last, String fault) {
        assertThat(faults(records(padded(last))))
                .startsWith("1:92: " + fault, "2:92: " + fault)
                .endsWith(" must have no faults beyond these 100, was 2900 more");
    }

    @Test
    void a_part_over_two_lines_is_told_in_every_record_that_has_it() {
        String broken = padded("\n\"more\":2");
        assertThat(faults(records(broken)))
                .startsWith(
                        "1:92: must be whole, was cut off here",
                        "2:1: must be an object, was a string",
                        "2:7: must be a value, was :",
                        "3:92: must be whole, was cut off here")
                .endsWith(" must have no faults beyond these 100, was 8900 more");
    }

    @Test
    void a_part_that_was_read_at_a_higher_place_may_be_too_deep_at_a_lower_one() {
        String part = padded("\"deep\":" + "[".repeat(20) + "]".repeat(20));
        int around = Json.MAX_DEPTH - 10;
        String tooDeep = "{\"uid\":\"deep\",\"part\":" + "[".repeat(around) + part + "]".repeat(around) + "}";
        assertThat(faults(records(part) + "\n" + tooDeep))
                .singleElement()
                .asString()
                .startsWith((MANY + 1) + ":")
                .contains("must be at most " + Json.MAX_DEPTH + " levels deep");
    }

    @Test
    void a_merge_file_changes_the_part_of_one_record_only() {
        String part = padded("\"act\":1");
        Path below = write("plays.ndjson", records(part));
        Path above = write("plays.merge.json", "[{\"uid\":\"play-7\",\"part\":{\"act\":2}}]");
        List<String> texts = texts(below, above);
        assertThat(texts)
                .filteredOn(text -> text.contains("\"act\":2"))
                .singleElement()
                .asString()
                .contains("play-7");
        assertThat(texts).filteredOn(text -> text.contains("\"act\":1")).hasSize(MANY - 1);
    }

    @Test
    void a_relative_date_in_a_part_is_resolved_in_every_record_and_only_where_it_is_one() {
        String part = padded("\"day\":\"@today\"");
        String resolved = part.replace("@today", "2026-04-01");
        assertThat(texts(write("plays.ndjson", records(part + ",\"quote\":" + part))))
                .hasSize(MANY)
                .allMatch(text -> text.endsWith("\"part\":" + resolved + ",\"quote\":" + part + "}"));
    }

    /** An object of small parts, many of which are in others too. */
    private static String part(Random random, int depth, List<String> others) {
        var keys = new ArrayList<String>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            String value =
                    switch (random.nextInt(depth > 3 ? 6 : 9)) {
                        case 0 -> "\"" + "}{][,:".substring(random.nextInt(6)) + "\"";
                        case 1 -> "\"" + "née €".repeat(random.nextInt(12)) + "\"";
                        case 2 -> "" + random.nextInt(3);
                        case 3 -> "1.50";
                        case 4 -> random.nextBoolean() ? "null" : "true";
                        // A piece with an escape is read without looking for what repeats.
                        case 5 -> random.nextInt(500) == 0 ? "\"\\\"}\"" : "{}";
                        case 6 -> part(random, depth + 1, others);
                        case 7 -> "[" + some(random, others) + "]";
                        default -> others.isEmpty() ? "[]" : others.get(random.nextInt(others.size()));
                    };
            keys.add("\"key-" + i + "\"" + " ".repeat(random.nextInt(2)) + ":" + value);
        }
        return "{" + String.join(",", keys) + "}";
    }

    private static String some(Random random, List<String> parts) {
        return random.ints(random.nextInt(3), 0, Math.max(1, parts.size()))
                .filter(i -> i < parts.size())
                .mapToObj(parts::get)
                .collect(Collectors.joining(","));
    }

    /** An object that is long enough to be looked for, and ends so. */
    private static String padded(String last) {
        return "{\"why\":\"" + PADDING + "\"," + last + "}";
    }

    private static String records(String part) {
        return records(i -> part);
    }

    /** So many that they are read in several pieces. */
    private static String records(IntFunction<String> part) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> "{\"uid\":\"play-" + i + "\",\"part\":" + part.apply(i) + "}")
                .collect(Collectors.joining("\n"));
    }

    private Path write(String file, String text) {
        try {
            Path layer = folder.resolve(file);
            Files.writeString(Files.createDirectories(layer.resolve("theatre")).resolve(file), text);
            return layer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> faults(String lines) {
        Fixtures fixtures = fixtures(write("plays.ndjson", lines));
        return fixtures.faults().stream()
                .map(fault -> fault.text().replaceAll("^.*plays.ndjson:", ""))
                .toList();
    }

    private static List<String> texts(Path... folders) {
        Fixtures fixtures = fixtures(folders);
        List<String> texts =
                fixtures.records(new Fixture<>(CollectionKey.single(PLAYS), (tree, binding) -> tree.toString()));
        assertThat(fixtures.faults()).isEmpty();
        return texts;
    }

    private static Fixtures fixtures(Path... folders) {
        var plays = new Collection(
                PLAYS,
                "uid",
                false,
                Map.of(),
                null,
                Map.of(),
                RepeatsTest::check,
                pointer -> pointer.equals("/part/day") ? Optional.of("2026-01-01") : Optional.empty());
        List<Layer> layers = List.of(folders).stream().map(Layer::folder).toList();
        return new Fixtures(List.of(plays), layers, NOON);
    }

    private static List<Violation> check(JsonNode play) {
        return play.at("/part/wrong").isMissingNode()
                ? List.of()
                : List.of(
                        new Violation(Place.RECORD, "", "/part/wrong", "additionalProperties", "be left out", "true"));
    }
}
