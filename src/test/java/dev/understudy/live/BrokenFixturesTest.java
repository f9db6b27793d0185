package dev.understudy.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.understudy.CaseFile;
import dev.understudy.api.Fault;
import dev.understudy.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The corpus. Each file of broken-fixtures is one kind of broken fixture folder and, as its section {@code faults},
 * what its owner is told; each of lawful-fixtures looks odd and is in order. What git or an editor would correct by the
 * way is written here.
 */
class BrokenFixturesTest {
    private static final Path CORPUS = Path.of("src/test/resources");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-01T09:00:00Z"), ZoneOffset.UTC);
    private static final List<Contract> CONTRACTS =
            Catalogue.builtIn().stream().map(Catalogue.Entry::read).toList();
    private static final String FILE = "exante/work-tasks/work-tasks.json";

    private final Path mine;
    private final Path elsewhere;

    BrokenFixturesTest(@TempDir Path place) throws IOException {
        mine = Files.createDirectory(place.resolve("mine"));
        elsewhere = Files.createDirectory(place.resolve("elsewhere"));
    }

    @ParameterizedTest
    @MethodSource({"broken", "lawful"})
    void a_fixture_folder_has_the_faults_that_stand_below_it(Path file) throws IOException {
        CaseFile given = CaseFile.read(file);
        given.write(mine, "faults");
        given.holds(Map.of("faults", faults(mine)));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_broken_fixture_has_a_fault(Path file) throws IOException {
        assertThat(CaseFile.read(file).sections().get("faults")).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("lawful")
    void an_odd_but_lawful_fixture_has_none(Path file) throws IOException {
        assertThat(CaseFile.read(file).sections().get("faults")).isEmpty();
    }

    @Test
    void a_byte_order_mark() throws IOException {
        write(FILE, "\uFEFF[]".getBytes(UTF_8));
        assertThat(faults(mine))
                .containsExactly("mine/" + FILE + ":1:1: must be UTF-8 without a byte order mark, was marked with one");
    }

    @Test
    void utf_16_of_both_kinds() throws IOException {
        write(FILE, "\uFEFF[]".getBytes(UTF_16LE));
        assertThat(faults(mine))
                .containsExactly(
                        "mine/" + FILE + ":1:1: must be UTF-8, was byte 0xFF (it looks like UTF-16; save it as UTF-8)");
        write(FILE, "[]".getBytes(UTF_16BE));
        assertThat(faults(mine))
                .containsExactly(
                        "mine/" + FILE + ":1:1: must be UTF-8, was byte 0x00 (it looks like UTF-16; save it as UTF-8)");
    }

    @Test
    void another_encoding() throws IOException {
        write(FILE, "[\n{\"title\": \"Büro\"}]".getBytes(ISO_8859_1));
        assertThat(faults(mine)).containsExactly("mine/" + FILE + ":2:13: must be UTF-8, was byte 0xFC");
    }

    @Test
    void an_overlong_form_half_a_character_and_a_byte_of_none() throws IOException {
        write(FILE, bytes("[\"", 0xC0, 0xAF, "\"]"));
        assertThat(faults(mine)).containsExactly("mine/" + FILE + ":1:3: must be UTF-8, was byte 0xC0");
        write(FILE, bytes("[\"", 0xED, 0xA0, "\"]"));
        assertThat(faults(mine)).containsExactly("mine/" + FILE + ":1:3: must be UTF-8, was byte 0xED");
        write(FILE, bytes("[\"", 0xF8, 0x88, "\"]"));
        assertThat(faults(mine)).containsExactly("mine/" + FILE + ":1:3: must be UTF-8, was byte 0xF8");
    }

    @Test
    void windows_line_ends_around_a_fault() throws IOException {
        write("exante/work-tasks/caller.merge.json", "{\r\n  \"organisation_uids\": []\r\n}\r\n".getBytes(UTF_8));
        assertThat(faults(mine))
                .containsExactly("mine/exante/work-tasks/caller.merge.json:2:3: /organisation_uids must be left out,"
                        + " was [] (did you mean \"organization_uids\"?)"
                        + " [additionalProperties, specs/exante/work-tasks.yaml#/components/schemas/CallerFixture]");
    }

    @Test
    void windows_line_ends_alone_are_lawful() throws IOException {
        write("exante/work-tasks/caller.merge.json", "{\r\n  \"organization_uids\": []\r\n}\r\n".getBytes(UTF_8));
        write("exante/work-tasks/work-tasks.ndjson", "\r\n\r\n".getBytes(UTF_8));
        assertThat(faults(mine)).isEmpty();
    }

    @Test
    void a_folder_named_like_a_file() throws IOException {
        Files.createDirectories(mine.resolve(FILE));
        Files.createDirectories(mine.resolve("exante/work-tasks/work-tasks.merge.json"));
        assertThat(faults(mine))
                .containsExactly(
                        "mine/" + FILE + ": must be a file, was a folder",
                        "mine/exante/work-tasks/work-tasks.merge.json: must be a file, was a folder");
    }

    @Test
    void a_file_that_may_not_be_read() throws IOException {
        write(FILE, "[]".getBytes(UTF_8));
        Files.setPosixFilePermissions(mine.resolve(FILE), PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(mine.resolve(FILE)), "root may read everything");
        assertThat(faults(mine)).containsExactly("mine/" + FILE + ": must be readable, was closed to us");
    }

    @Test
    void a_link_out_of_the_folder_and_one_to_nothing() throws IOException {
        Files.createDirectories(mine.resolve(FILE).getParent());
        Files.writeString(elsewhere.resolve("tasks.json"), "[]");
        Files.createSymbolicLink(mine.resolve(FILE), elsewhere.resolve("tasks.json"));
        Files.createSymbolicLink(mine.resolve("exante/work-tasks/caller.json"), Path.of("gone.json"));
        assertThat(faults(mine))
                .containsExactly(
                        "mine/exante/work-tasks/caller.json: must be a file, was a link to nothing",
                        "mine/" + FILE + ": must lie in mine, was a link that leads out of it");
    }

    @Test
    void a_link_inside_the_folder_is_lawful() throws IOException {
        write("..2026_04_01/work-tasks.json", "[]".getBytes(UTF_8));
        Files.createDirectories(mine.resolve(FILE).getParent());
        Files.createSymbolicLink(mine.resolve("..data"), Path.of("..2026_04_01"));
        Files.createSymbolicLink(mine.resolve(FILE), Path.of("../../..data/work-tasks.json"));
        assertThat(faults(mine)).isEmpty();
    }

    static List<Path> broken() throws IOException {
        return cases(CORPUS.resolve("broken-fixtures"));
    }

    static List<Path> lawful() throws IOException {
        return cases(CORPUS.resolve("lawful-fixtures"));
    }

    private static List<Path> cases(Path folder) throws IOException {
        return CaseFile.names(folder).stream().map(folder::resolve).toList();
    }

    /** As somebody reads it who stands beside the folder. */
    private static List<String> faults(Path folder) {
        return ContractFixtures.of(CONTRACTS, List.of(folder), CLOCK).faults().stream()
                .map(Fault::text)
                .map(text -> text.replace(folder.toString(), "mine"))
                .toList();
    }

    private void write(String file, byte[] bytes) throws IOException {
        Files.createDirectories(mine.resolve(file).getParent());
        Files.write(mine.resolve(file), bytes);
    }

    private static byte[] bytes(String before, int first, int second, String after) {
        byte[] bytes = (before + "??" + after).getBytes(UTF_8);
        bytes[before.length()] = (byte) first;
        bytes[before.length() + 1] = (byte) second;
        return bytes;
    }
}
