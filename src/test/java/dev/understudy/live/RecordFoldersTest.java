package dev.understudy.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.understudy.api.Fault;
import dev.understudy.load.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of brought contracts that stand in folders of fixtures, over a port. */
class RecordFoldersTest {
    private static final Path KITES = Path.of("examples/kites/kites.yaml");
    private static final String MAKERS =
            """
            [{"id": 7, "name": "Ada", "city": "Graz", "founded": 1950},
             {"id": 3, "name": "Bo", "city": "Oslo"}]
            """;
    private static final String ADA = "{\"id\":7,\"name\":\"Ada\",\"city\":\"Graz\",\"founded\":1950}";
    private static final String BO = "{\"id\":3,\"name\":\"Bo\",\"city\":\"Oslo\"}";
    private static final String KITE =
            "{\"id\":\"%s\",\"name\":\"Red\",\"color\":\"red\",\"price\":12.50,\"maker_id\":%d,\"created_at\":\"%s\"}";

    /**
     * What one shows alone is more than what is listed; two properties tell boats apart; nothing says whose a note is.
     */
    private static final String HARBOUR =
            """
            openapi: 3.1.0
            info: {title: Harbour, version: '1'}
            paths:
              /boats:
                get:
                  operationId: listBoats
                  responses:
                    '200':
                      description: All
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: '#/components/schemas/Boat'}}
              /boats/{owner}/{name}:
                get:
                  operationId: getBoat
                  parameters:
                    - {name: owner, in: path, required: true, schema: {type: string}}
                    - {name: name, in: path, required: true, schema: {type: string}}
                  responses:
                    '200':
                      description: One
                      content:
                        application/json:
                          schema:
                            allOf:
                              - {$ref: '#/components/schemas/Boat'}
                              - type: object
                                required: [length, flag]
                                properties:
                                  length: {type: integer, maximum: 90}
                                  flag: {type: string, enum: [AT, NO]}
                    '404': {description: None}
              /piers/{pier}/notes:
                get:
                  operationId: listNotes
                  parameters:
                    - {name: pier, in: path, required: true, schema: {type: string}}
                  responses:
                    '200':
                      description: All
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: '#/components/schemas/Note'}}
            components:
              schemas:
                Boat:
                  type: object
                  required: [owner, name]
                  properties: {owner: {type: string}, name: {type: string}}
                Note:
                  type: object
                  required: [id, text]
                  properties: {id: {type: integer}, text: {type: string}}
            """;

    private final Path root;
    private final Folder first;
    private final Folder second;

    RecordFoldersTest(@TempDir Path root) {
        this.root = root;
        this.first = new Folder(root.resolve("first"));
        this.second = new Folder(root.resolve("second"));
    }

    @Test
    void a_file_of_the_name_of_a_collection_has_its_records_and_all_others_stay() throws Exception {
        first.write("kites/makers.json", MAKERS);
        try (Site mock = new Site(Understudy.start(settings("first")))) {
            assertThat(mock.get("/v1/makers").body()).isEqualTo("[" + ADA + "," + BO + "]");
            assertThat(mock.get("/v1/makers/3").body()).isEqualTo(BO);
            assertThat(mock.get("/v1/makers/1").body()).contains("such as 7 or 3");
            assertThat(mock.get("/v1/kites").body()).contains("\"size\":25").containsPattern("\"maker_id\":[37],");
            assertThat(mock.running().snapshot().origins())
                    .extracting(Origin::collection, Origin::text, Origin::records)
                    .containsExactly(tuple("kites/makers", root.resolve("first").toString(), 2));
        }
    }

    @Test
    void lines_relative_dates_and_changes_in_a_later_folder_are_read_as_those_of_other_fixtures() throws Exception {
        first.write("kites/makers.json", MAKERS);
        first.write("kites/kites.ndjson", KITE.formatted("a", 7, "@now-1d") + "\n" + KITE.formatted("b", 3, "@now"));
        second.write("kites/makers.merge.json", "[{\"id\": 7, \"$remove\": true}, {\"id\": 3, \"founded\": 1960}]");
        try (Site mock = new Site(Understudy.start(settings("first", "second")))) {
            assertThat(mock.get("/v1/makers").body()).isEqualTo("[" + BO.replace("}", ",\"founded\":1960}") + "]");
            assertThat(mock.get("/v1/kites?created_after=2026-03-01T00:00:00Z").body())
                    .contains("\"size\":1,")
                    .contains(KITE.formatted("b", 3, "2026-03-01T09:00:00Z"));
            assertThat(mock.get("/v1/makers/3/kites").body())
                    .isEqualTo("[" + KITE.formatted("b", 3, "2026-03-01T09:00:00Z") + "]");
        }
    }

