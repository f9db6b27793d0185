package dev.understudy.load;

import static dev.understudy.load.Theatre.faults;
import static dev.understudy.load.Theatre.faultsOfPlays;
import static dev.understudy.load.Theatre.write;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Fault;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.load.Theatre.Play;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixtureFaultsTest {
    private static final String FILE = "mine/theatre/plays.json";

    private final Path folder;

    FixtureFaultsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Nested
    class What_a_schema_finds {
        @Test
        void a_misspelt_value_is_placed_at_the_value() {
            assertThat(
                            faultsOfPlays(
                                    folder,
                                    """
                    [
                      {"uid": "p-1", "status": "open"},
                      {
                        "uid": "p-2",
                        "status": "closd"
                      }
                    ]
                    """))
                    .containsExactly(FILE
                            + ":5:15: /1/status must be one of open, closed, was \"closd\" (did you mean \"closed\"?)");
        }

        @Test
        void an_unknown_key_is_placed_at_the_key() {
            assertThat(faultsOfPlays(
                            folder,
                            """
                    [{"uid": "p-1", "titel": "Hamlet"}]
                    """))
                    .containsExactly(
                            FILE + ":1:17: /0/titel must be left out, was \"Hamlet\" (did you mean \"title\"?)");
        }

        @Test
        void a_missing_key_is_placed_at_its_object() {
            assertThat(
                            faultsOfPlays(
                                    folder,
                                    """
                    [
                      {"title": "Hamlet"}
                    ]
                    """))
                    .containsExactly(FILE + ":2:3: /0/uid must be given, was missing");
        }

        @Test
        void a_value_at_depth_has_its_own_place() {
            assertThat(
                            faultsOfPlays(
                                    folder,
                                    """
                    [{"uid": "p-1", "acts": [
                      {"number": 1},
                      {"number": "two"}]}]
                    """))
                    .containsExactly(FILE + ":3:14: /0/acts/1/number must be an integer, was \"two\"");
        }

        @Test
        void columns_count_characters_and_not_bytes() {
            assertThat(faultsOfPlays(
                            folder, """
                    [{"uid": "ÄÖÜ€", "title": 7}]
                    """))
                    .containsExactly(FILE + ":1:27: /0/title must be a string, was 7");
        }

        @Test
        void windows_line_ends_do_not_move_a_place() {
            assertThat(faultsOfPlays(folder, "[\r\n  {\"uid\": \"p-1\",\r\n   \"title\": 7}]\r\n"))
                    .containsExactly(FILE + ":3:13: /0/title must be a string, was 7");
        }

        @Test
        void a_key_with_a_slash_is_found_again() {
            assertThat(faultsOfPlays(
                            folder, """
                    [{"uid": "p-1", "a/b~c": 1}]
                    """))
                    .containsExactly(FILE + ":1:17: /0/a~1b~0c must be left out, was 1");
        }

        @Test
        void a_fault_keeps_the_violation_with_its_pointer_from_the_root_of_the_file() {
            write(folder, "theatre/plays.json", "[{\"uid\": \"p-1\", \"title\": 7}]");
            Fault fault = Theatre.in(folder).faults().get(0);
            assertThat(fault.violation()).extracting(Violation::place).isEqualTo(Place.RECORD);
            assertThat(fault.pointer()).isEqualTo("/0/title");
            assertThat(fault.rule()).isEqualTo("type");
            assertThat(fault.line()).isEqualTo(1);
            assertThat(fault.column()).isEqualTo(26);
        }
    }

    @Nested
    class What_a_schema_cannot_say {
        @Test
        void an_id_may_be_there_only_once() {
            assertThat(
                            faultsOfPlays(
                                    folder,
                                    """
                    [
                      {"uid": "p-1"},
                      {"uid": "p-2"},
                      {"uid": "p-1"}
                    ]
                    """))
                    .containsExactly(FILE + ":4:11: /2/uid must be unique, was \"p-1\" (the first is at 2:11)");
        }

        @Test
        void a_reference_must_lead_to_a_record() {
            write(folder, "theatre/authors.json", "[{\"name\": \"Shakespeare\"}]");
            assertThat(
                            faultsOfPlays(
                                    folder,
                                    """
                    [
                      {"uid": "p-1", "author": "Shakespear"},
                      {"uid": "p-2", "after": ["p-1", "q-9000"]}
                    ]
                    """))
                    .containsExactly(
                            FILE + ":2:28: /0/author must name a record of theatre/authors, was \"Shakespear\""
                                    + " (did you mean \"Shakespeare\"?)",
                            FILE + ":3:35: /1/after/1 must name a record of theatre/plays, was \"q-9000\"");
        }

        @Test
        void a_reference_into_a_collection_that_is_nowhere_leads_to_nothing() {
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\", \"author\": \"Marlowe\"}]"))
                    .containsExactly(FILE + ":1:27: /0/author must name a record of theatre/authors, was \"Marlowe\"");
        }

        @Test
        void a_reference_into_a_file_that_breaks_off_is_not_blamed() {
            write(folder, "theatre/authors.json", "[{\"name\": \"Shakespeare\"},");
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\", \"author\": \"Marlowe\"}]"))
                    .containsExactly("mine/theatre/authors.json:1:26: must be whole, was cut off here");
        }

        @Test
        void a_reference_to_a_record_at_fault_is_not_blamed() {
            assertThat(
                            faultsOfPlays(
                                    folder,
                                    """
                    [{"uid": "p-1", "title": 7}, {"uid": "p-2", "after": ["p-1"]}]
                    """))
                    .containsExactly(FILE + ":1:26: /0/title must be a string, was 7");
        }

        @Test
        void a_record_cannot_come_after_itself() {
            assertThat(faultsOfPlays(
                            folder, """
                    [{"uid": "a", "after": ["a"]}]
                    """))
                    .containsExactly(
                            FILE + ":1:25: /0/after/0 must not lead back to its own record, was \"a\" (a → a)");
        }

        @Test
        void records_cannot_come_after_each_other_in_a_circle() {
            assertThat(
                            faultsOfPlays(
                                    folder,
                                    """
                    [
                      {"uid": "a", "after": ["b"]},
                      {"uid": "b", "after": ["c"]},
                      {"uid": "c", "after": ["x", "b"]},
                      {"uid": "x"}
                    ]
                    """))
                    .containsExactly(
                            FILE + ":4:31: /2/after/1 must not lead back to its own record, was \"b\" (b → c → b)");
        }

        @Test
        void two_ways_to_the_same_record_are_no_circle() {
            assertThat(
                            faultsOfPlays(
                                    folder,
                                    """
                    [{"uid": "a", "after": ["b", "c"]}, {"uid": "b", "after": ["d"]},
                     {"uid": "c", "after": ["d"]}, {"uid": "d"}]
                    """))
                    .isEmpty();
        }

        @Test
        void a_chain_of_a_hundred_thousand_records_is_walked_to_its_end() {
            var plays = new StringBuilder("[{\"uid\": \"0\"}");
            for (int i = 1; i < 100_000; i++) {
                plays.append(",{\"uid\":\"")
                        .append(i)
                        .append("\",\"after\":[\"")
                        .append(i - 1)
                        .append("\"]}");
            }
            assertThat(faultsOfPlays(folder, plays.append(']').toString())).isEmpty();
        }

        @Test
        void what_must_be_unique_inside_a_record_is() {
            assertThat(
                            faultsOfPlays(
                                    folder,
                                    """
                    [{"uid": "p-1", "acts": [
                      {"number": 1},
                      {"number": 2},
                      {"number": 1}
                    ]}]
                    """))
                    .containsExactly(
                            FILE + ":4:14: /0/acts/2/number must be unique in acts, was 1 (the first is at 2:14)");
        }
    }

    @Nested
    class Text_that_is_not_JSON {
        @Test
        void an_empty_file() {
            assertThat(faultsOfPlays(folder, ""))
                    .containsExactly(FILE + ":1:1: must be an array of records, was empty");
            assertThat(faultsOfPlays(folder, " \n "))
                    .containsExactly(FILE + ":1:1: must be an array of records, was empty");
        }

        @Test
        void an_object_where_an_array_belongs() {
            assertThat(faultsOfPlays(folder, "{\"uid\": \"p-1\"}"))
                    .containsExactly(FILE + ":1:1: must be an array of records, was an object");
        }

        @Test
        void an_array_where_an_object_belongs() {
            assertThat(faults(write(folder, "theatre/house.json", "[]")))
                    .containsExactly("mine/theatre/house.json:1:1: must be one object, was an array");
        }

        @Test
        void something_else_than_an_object_in_the_array() {
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\"},\n 7, [[1]], null]"))
                    .containsExactly(
                            FILE + ":2:2: /1 must be an object, was a number",
                            FILE + ":2:5: /2 must be an object, was an array",
                            FILE + ":2:12: /3 must be an object, was null");
        }

        @Test
        void a_file_that_breaks_off() {
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\"},\n {\"uid\":"))
                    .containsExactly(FILE + ":2:9: must be whole, was cut off here");
        }

        @Test
        void what_is_wrong_before_the_text_breaks_off_is_told_too() {
            assertThat(faultsOfPlays(
                            folder, "[{\"uid\": \"p-1\", \"status\": 1},\n {\"uid\": \"p-2\", \"uid\": \"p-2\","))
                    .containsExactly(
                            FILE + ":1:27: /0/status must be one of open, closed, was 1",
                            FILE + ":2:17: /1/uid must be there once, was there again",
                            FILE + ":2:30: must be whole, was cut off here");
        }

        @Test
        void a_comma_too_many_in_an_array() {
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\"},\n]"))
                    .containsExactly(FILE + ":2:1: must be a value, was ] (take away the comma before it)");
        }

        @Test
        void a_comma_too_many_in_an_object() {
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\",}]"))
                    .containsExactly(
                            FILE + ":1:16: must be a key in double quotes, was } (take away the comma before it)");
        }

        @Test
        void a_comma_too_few() {
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\"}\n {\"uid\": \"p-2\"}]"))
                    .containsExactly(FILE + ":2:2: must be a comma or ], was {");
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\" \"title\": \"x\"}]"))
                    .containsExactly(FILE + ":1:16: must be a comma or }, was \"");
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                delimiter = '|',
                value = {
                    "`- uid: a\\n  title: b`|be JSON, was - and a space",
                    "`-\\n  uid: a`|be JSON, was - and a line break",
                    "`---\\n- uid: a`|be JSON, was - and -",
                    "`uid: a`|be JSON, was uid",
                    "`# plays\\n- uid: a`|be a value, was #",
                    "`uid,title\\na,b`|be JSON, was uid",
                    "`<plays/>`|be a value, was <"
                })
        void a_file_in_another_format(String text, String fault) {
            assertThat(faultsOfPlays(folder, text.replace("\\n", "\n")))
                    .containsExactly(
                            FILE + ":1:1: must " + fault + " (YAML, CSV and other formats must be turned into JSON)");
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                delimiter = '|',
                value = {
                    "[- 1]|be a digit behind the minus sign, was a space",
                    "[-\\t1]|be a digit behind the minus sign, was a tab",
                    "[-]|be a digit behind the minus sign, was ]",
                    "[1.]|be a digit behind the point, was ]",
                    "[\u00a0]|be a value, was the invisible U+00A0",
                    "[\u200b]|be a value, was the invisible U+200B",
                    "[\u0001]|be JSON, was the invisible U+0001",
                    "[🐈]|be a value, was a character beyond U+FFFF",
                    "[)|be a value, was )",
                    "[}|be closed as it was opened, was }"
                })
        void a_character_that_cannot_be_seen_is_named(String text, String fault) {
            assertThat(faultsOfPlays(folder, text.replace("\\t", "\t")))
                    .first()
                    .asString()
                    .matches(Pattern.quote(FILE) + ":1:[23]: must " + Pattern.quote(fault));
        }

        @Test
        void a_colon_too_few() {
            assertThat(faultsOfPlays(folder, "[{\"uid\" \"p-1\"}]"))
                    .containsExactly(FILE + ":1:9: must be a colon, was \"");
        }

        @Test
        void single_quotes_and_bare_keys() {
            assertThat(faultsOfPlays(folder, "[{'uid': \"p-1\"}]"))
                    .containsExactly(FILE + ":1:3: must be a key in double quotes, was '");
            assertThat(faultsOfPlays(folder, "[{uid: \"p-1\"}]"))
                    .containsExactly(FILE + ":1:3: must be a key in double quotes, was u");
        }

        @Test
        void comments() {
            assertThat(faultsOfPlays(folder, "[ // first\n{\"uid\": \"p-1\"}]"))
                    .containsExactly(FILE + ":1:3: must be JSON, was a comment (JSON has no comments)");
            assertThat(faultsOfPlays(folder, "[ /* first */ {\"uid\": \"p-1\"}]"))
                    .containsExactly(FILE + ":1:3: must be JSON, was a comment (JSON has no comments)");
        }

        @Test
        void not_a_number() {
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\", \"price\": NaN}]"))
                    .containsExactly(FILE + ":1:26: must be JSON, was NaN");
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\", \"price\": -Infinity}]"))
                    .containsExactly(FILE + ":1:26: must be JSON, was -Infinity");
        }

        @Test
        void a_word_that_is_no_value() {
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\", \"title\": True}]"))
                    .containsExactly(FILE + ":1:26: must be JSON, was True");
        }

        @Test
        void more_behind_the_end() {
            assertThat(faultsOfPlays(folder, "[]\n[]"))
                    .containsExactly(FILE + ":2:1: must end before this, was an array");
        }

        @Test
        void a_line_break_inside_a_text() {
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p\n1\"}]"))
                    .containsExactly(FILE + ":1:12: must be JSON, was a line break or control character inside a text");
        }
    }

    @Nested
    class Text_that_is_JSON_and_still_no_good {
        @Test
        void a_key_twice_does_not_hide_what_follows() {
            assertThat(
                            faultsOfPlays(
                                    folder,
                                    """
                    [{"uid": "p-1",
                      "title": "a",
                      "title": "b"},
                     {"uid": "p-2", "status": "shut"}]
                    """))
                    .containsExactly(
                            FILE + ":3:3: /0/title must be there once, was there again",
                            FILE + ":4:27: /1/status must be one of open, closed, was \"shut\"");
        }

        @Test
        void half_a_character() {
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\", \"title\": \"\\ud83d!\"}]"))
                    .containsExactly(FILE + ":1:26: /0/title must hold whole characters, was half of one");
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\", \"acts\": [{\"number\": 1, \"\\udc00\": 1}]}]"))
                    .containsExactly(FILE + ":1:40: /0/acts/0/\\udc00 must hold whole characters, was half of one");
        }

        @Test
        void a_number_out_of_this_world() {
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\", \"price\": 1e999}]"))
                    .containsExactly(FILE + ":1:26: /0/price must be a number between 1e-308 and 1e308, was 1e999");
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\", \"price\": 1e-999999999}]"))
                    .containsExactly(
                            FILE + ":1:26: /0/price must be a number between 1e-308 and 1e308, was 1e-999999999");
        }

        @Test
        void a_number_of_1200_digits() {
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\", \"price\": " + "9".repeat(1200) + "}]"))
                    .singleElement()
                    .asString()
                    .startsWith(FILE + ":1:")
                    .endsWith(": must have numbers of at most 1000 digits, was longer here");
        }

        @Test
        void two_thousand_levels() {
            assertThat(faultsOfPlays(folder, "[{\"uid\": " + "[".repeat(2000) + "]".repeat(2000) + "}]"))
                    .containsExactly(FILE + ":1:108: must be at most 100 levels deep, was deeper");
        }

        @Test
        void a_text_of_two_million_characters() {
            assertThat(faultsOfPlays(folder, "[{\"uid\": \"" + "x".repeat(2_000_000) + "\"}]"))
                    .singleElement()
                    .asString()
                    .startsWith(FILE + ":1:")
                    .endsWith(": must have texts of at most 1048576 characters, was longer here");
        }

        @Test
        void a_value_that_the_type_cannot_hold() {
            write(folder, "theatre/plays.json", "[{\"uid\": \"p-1\", \"after\": \"p-1\"}]");
            write(folder, "theatre/authors.json", "[]");
            Fixtures fixtures = Theatre.in(folder);
            assertThat(fixtures.records(Theatre.fixture(Theatre.PLAYS, Play::of)))
                    .isEmpty();
            assertThat(fixtures.faults().get(0).text())
                    .endsWith(":1:26: /0/after must be a value that this server can hold, was \"p-1\"");
        }

        @Test
        void a_value_that_the_type_of_a_part_cannot_hold() {
            write(folder, "theatre/plays.json", "[{\"uid\": \"p-1\", \"after\": [\"p-2\", {}]}]");
            write(folder, "theatre/authors.json", "[]");
            Fixtures fixtures = Theatre.in(folder);
            assertThat(fixtures.records(Theatre.fixture(Theatre.PLAYS, Play::of)))
                    .isEmpty();
            assertThat(fixtures.faults())
                    .extracting(Fault::text)
                    .last()
                    .asString()
                    .endsWith(":1:34: /0/after/1 must be a value that this server can hold, was {}");
        }
    }

    @Nested
    class Bytes_that_are_not_the_text_they_should_be {
        @Test
        void a_byte_order_mark() {
            assertThat(faultsOfPlays(folder, "\uFEFF[{\"uid\": \"p-1\", \"title\": 7}]"))
                    .containsExactly(
                            FILE + ":1:1: must be UTF-8 without a byte order mark, was marked with one",
                            FILE + ":1:26: /0/title must be a string, was 7");
        }

        @Test
        void another_encoding_is_placed_at_its_first_foreign_byte() {
            write(folder, "theatre/plays.json", "[\n{\"uid\": \"Gr\u00f6\u00dfe\"}]".getBytes(ISO_8859_1));
            assertThat(faults(folder)).containsExactly(FILE + ":2:12: must be UTF-8, was byte 0xF6");
        }

        @Test
        void utf_16_with_and_without_a_mark() {
            write(folder, "theatre/plays.json", "[]".getBytes(UTF_16));
            assertThat(faults(folder))
                    .containsExactly(
                            FILE + ":1:1: must be UTF-8, was byte 0xFE (it looks like UTF-16; save it as UTF-8)");
            write(folder, "theatre/plays.json", "[]".getBytes(UTF_16LE));
            assertThat(faults(folder))
                    .containsExactly(
                            FILE + ":1:2: must be UTF-8, was byte 0x00 (it looks like UTF-16; save it as UTF-8)");
        }

        @Test
        void an_overlong_form() {
            byte[] slash = "[{\"uid\": \"??\"}]".getBytes(ISO_8859_1);
            slash[10] = (byte) 0xC0;
            slash[11] = (byte) 0xAF;
            assertThat(faults(write(folder, "theatre/plays.json", slash)))
                    .containsExactly(FILE + ":1:11: must be UTF-8, was byte 0xC0");
        }

        @Test
        void a_surrogate_in_bytes() {
            byte[] half = "[{\"uid\": \"???\"}]".getBytes(ISO_8859_1);
            half[10] = (byte) 0xED;
            half[11] = (byte) 0xA0;
            half[12] = (byte) 0x80;
            assertThat(faults(write(folder, "theatre/plays.json", half)))
                    .containsExactly(FILE + ":1:11: must be UTF-8, was byte 0xED");
        }

        @Test
        void a_foreign_byte_far_into_a_large_file() {
            byte[] bytes = ("[" + "\n".repeat(50_000) + "{\"uid\": \"?\"}]").getBytes(ISO_8859_1);
            bytes[50_001 + 9] = (byte) 0xFF;
            assertThat(faults(write(folder, "theatre/plays.json", bytes)))
                    .containsExactly(FILE + ":50001:10: must be UTF-8, was byte 0xFF");
        }
    }

    @Nested
    class Files_of_lines {
        private static final String LINES = "mine/theatre/plays.ndjson";

        @Test
        void a_fault_has_its_line_and_a_pointer_within_it() {
            assertThat(
                            faults(
                                    write(
                                            folder,
                                            "theatre/plays.ndjson",
                                            """
                    {"uid": "p-1"}

                    {"uid": "p-2", "status": "opn"}
                    {"uid": "p-1"}
                    """)))
                    .containsExactly(
                            LINES + ":3:26: /status must be one of open, closed, was \"opn\" (did you mean \"open\"?)",
                            LINES + ":4:9: /uid must be unique, was \"p-1\" (the first is at 1:9)");
        }

        @Test
        void a_broken_line_does_not_hide_the_next_one() {
            assertThat(
                            faults(
                                    write(
                                            folder,
                                            "theatre/plays.ndjson",
                                            """
                    {"uid": "p-1",}
                    {"uid": "p-2"} {"uid": "p-3"}
                    [{"uid": "p-4"}]
                    {"uid": "p-5", "title": 5, "title": 6}
                    """)))
                    .containsExactly(
                            LINES + ":1:15: must be a key in double quotes, was } (take away the comma before it)",
                            LINES + ":2:16: must end before this, was an object",
                            LINES + ":3:1: must be an object, was an array",
                            LINES + ":4:28: /title must be there once, was there again",
                            LINES + ":4:37: /title must be a string, was 6");
        }
    }

    @Test
    void every_fault_of_every_file_is_told_in_one_run() {
        write(folder, "theatre/authors.json", "[{\"name\": \"A\"},{\"name\": \"A\"}]");
        write(folder, "theatre/house.json", "7");
        write(folder, "theatre/notes.txt", "");
        assertThat(faultsOfPlays(folder, "[{\"uid\": \"p-1\", \"title\": 7, \"status\": 8}]"))
                .containsExactly(
                        FILE + ":1:26: /0/title must be a string, was 7",
                        FILE + ":1:39: /0/status must be one of open, closed, was 8",
                        "mine/theatre/authors.json:1:25: /1/name must be unique, was \"A\" (the first is at 1:11)",
                        "mine/theatre/house.json:1:1: must be one object, was a number",
                        "mine/theatre/notes.txt: must belong to a collection, was unknown");
    }

    @Test
    void of_very_many_faults_a_hundred_are_told_and_the_rest_is_counted() {
        List<String> faults = faultsOfPlays(folder, "[" + "{\"title\": \"x\"},".repeat(136) + "{\"uid\": \"p\"}]");
        assertThat(faults).hasSize(101);
        assertThat(faults.get(100)).isEqualTo(FILE + ": must have no faults beyond these 100, was 36 more");
        assertThat(Theatre.in(folder).faults().stream().mapToInt(Fault::count).sum())
                .isEqualTo(136);
    }

    @Test
    void the_hundred_that_are_told_are_the_first_in_the_file_whatever_is_wrong() {
        String twice = "{\"uid\": \"p\", \"title\": \"x\", \"title\": \"x\"}";
        List<String> faults = faultsOfPlays(folder, "[" + "{\"title\": \"x\"},".repeat(100) + twice + "]");
        assertThat(faults).hasSize(101).noneMatch(fault -> fault.contains("be there once"));
    }
}
