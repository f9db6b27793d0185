package dev.understudy.load;

import static dev.understudy.load.Theatre.faults;
import static dev.understudy.load.Theatre.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.understudy.api.Fault;
import dev.understudy.load.Theatre.Play;
import dev.understudy.load.text.Form;
import dev.understudy.load.text.Source;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixtureFolderTest {
    private static final String GOOD = "[{\"uid\": \"a\"}]";

    private final Path outside;
    private final Path folder;

    FixtureFolderTest(@TempDir Path place) throws IOException {
        outside = Files.createDirectory(place.resolve("outside"));
        folder = Files.createDirectory(place.resolve("folder"));
    }

    @Test
    void an_empty_folder_is_in_order() {
        assertThat(faults(folder)).isEmpty();
    }

    @Test
    void a_folder_that_is_missing_or_a_file_is_told() {
        assertThat(Theatre.in(Path.of("no-such-folder")).faults())
                .extracting(Fault::text)
                .containsExactly("no-such-folder: must be a folder, was missing");
        write(folder, "file", "");
        assertThat(faults(folder.resolve("file"))).containsExactly("mine: must be a folder, was something else");
    }

    @Test
    void a_file_of_no_collection_is_told_with_the_name_that_was_probably_meant() {
        write(folder, "theatre/play.json", GOOD);
        assertThat(faults(folder))
                .containsExactly("mine/theatre/play.json: must belong to a collection, was unknown"
                        + " (did you mean \"theatre/plays.json\"?)");
    }

    @Test
    void a_misspelt_folder_is_told_by_its_files() {
        write(folder, "theater/plays.json", GOOD);
        write(folder, "opera", "");
        assertThat(faults(folder))
                .containsExactly(
                        "mine/opera: must belong to a collection, was unknown",
                        "mine/theater/plays.json: must belong to a collection, was unknown"
                                + " (did you mean \"theatre/plays.json\"?)");
    }

    @Test
    void lines_cannot_hold_a_single_object() {
        write(folder, "theatre/house.ndjson", "{\"seats\": 1}");
        assertThat(faults(folder))
                .containsExactly("mine/theatre/house.ndjson: must belong to a collection, was unknown"
                        + " (did you mean \"theatre/house.json\"?)");
    }

    @Test
    void hidden_files_and_folders_are_not_looked_at() {
        write(folder, ".DS_Store", "");
        write(folder, ".git/theatre/nonsense.json", "");
        write(folder, "theatre/.plays.json.swp", "");
        assertThat(faults(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plays.json~",
                "#plays.json#",
                ".#plays.json",
                ".plays.json.swp",
                "plays.json.swo",
                "plays.json.bak",
                "plays.json.BAK",
                "plays.json.orig",
                "plays.json.tmp",
                "~$plays.xlsx",
                "plays.json___jb_tmp___",
                ".DS_Store",
                "Thumbs.db",
                "desktop.ini",
                "README",
                "README.md",
                "Readme.txt",
                "notes.md",
                "LICENSE",
                "LICENSE.txt",
                "__MACOSX/nonsense.json",
                "theatre.bak/plays.json"
            })
    void what_editors_systems_and_people_leave_behind_is_passed_over(String name) {
        write(folder, "theatre/plays.json", GOOD);
        write(folder, name, "nonsense");
        write(folder, "theatre/" + name, "nonsense");
        Fixtures fixtures = Theatre.in(folder);

        assertThat(fixtures.records(Theatre.fixture(Theatre.PLAYS, Play::of))).hasSize(1);
        assertThat(fixtures.faults()).isEmpty();
        String first = name.replaceFirst("/.*", "");
        assertThat(fixtures.folders().get(0).passedOver()).containsExactlyInAnyOrder(first, "theatre/" + first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            plays.json                 | its place is theatre/plays.json
            somewhere-else/authors.json | its place is theatre/authors.json
            mine/theatre/plays.ndjson  | did you mean "theatre/plays.ndjson"?
            a/b/c/plays.ndjson         | its place is theatre/plays.ndjson
            Plays.JSON                 | its place is theatre/plays.json
            plays.yaml                 | its place is theatre/plays.json
            plays.merge.yaml           | its place is theatre/plays.merge.json
            play.json                  | its place is theatre/plays.json
            theatre/plays.yaml         | did you mean "theatre/plays.json"?
            theatre/plays.txt          | did you mean "theatre/plays.json"?
            README.json                | -
            notes.txt                  | -
            musicians.json             | -""")
    void what_looks_like_a_fixture_is_told_with_its_place(String name, @Nullable String hint) {
        write(folder, name, GOOD);

        assertThat(Theatre.in(folder).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.hint()).isEqualTo(hint))
                .satisfies(fault -> assertThat(fault.message()).isEqualTo("must belong to a collection, was unknown"));
    }

    @Test
    void a_name_that_two_collections_have_is_told_with_both_places() {
        Set<String> files = Set.of("techwolf/ai-goals/employees.json", "techwolf/task-profiles/employees.json");

        assertThat(new ExpectedPath(new TreeSet<>(files)).hint("employees.json"))
                .hasValue("its place is techwolf/ai-goals/employees.json or techwolf/task-profiles/employees.json");
    }

    @Test
    void a_collections_own_file_is_read_whatever_it_is_called() {
        assertThat(LeftoverFiles.is("readme.json")).isFalse();
        assertThat(LeftoverFiles.is("readme.ndjson")).isFalse();
    }

    @Test
    void a_collection_may_lie_in_one_form_only() {
        write(folder, "theatre/plays.json", GOOD);
        write(folder, "theatre/plays.ndjson", "{\"uid\": \"b\"}");
        assertThat(faults(folder))
                .containsExactly("mine/theatre/plays.json: must be the only file of its collection,"
                        + " was beside mine/theatre/plays.ndjson (remove one of them)");
    }

    @Test
    void a_folder_named_like_a_file_is_told() throws IOException {
        Files.createDirectories(folder.resolve("theatre/plays.json"));
        assertThat(faults(folder)).containsExactly("mine/theatre/plays.json: must be a file, was a folder");
    }

    @Test
    void an_unreadable_file_is_told() throws IOException {
        write(folder, "theatre/plays.json", GOOD);
        Path plays = folder.resolve("theatre/plays.json");
        Files.setPosixFilePermissions(plays, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(plays), "root may read everything");
        assertThat(faults(folder)).containsExactly("mine/theatre/plays.json: must be readable, was closed to us");
    }

    @Test
    void a_file_that_cannot_be_opened_any_more_is_told() {
        var source = new Source("mine", "mine/theatre/plays.json", Form.ARRAY, () -> {
            throw new AccessDeniedException("plays.json");
        });
        CollectionFiles stack = new CollectionFiles(source, List.of());
        Loaded<?> loaded = Loading.read(Theatre.collections().get(0), stack, null, null, Theatre.NOON.instant());
        assertThat(loaded.report().faults())
                .extracting(Fault::text)
                .containsExactly("mine/theatre/plays.json: must be readable, was closed to us");
    }

    @Test
    void a_link_out_of_the_folder_is_told_and_not_read() throws IOException {
        write(outside, "plays.json", GOOD);
        write(folder, "theatre/house.json", "{\"seats\": 1}");
        Files.createSymbolicLink(folder.resolve("theatre/plays.json"), outside.resolve("plays.json"));
        Files.createSymbolicLink(folder.resolve("opera"), outside);
        Fixtures fixtures = Theatre.in(folder);
        assertThat(fixtures.records(Theatre.fixture(Theatre.PLAYS, Play::of))).isEmpty();
        assertThat(faults(folder))
                .containsExactly(
                        "mine/opera: must lie in mine, was a link that leads out of it",
                        "mine/theatre/plays.json: must lie in mine, was a link that leads out of it");
    }

    @Test
    void a_link_to_nothing_or_in_a_circle_is_told() throws IOException {
        Files.createDirectory(folder.resolve("theatre"));
        Files.createSymbolicLink(folder.resolve("theatre/plays.json"), Path.of("gone.json"));
        Files.createSymbolicLink(folder.resolve("theatre/house.json"), Path.of("house.json"));
        assertThat(faults(folder))
                .containsExactly(
                        "mine/theatre/house.json: must be a file, was a link to nothing",
                        "mine/theatre/plays.json: must be a file, was a link to nothing");
    }

    @Test
    void a_link_to_a_folder_above_itself_comes_to_an_end() throws IOException {
        Files.createSymbolicLink(folder.resolve("again"), Path.of("."));
        assertThat(faults(folder))
                .containsExactly("mine/again/again/again/again: must belong to a collection, was unknown");
    }

    @Test
    void a_mounted_config_map_is_read_through_its_links() throws IOException {
        write(folder, "..2026_04_01/theatre/plays.json", GOOD);
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_04_01"));
        Files.createSymbolicLink(folder.resolve("theatre"), Path.of("..data/theatre"));
        Fixtures fixtures = Theatre.in(folder);
        assertThat(fixtures.records(Theatre.fixture(Theatre.PLAYS, Play::of))).hasSize(1);
        assertThat(fixtures.faults()).isEmpty();
    }

    @Test
    void a_folder_may_itself_be_a_link() throws IOException {
        write(outside, "theatre/plays.json", GOOD);
        Path link = Files.createSymbolicLink(folder.resolve("link"), outside);
        Fixtures fixtures = Theatre.in(link);
        assertThat(fixtures.records(Theatre.fixture(Theatre.PLAYS, Play::of))).hasSize(1);
        assertThat(fixtures.faults()).isEmpty();
    }

    @Test
    void the_same_stranger_in_two_layers_is_told_for_each() {
        write(folder, "a/x.json", "");
        write(outside, "a/x.json", "");
        assertThat(Theatre.in(outside, folder).faults())
                .extracting(Fault::file)
                .isEqualTo(List.of(outside + "/a/x.json", folder + "/a/x.json"));
    }
}