    @Test
    void what_breaks_the_schema_and_what_belongs_to_no_collection_ends_the_start_and_is_found_by_check()
            throws Exception {
        first.write(
                "kites/makers.json",
                """
                [
                  {"id": 1, "name": "Ada", "citty": "Graz"},
                  {"id": 1, "name": "Bo", "city": "Oslo", "founded": 1800}
                ]
                """);
        first.write("kites/kits.json", "[]");

        CannotLoad refused = catchThrowableOfType(CannotLoad.class, () -> Understudy.start(settings("first")));

        String maker = ", examples/kites/kites.yaml#/components/schemas/Maker";
        String file = root.resolve("first/kites") + "/";
        assertThat(refused.faults())
                .extracting(Fault::text)
                .containsExactlyInAnyOrder(
                        file + "makers.json:2:3: /0/city must be given, was missing [required" + maker + "]",
                        file + "makers.json:2:28: /0/citty must be left out, was \"Graz\" (did you mean \"city\"?)"
                                + " [additionalProperties" + maker + "]",
                        file + "makers.json:3:10: /1/id must be unique, was \"1\" (the first is at 2:10)",
                        file + "makers.json:3:54: /1/founded must be at least 1900, was 1800 [minimum" + maker
                                + "/properties/founded]",
                        file + "kits.json: must belong to a collection, was unknown (did you mean"
                                + " \"kites/kites.json\"?)");
        assertThat(Snapshot.check(List.of(), settings("first")).faults()).isEqualTo(refused.faults());
    }

    @Test
    void a_file_that_changes_is_read_again_and_a_broken_one_is_refused() throws Exception {
        first.write("kites/makers.json", MAKERS);
        var quick = new WatchInterval(Duration.ofMillis(5), Duration.ofMillis(20));
        try (Site mock = new Site(Understudy.start(settings("first").watching(quick)))) {
            first.write("kites/makers.json", "[" + BO + "]");
            mock.until("/v1/makers", ("[" + BO + "]")::equals);

            first.write("kites/makers.json", "[{}]");
            mock.until("/-/ready", body -> body.contains("makers.json:1:2"));
            assertThat(mock.get("/v1/makers").body()).isEqualTo("[" + BO + "]");
        }
    }

    @Test
    void a_record_may_have_what_only_its_item_shows_and_the_rest_of_that_is_made() throws Exception {
        var harbour = harbour();
        first.write("harbour/boats.json", "[{\"owner\": \"ada\", \"name\": \"x\", \"length\": 7}]");
        try (Site mock = new Site(Understudy.start(harbour))) {
            assertThat(mock.get("/boats").body()).isEqualTo("[{\"owner\":\"ada\",\"name\":\"x\"}]");
            assertThat(mock.get("/boats/ada/x").body())
                    .contains("\"owner\":\"ada\"")
                    .contains("\"length\":7")
                    .containsPattern("\"flag\":\"(AT|NO)\"");
        }
    }

    @Test
    void records_that_several_properties_tell_apart_together_may_not_repeat_them() throws Exception {
        var harbour = harbour();
        first.write(
                "harbour/boats.json",
                """
                [{"owner": "ada", "name": "x"}, {"owner": "bo", "name": "x"},
                 {"owner": "ada", "name": "x", "length": 99}]
                """);

        CannotLoad refused = catchThrowableOfType(CannotLoad.class, () -> Understudy.start(harbour));

        assertThat(refused.faults())
                .extracting(Fault::text)
                .anySatisfy(text -> assertThat(text).contains("/2/name must be unique, was \"ada/x\""))
                .anySatisfy(text -> assertThat(text).contains("/2/length must be at most 90, was 99"))
                .hasSize(2);
    }

    @Test
    void a_key_that_is_not_shown_says_where_in_its_path_a_record_lies() throws Exception {
        var harbour = harbour();
        first.write(
                "harbour/notes.json",
                "[{\"id\": 1, \"text\": \"a\", \"x-pier\": \"north\"}, {\"id\": 2, \"text\": \"b\"}]");
        try (Site mock = new Site(Understudy.start(harbour))) {
            assertThat(mock.get("/piers/north/notes").body())
                    .isEqualTo("[{\"id\":1,\"text\":\"a\"},{\"id\":2,\"text\":\"b\"}]");
            assertThat(mock.get("/piers/south/notes").body()).isEqualTo("[{\"id\":2,\"text\":\"b\"}]");
        }
    }

    private Settings harbour() throws IOException {
        new Folder(root).write("harbour.yaml", HARBOUR);
        return settings("first").withBrought(Brought.of(root.resolve("harbour.yaml")));
    }

    private Settings settings(String... folders) {
        return Settings.DEFAULT
                .withAuth(false)
                .withClock(Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC))
                .withFixtures(List.of(folders).stream().map(root::resolve).toArray(Path[]::new))
                .withBrought(Brought.of(KITES));
    }
}
