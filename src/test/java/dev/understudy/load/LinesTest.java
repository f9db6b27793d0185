package dev.understudy.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.load.Theatre.Play;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of lines is read in pieces, several at a time; nobody may be able to tell. */
class LinesTest {
    private static final int MANY = 5_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n", " \n\t\n"})
    void records_are_the_same_however_lines_end(String ending) throws IOException {
        Fixtures fixtures = fixtures(String.join(ending, plays()));
        List<Play> plays = fixtures.records(Theatre.fixture(Theatre.PLAYS, Play::of));
        assertThat(fixtures.faults()).isEmpty();
        assertThat(plays).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(plays.get(i).uid()).isEqualTo("play-" + i);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_300, 2_600, 4_999, 5_000})
    void a_fault_is_told_with_its_line_wherever_that_is(int line) throws IOException {
        for (String ending : List.of("\n", "\r\n")) {
            List<String> lines = plays();
            lines.set(line - 1, "{\"uid\": \"x\", \"titel\": \"é\"}");
            write(String.join(ending, lines));
            assertThat(Theatre.faults(folder))
                    .singleElement()
                    .asString()
                    .startsWith("mine/theatre/plays.ndjson:" + line + ":14: /titel must be left out");
        }
    }

    @Test
    void a_key_twice_and_half_a_character_are_told_with_their_places() throws IOException {
        List<String> lines = plays();
        lines.set(1_000, "{\"uid\": \"x\", \"title\": \"a\", \"title\": \"b\"}");
        lines.set(4_500, "{\"uid\": \"y\", \"title\": \"\\ud800\"}");
        write(String.join("\n", lines));
        assertThat(Theatre.faults(folder))
                .containsExactly(
                        "mine/theatre/plays.ndjson:1001:28: /title must be there once, was there again",
                        "mine/theatre/plays.ndjson:4501:23: /title must hold whole characters, was half of one");
    }

    @Test
    void a_record_over_two_lines_and_two_records_on_one_are_faults() throws IOException {
        List<String> lines = plays();
        lines.set(2_000, "{\"uid\": \"x\",\n\"title\": \"y\"}");
        lines.set(4_000, "{\"uid\": \"x\"} {\"uid\": \"y\"}");
        write(String.join("\n", lines));
        assertThat(Theatre.faults(folder))
                .extracting(fault -> fault.replaceAll("(:\\d+:\\d+: ).*", "$1"))
                .containsExactly(
                        "mine/theatre/plays.ndjson:2001:13: ",
                        "mine/theatre/plays.ndjson:2002:1: ",
                        "mine/theatre/plays.ndjson:2002:8: ",
                        "mine/theatre/plays.ndjson:4002:14: ");
    }

    @Test
    void a_line_may_be_longer_than_what_is_read_at_once() throws IOException {
        String title = "€".repeat(300_000);
        Fixtures fixtures =
                fixtures("{\"uid\": \"a\"}\n{\"uid\": \"b\", \"title\": \"" + title + "\"}\n{\"uid\": \"c\"}");
        List<Play> plays = fixtures.records(Theatre.fixture(Theatre.PLAYS, Play::of));
        assertThat(fixtures.faults()).isEmpty();
        assertThat(plays).extracting(Play::uid).containsExactly("a", "b", "c");
        assertThat(plays.get(1).title()).isEqualTo(title);
    }

    @Test
    void the_character_that_stands_for_broken_ones_is_none_itself() throws IOException {
        Fixtures fixtures = fixtures("{\"uid\": \"\uFFFD\"}");
        assertThat(fixtures.records(Theatre.fixture(Theatre.PLAYS, Play::of)).subList(0, 1))
                .extracting(Play::uid)
                .containsExactly("\uFFFD");
        assertThat(fixtures.faults()).isEmpty();
    }

    @Test
    void bytes_that_are_no_characters_are_told_with_their_place_behind_many_lines() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(String.join("\n", plays()).getBytes(UTF_8));
        // A slash in two bytes.
        bytes.write(new byte[] {'\n', '"', (byte) 0xC0, (byte) 0xAF, '"'});
        Files.createDirectories(folder.resolve("theatre"));
        Files.write(folder.resolve("theatre/plays.ndjson"), bytes.toByteArray());
        assertThat(Theatre.faults(folder))
                .containsExactly("mine/theatre/plays.ndjson:" + (MANY + 1) + ":2: must be UTF-8, was byte 0xC0");
    }

    @Test
    void a_byte_order_mark_is_a_fault_of_the_first_line_only() throws IOException {
        write("\uFEFF" + String.join("\n", plays()));
        assertThat(Theatre.faults(folder))
                .containsExactly("mine/theatre/plays.ndjson:1:1: must be UTF-8 without a byte order mark,"
                        + " was marked with one");
        write(String.join("\n", plays()) + "\n\uFEFF{\"uid\": \"x\"}");
        assertThat(Theatre.faults(folder))
                .singleElement()
                .asString()
                .startsWith("mine/theatre/plays.ndjson:" + (MANY + 1) + ":");
    }

    /** So many that they are read in several pieces. */
    private static List<String> plays() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < MANY; i++) {
            lines.add("{\"uid\": \"play-" + i + "\", \"title\": \"" + "x".repeat(80) + "\"}");
        }
        return lines;
    }

    private Fixtures fixtures(String text) throws IOException {
        write(text);
        return Theatre.in(folder);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder.resolve("theatre"));
        Files.writeString(folder.resolve("theatre/plays.ndjson"), text);
    }
}
