package dev.understudy.load;

import static dev.understudy.load.Theatre.AUTHORS;
import static dev.understudy.load.Theatre.HOUSE;
import static dev.understudy.load.Theatre.PLAYS;
import static dev.understudy.load.Theatre.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.load.Theatre.Act;
import dev.understudy.load.Theatre.House;
import dev.understudy.load.Theatre.Play;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayersTest {
    private static final String MERGE = "theatre/plays.merge.json";

    private final Path place;
    private final Path base;
    private final Path mine;
    private final Path more;

    LayersTest(@TempDir Path place) {
        this.place = place;
        this.base = place.resolve("base");
        this.mine = place.resolve("mine");
        this.more = place.resolve("more");
    }

    @BeforeEach
    void three_plays() {
        write(
                base,
                "theatre/plays.json",
                """
                [
                  {"uid": "a", "title": "Hamlet", "status": "open"},
                  {"uid": "b", "title": "Macbeth", "status": "open", "acts": [{"number": 1}]},
                  {"uid": "c", "title": "Othello"}
                ]
                """);
    }

    @Nested
    class What_a_merge_file_does {
        @Test
        void it_changes_the_keys_that_it_has_and_no_others() {
            merge("[{\"uid\": \"b\", \"status\": \"closed\"}]");
            assertThat(plays()).element(1).isEqualTo(play("b", "Macbeth", "closed", List.of(new Act(1))));
            assertThat(plays()).extracting(Play::uid).containsExactly("a", "b", "c");
        }

        @Test
        void null_takes_a_key_away_and_an_array_replaces_the_array() {
            merge("[{\"uid\": \"b\", \"status\": null, \"acts\": [{\"number\": 7}, {\"number\": 8}]}]");
            assertThat(plays()).element(1).isEqualTo(play("b", "Macbeth", null, List.of(new Act(7), new Act(8))));
        }

        @Test
        void records_with_new_ids_come_behind_all_others_in_their_order() {
            merge("[{\"uid\": \"z\"}, {\"uid\": \"c\", \"title\": \"Othello II\"}, {\"uid\": \"d\"}]");
            assertThat(plays()).extracting(Play::uid).containsExactly("a", "b", "c", "z", "d");
        }

        @Test
        void a_record_can_be_removed() {
            merge("[{\"uid\": \"a\", \"$remove\": true}]");
            assertThat(plays()).extracting(Play::uid).containsExactly("b", "c");
        }

        @Test
        void lines_change_an_array_and_an_array_changes_lines() {
            write(mine, "theatre/plays.merge.ndjson", "{\"uid\": \"b\", \"title\": \"x\"}\n\n{\"uid\": \"d\"}\n");
            assertThat(plays()).extracting(Play::title).containsExactly("Hamlet", "x", "Othello", null);

            write(mine, "theatre/plays.ndjson", "{\"uid\": \"q\"}\n\n{\"uid\": \"r\"}\n");
            write(more, MERGE, "[{\"uid\": \"s\"}, {\"uid\": \"r\", \"title\": \"y\"}]");
            assertThat(plays()).extracting(Play::uid).containsExactly("q", "r", "b", "d", "s");
        }

        @Test
        void merge_files_lie_on_top_of_each_other() {
            merge("[{\"uid\": \"a\", \"title\": \"1\", \"status\": null}, {\"uid\": \"d\"}, {\"uid\": \"e\"}]");
            write(
                    more,
                    MERGE,
                    """
                    [{"uid": "a", "status": "closed"}, {"uid": "d", "title": "2"}, {"uid": "e", "$remove": true},
                     {"uid": "b", "$remove": true}]""");
            assertThat(plays())
                    .containsExactly(
                            play("a", "1", "closed", null),
                            play("c", "Othello", null, null),
                            play("d", "2", null, null));
        }

        @Test
        void what_was_removed_can_come_again_and_is_then_new() {
            merge("[{\"uid\": \"d\"}, {\"uid\": \"a\", \"$remove\": true}]");
            write(more, MERGE, "[{\"uid\": \"a\", \"status\": \"closed\"}]");
            assertThat(plays()).extracting(Play::uid).containsExactly("b", "c", "d", "a");
            assertThat(plays()).element(3).isEqualTo(play("a", null, "closed", null));
        }

        @Test
        void in_one_layer_the_changes_are_made_to_what_it_brings() {
            write(mine, "theatre/plays.json", "[{\"uid\": \"x\", \"title\": \"1\"}]");
            merge("[{\"uid\": \"x\", \"title\": \"2\"}]");
            assertThat(plays()).containsExactly(play("x", "2", null, null));
        }

        @Test
        void a_later_layer_that_replaces_the_collection_covers_the_changes_too() {
            merge("[{\"uid\": \"nobody\", \"$remove\": true}]");
            write(more, "theatre/plays.json", "[{\"uid\": \"x\"}]");
            assertThat(plays()).extracting(Play::uid).containsExactly("x");
        }

        @Test
        void a_collection_of_one_object_is_changed_by_one_object() {
            write(base, "theatre/house.json", "{\"seats\": 300}");
            write(mine, "theatre/house.merge.json", "{\"seats\": 301}");
            assertThat(fixtures().records(Theatre.fixture(HOUSE, House::of))).containsExactly(new House(301));
            assertThat(fixtures().faults()).isEmpty();
        }

        @Test
        void changes_to_a_collection_that_no_layer_has_begin_it() {
            write(mine, "theatre/house.merge.json", "{\"seats\": 301}");
            write(mine, "theatre/authors.merge.json", "[{\"name\": \"Kyd\"}]");
            Fixtures fixtures = fixtures();
            assertThat(fixtures.records(Theatre.fixture(HOUSE, House::of))).containsExactly(new House(301));
            assertThat(fixtures.records(Theatre.fixture(AUTHORS, Theatre.Author::of)))
                    .hasSize(1);
            assertThat(fixtures.origins())
                    .extracting(Origin::text)
                    .containsExactly(base.toString(), mine + " (1 added)", mine + " (1 added)");
        }

        @Test
        void an_origin_names_the_layers_and_counts_what_they_did() {
            merge(
                    "[{\"uid\": \"a\", \"title\": \"1\"}, {\"uid\": \"d\"}, {\"uid\": \"e\"}, {\"uid\": \"c\", \"$remove\": true}]");
            write(more, MERGE, "[]");
            assertThat(fixtures().origins().get(0))
                    .isEqualTo(new Origin(PLAYS, base + " + " + mine + " + " + more, 4, new Changes(1, 2, 1)))
                    .extracting(Origin::text)
                    .isEqualTo(base + " + " + mine + " + " + more + " (1 changed, 2 added, 1 removed)");
        }
    }

    @Nested
    class What_is_wrong_with_a_merge_file {
        @Test
        void a_record_without_an_id() {
            merge("[\n  {\"title\": \"x\"},\n  {\"uid\": null},\n  {\"uid\": {\"a\": 1}}\n]");
            assertThat(faults())
                    .containsExactly(
                            "mine/" + MERGE
                                    + ":2:3: /0/uid must be given, was missing (it says which record to change)",
                            "mine/" + MERGE + ":3:11: /1/uid must be an id, was null (it says which record to change)",
                            "mine/" + MERGE
                                    + ":4:11: /2/uid must be an id, was {\"a\":1} (it says which record to change)");
        }

        @Test
        void the_same_id_twice() {
            merge("[{\"uid\": \"a\", \"title\": \"1\"},\n {\"uid\": \"a\", \"title\": \"2\"}]");
            assertThat(faults())
                    .containsExactly("mine/" + MERGE
                            + ":2:10: /1/uid must be there once in a merge file, was \"a\" (the first is at 1:10)");
        }

        @Test
        void removing_what_is_not_there() {
            merge("[{\"uid\": \"Hamlet-1\"}]");
            write(more, MERGE, "[{\"uid\": \"Hamlet-2\", \"$remove\": true},\n {\"uid\": \"z\", \"$remove\": true}]");
            assertThat(faults())
                    .containsExactly(
                            "more/" + MERGE + ":1:10: /0/uid must name a record of a layer below, was \"Hamlet-2\"",
                            "more/" + MERGE
                                    + ":2:10: /1/uid must name a record of a layer below, was \"z\" (did you mean \"a\"?)");
        }

        @Test
        void removing_twice() {
            merge("[{\"uid\": \"a\", \"$remove\": true}]");
            write(more, MERGE, "[{\"uid\": \"a\", \"$remove\": true}]");
            assertThat(faults()).hasSize(1);
            assertThat(faults().get(0))
                    .startsWith("more/" + MERGE + ":1:10: /0/uid must name a record of a layer below, was \"a\"");
        }

        @Test
        void a_remove_that_is_not_true_or_has_company() {
            merge(
                    """
                    [
                      {"uid": "a", "$remove": false},
                      {"uid": "b", "$remove": true, "title": "x"}
                    ]""");
            assertThat(faults())
                    .containsExactly(
                            "mine/" + MERGE
                                    + ":2:27: /0/$remove must be true, was false (leave it out to keep the record)",
                            "mine/" + MERGE + ":3:33: /1/title must be left out beside $remove, was \"x\"");
        }

        @Test
        void remove_in_a_file_that_replaces() {
            write(mine, "theatre/plays.json", "[{\"uid\": \"a\", \"$remove\": true}]");
            assertThat(faults())
                    .containsExactly("mine/theatre/plays.json:1:15: /0/$remove must be left out, was true"
                            + " (only the merge file of a list removes records)");
        }

        @Test
        void text_that_is_no_json_in_any_of_the_files() {
            merge("[{\"uid\": \"a\", \"title\": }]");
            assertThat(faults()).containsExactly("mine/" + MERGE + ":1:24: must be a value, was }");
            write(mine, MERGE, "{\"uid\": \"a\"}");
            assertThat(faults()).containsExactly("mine/" + MERGE + ":1:1: must be an array of records, was an object");
        }

        @Test
        void a_record_that_may_be_in_the_text_that_could_not_be_read_is_not_missed() {
            write(base, "theatre/plays.json", "[{\"uid\": \"a\"}, oops");
            merge("[{\"uid\": \"z\", \"$remove\": true}, {\"uid\": \"y\", \"status\": \"open\"}]");
            assertThat(faults()).containsExactly("base/theatre/plays.json:1:16: must be JSON, was oops");
        }

        @Test
        void the_same_merge_file_in_two_forms_or_of_no_collection() {
            merge("[]");
            write(mine, "theatre/plays.merge.ndjson", "");
            write(mine, "theatre/play.merge.json", "[]");
            assertThat(faults())
                    .containsExactly(
                            "mine/" + MERGE + ": must be the only file of its collection, was beside mine/"
                                    + "theatre/plays.merge.ndjson (remove one of them)",
                            "mine/theatre/play.merge.json: must belong to a collection, was unknown"
                                    + " (did you mean \"theatre/plays.merge.json\"?)");
        }
    }

    @Nested
    class Who_is_to_blame_for_the_merged_result {
        @Test
        void the_layer_that_set_a_value() {
            write(base, "theatre/plays.json", "[{\"uid\": \"a\", \"title\": 7, \"status\": \"open\"}]");
            merge("[\n  {\"uid\": \"a\", \"status\": \"shut\"}\n]");
            write(more, MERGE, "[{\"uid\": \"a\", \"acts\": [{\"number\": 1}, {\"number\": \"x\"}]}]");
            assertThat(faults())
                    .containsExactly(
                            "base/theatre/plays.json:1:24: /0/title must be a string, was 7",
                            "mine/" + MERGE + ":2:26: /0/status must be one of open, closed, was \"shut\"",
                            "more/" + MERGE + ":1:50: /0/acts/1/number must be an integer, was \"x\"");
        }

        @Test
        void the_key_that_does_not_belong_there() {
            merge("[{\"uid\": \"a\", \"titel\": \"x\"}]");
            assertThat(faults())
                    .containsExactly(
                            "mine/" + MERGE + ":1:15: /0/titel must be left out, was \"x\" (did you mean \"title\"?)");
        }

        @Test
        void what_repeats_inside_a_record() {
            merge("[{\"uid\": \"c\"}, {\"uid\": \"b\", \"acts\": [{\"number\": 4}, {\"number\": 4}]}]");
            assertThat(faults())
                    .containsExactly("mine/" + MERGE
                            + ":1:64: /1/acts/1/number must be unique in acts, was 4 (the first is at 1:49)");
        }

        @Test
        void references_that_lost_their_record() {
            write(base, "theatre/plays.json", "[{\"uid\": \"a\"}, {\"uid\": \"b\", \"after\": [\"a\"]}]");
            merge("[{\"uid\": \"a\", \"$remove\": true}, {\"uid\": \"z\", \"after\": [\"b\"]}]");
            assertThat(faults())
                    .containsExactly(
                            "base/theatre/plays.json:1:39: /1/after/0 must name a record of theatre/plays, was \"a\""
                                    + " (mine/theatre/plays.merge.json:1 removes it)");
        }

        @Test
        void a_circle_that_a_change_closed() {
            write(base, "theatre/plays.json", "[{\"uid\": \"a\"}, {\"uid\": \"b\", \"after\": [\"a\"]}]");
            merge("[{\"uid\": \"a\", \"after\": [\"b\"]}]");
            assertThat(faults())
                    .containsExactly(
                            "mine/theatre/plays.merge.json:1:25: /0/after/0 must not lead back to its own record,"
                                    + " was \"b\" (b → a → b)");
        }

        @Test
        void ids_that_were_twice_in_a_lower_layer_before() {
            write(base, "theatre/plays.json", "[{\"uid\": \"a\"},\n {\"uid\": \"a\"}]");
            merge("[{\"uid\": \"a\", \"title\": \"x\"}]");
            assertThat(faults())
                    .containsExactly(
                            "base/theatre/plays.json:2:10: /1/uid must be unique, was \"a\" (the first is at 1:10)");
        }

        @Test
        void a_broken_text_in_a_change_keeps_the_record_out() {
            merge("[{\"uid\": \"a\", \"title\": \"x\", \"title\": \"y\"}]");
            Fixtures fixtures = fixtures();
            assertThat(fixtures.records(Theatre.fixture(PLAYS, Play::of)))
                    .extracting(Play::uid)
                    .containsExactly("b", "c");
            assertThat(faults())
                    .containsExactly("mine/" + MERGE + ":1:29: /0/title must be there once, was there again");
        }
    }

    private void merge(String text) {
        write(mine, MERGE, text);
    }

    private Fixtures fixtures() {
        mine.toFile().mkdirs();
        more.toFile().mkdirs();
        return Theatre.in(base, mine, more);
    }

    private List<Play> plays() {
        Fixtures fixtures = fixtures();
        List<Play> plays = fixtures.records(Theatre.fixture(PLAYS, Play::of));
        assertThat(fixtures.faults()).isEmpty();
        return plays;
    }

    private List<String> faults() {
        return fixtures().faults().stream()
                .map(fault -> fault.text().replace(place + "/", ""))
                .toList();
    }

    private static Play play(String uid, @Nullable String title, @Nullable String status, @Nullable List<Act> acts) {
        return new Play(uid, title, status, null, null, null, acts);
    }
}
