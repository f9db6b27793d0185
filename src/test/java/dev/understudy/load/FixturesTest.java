package dev.understudy.load;

import static dev.understudy.load.Theatre.AUTHORS;
import static dev.understudy.load.Theatre.HOUSE;
import static dev.understudy.load.Theatre.PLAYS;
import static dev.understudy.load.Theatre.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.api.Fault;
import dev.understudy.load.Theatre.Act;
import dev.understudy.load.Theatre.Author;
import dev.understudy.load.Theatre.House;
import dev.understudy.load.Theatre.Play;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixturesTest {
    private final Path folder;

    FixturesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void records_come_in_the_order_of_their_file() {
        assertThat(plays("[{\"uid\": \"z\"}, {\"uid\": \"a\"}, {\"uid\": \"m\"}]"))
                .extracting(Play::uid)
                .containsExactly("z", "a", "m");
    }

    @Test
    void ten_thousand_records_do_so_too() {
        List<String> ids =
                IntStream.range(0, 10_000).mapToObj(Integer::toString).toList();
        assertThat(plays("[{\"uid\": \"" + String.join("\"}, {\"uid\": \"", ids) + "\"}]"))
                .extracting(Play::uid)
                .isEqualTo(ids);
    }

    @Test
    void numbers_keep_their_digits_and_texts_their_characters() {
        assertThat(
                        plays(
                                "[{\"uid\": \"a\", \"price\": 12.50, \"title\": \"\\u00dcber 🎭 2026-04-17T09:12:43.521000+00:00\"}]"))
                .containsExactly(new Play(
                        "a",
                        "Über 🎭 2026-04-17T09:12:43.521000+00:00",
                        null,
                        null,
                        new BigDecimal("12.50"),
                        null,
                        null));
    }

    @Test
    void lines_are_as_good_as_an_array() {
        write(folder, "theatre/plays.ndjson", "{\"uid\": \"a\"}\r\n\r\n   \n {\"uid\": \"b\"} \n{\"uid\": \"c\"}");
        Fixtures fixtures = Theatre.in(folder);
        assertThat(fixtures.records(Theatre.fixture(PLAYS, Play::of)))
                .extracting(Play::uid)
                .containsExactly("a", "b", "c");
        assertThat(fixtures.faults()).isEmpty();
    }

    @Test
    void an_empty_array_and_a_file_of_no_lines_are_collections_of_nothing() {
        write(folder, "theatre/plays.json", " [ ] \n");
        write(folder, "theatre/authors.ndjson", "");
        Fixtures fixtures = Theatre.in(folder);
        assertThat(fixtures.records(Theatre.fixture(PLAYS, Play::of))).isEmpty();
        assertThat(fixtures.records(Theatre.fixture(AUTHORS, Author::of))).isEmpty();
        assertThat(fixtures.faults()).isEmpty();
        assertThat(fixtures.origins().get(0)).isEqualTo(new Origin(PLAYS, folder.toString(), 0));
    }

    @Test
    void a_hundred_levels_and_a_hundred_digits_are_not_too_many() {
        String price = "1" + "0".repeat(99);
        assertThat(plays("[{\"uid\": \"a\", \"price\": " + price + "}]").get(0).price())
                .isEqualTo(new BigDecimal(price));
    }

    @Test
    void a_record_at_fault_is_left_out_and_the_others_stay() {
        write(folder, "theatre/plays.json", "[{\"uid\": \"a\"}, {\"uid\": \"b\", \"title\": 7}, {\"uid\": \"c\"}]");
        Fixtures fixtures = Theatre.in(folder);
        assertThat(fixtures.records(Theatre.fixture(PLAYS, Play::of)))
                .extracting(Play::uid)
                .containsExactly("a", "c");
        assertThat(fixtures.faults()).hasSize(1);
    }

    @Test
    void what_stands_before_broken_text_is_still_read() {
        write(folder, "theatre/plays.json", "[{\"uid\": \"a\"}, oops");
        assertThat(Theatre.in(folder).records(Theatre.fixture(PLAYS, Play::of)))
                .extracting(Play::uid)
                .containsExactly("a");
    }

    @Test
    void a_later_layer_replaces_the_collections_that_it_has_and_no_other() {
        Path under = write(folder.resolve("under"), "theatre/plays.json", "[{\"uid\": \"old\"}, {\"uid\": \"older\"}]");
        write(under, "theatre/house.json", "{\"seats\": 300}");
        Path over = write(folder.resolve("over"), "theatre/plays.ndjson", "{\"uid\": \"new\"}");
        Fixtures fixtures = Theatre.in(under, over);
        assertThat(fixtures.records(Theatre.fixture(PLAYS, Play::of)))
                .extracting(Play::uid)
                .containsExactly("new");
        assertThat(fixtures.records(Theatre.fixture(HOUSE, House::of))).containsExactly(new House(300));
        assertThat(fixtures.faults()).isEmpty();
        assertThat(fixtures.origins())
                .containsExactly(
                        new Origin(PLAYS, over.toString(), 1),
                        new Origin(AUTHORS, "none", 0),
                        new Origin(HOUSE, under.toString(), 1));
    }

    @Test
    void what_no_layer_has_is_empty_and_no_fault() {
        Fixtures fixtures = Theatre.in(folder);
        assertThat(fixtures.records(Theatre.fixture(PLAYS, Play::of))).isEmpty();
        assertThat(fixtures.records(Theatre.fixture(HOUSE, House::of))).isEmpty();
        assertThat(fixtures.faults()).isEmpty();
    }

    @Test
    void the_built_in_layer_is_on_the_class_path() {
        Fixtures fixtures = new Fixtures(Theatre.collections(), List.of(Layer.builtIn()), Theatre.NOON);
        assertThat(fixtures.records(Theatre.fixture(AUTHORS, Author::of)))
                .containsExactly(new Author("Marlowe"), new Author("Jonson"));
        assertThat(fixtures.origins().get(1)).isEqualTo(new Origin(AUTHORS, "built-in", 2));
        assertThat(fixtures.faults())
                .extracting(Fault::text)
                .containsExactly("fixtures/theatre/house.json:2:12: /seats must be more than 0, was 0");
    }

    @Test
    void a_folder_covers_a_built_in_collection_with_its_faults() {
        write(folder, "theatre/house.json", "{\"seats\": 1}");
        Fixtures fixtures =
                new Fixtures(Theatre.collections(), List.of(Layer.builtIn(), Layer.folder(folder)), Theatre.NOON);
        assertThat(fixtures.records(Theatre.fixture(HOUSE, House::of))).containsExactly(new House(1));
        assertThat(fixtures.faults()).isEmpty();
    }

    @Test
    void a_collection_that_nobody_asks_for_is_checked_too() {
        write(folder, "theatre/plays.json", "[{\"uid\": \"a\", \"title\": 7}]");
        assertThat(Theatre.in(folder).faults()).hasSize(1);
    }

    @Test
    void texts_that_come_again_and_again_among_many_records_are_one_object() {
        List<Play> plays = lastOfMany("{\"uid\": \"a\", \"title\": \"Faust\"}, {\"uid\": \"b\", \"title\": \"Faust\"},"
                + " {\"uid\": \"c\", \"title\": \"Faust\"}");
        assertThat(plays.get(2).title()).isSameAs(plays.get(1).title());
    }

    @Test
    void parts_and_lists_that_come_again_and_again_among_many_records_are_one_object() {
        List<Play> plays = lastOfMany("{\"uid\": \"a\", \"acts\": [{\"number\": 1}, {\"number\": 9}]},"
                + " {\"uid\": \"b\", \"acts\": [{\"number\": 1}]}, {\"uid\": \"c\", \"acts\": [{\"number\": 1}]},"
                + " {\"uid\": \"d\", \"acts\": [{\"number\": 1}]}");
        List<Act> second = Objects.requireNonNull(plays.get(1).acts());
        assertThat(plays.get(3).acts()).isSameAs(plays.get(2).acts());
        assertThat(plays.get(3).acts()).element(0).isSameAs(second.get(0));
        assertThat(plays.get(0).acts()).hasSize(2);
    }

    /** These plays, read behind a thousand others. */
    private List<Play> lastOfMany(String plays) {
        String others = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"uid\": \"play-" + i + "\"}, ")
                .collect(Collectors.joining());
        List<Play> all = plays("[" + others + plays + "]");
        return all.subList(1000, all.size());
    }

    @Test
    void lines_that_are_read_on_all_cores_stay_in_their_order() {
        var lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append("{\"uid\": \"play-").append(i).append("\"}\n");
        }
        Fixtures fixtures = Theatre.in(write(folder, "theatre/plays.ndjson", lines.toString()));
        List<Play> plays = fixtures.records(Theatre.fixture(PLAYS, Play::of));
        assertThat(fixtures.faults()).isEmpty();
        for (int i = 0; i < 5_000; i++) {
            assertThat(plays.get(i).uid()).isEqualTo("play-" + i);
        }
    }

    @Test
    void a_collection_may_be_asked_for_once() {
        write(folder, "theatre/plays.json", "[{\"uid\": \"a\"}]");
        Fixtures fixtures = Theatre.in(folder);
        fixtures.records(Theatre.fixture(PLAYS, Play::of));
        assertThatThrownBy(() -> fixtures.records(Theatre.fixture(PLAYS, Author::of)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("theatre/plays is asked for a second time");
        assertThat(fixtures.faults()).isEmpty();
    }

    @Test
    void only_collections_that_exist_can_be_asked_for_or_referred_to() {
        assertThatThrownBy(() -> Theatre.in(folder).records(Theatre.fixture("theatre/props", Play::of)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No collection theatre/props");
        var lost = new Collection(
                PLAYS,
                "uid",
                false,
                Map.of("author", AUTHORS),
                null,
                Map.of(),
                record -> List.of(),
                pointer -> Optional.empty());
        assertThatThrownBy(() -> new Fixtures(List.of(lost), List.of(), Theatre.NOON))
                .hasMessage("No collection theatre/authors");
    }

    private List<Play> plays(String text) {
        Fixtures fixtures = Theatre.in(write(folder, "theatre/plays.json", text));
        List<Play> plays = fixtures.records(Theatre.fixture(PLAYS, Play::of));
        assertThat(fixtures.faults()).isEmpty();
        return plays;
    }
}
