package dev.understudy.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Fault;
import dev.understudy.api.Json;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.road.Answer;
import dev.understudy.road.IncomingRequest;
import dev.understudy.road.Pets;
import dev.understudy.rules.AppliedRule;
import dev.understudy.rules.RuleReader;
import dev.understudy.rules.RuleState;
import dev.understudy.rules.Rulebook;
import dev.understudy.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that stand in folders of fixtures. */
class RuleFilesTest {
    private static final String TWICE =
            """
            - call: {operation: listPets, where: [{in: query, name: limit, equals: 1}]}
              answer: {status: 500, body: {wrong: [first]}}
              times: 1
            - id: second
              call: {operation: listPets, where: [{in: query, name: limit, equals: 1}]}
              answer: {status: 500, body: {wrong: [second]}}
            """;

    private final Folder first;
    private final Folder second;
    private final Settings settings;

    RuleFilesTest(@TempDir Path root) {
        first = new Folder(root.resolve("first"));
        second = new Folder(root.resolve("second"));
        settings = Settings.DEFAULT.withFixtures(first.root(), second.root());
    }

    @BeforeEach
    void fixtures() throws IOException {
        first.write(Kennel.PETS, "[{\"name\": \"Ada\"}]");
        first.write(Kennel.DOGS, "[]");
        Files.createDirectories(second.root());
    }

    @Test
    void rules_of_files_hold_in_every_session_from_top_to_bottom_and_each_session_counts_for_itself()
            throws IOException {
        first.write("rules/twice.yaml", TWICE);
        Snapshot snapshot = (Snapshot) Snapshot.load(Kennel.catalogue(), settings);
        for (String key : List.of("a", "b")) {
            var session = new Session(key);

            assertThat(answer(snapshot, session, "?limit=1").rule()).isEqualTo(new AppliedRule("twice.1", false));
            assertThat(answer(snapshot, session, "?limit=1").rule()).isEqualTo(new AppliedRule("second", false));
            assertThat(Pets.text(answer(snapshot, session, "?limit=1"))).isEqualTo("{\"wrong\":[\"second\"]}");
            assertThat(answer(snapshot, session, "?limit=2").response().status())
                    .isEqualTo(200);
            assertThat(session.rules().all(snapshot.rules()))
                    .extracting(RuleState::used)
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void of_files_of_the_same_name_the_one_in_the_last_folder_counts() throws IOException {
        first.write("rules/twice.yaml", TWICE);
        second.write("rules/twice.yaml", "call: {operation: listPets}\nanswer: {status: 401}\n");
        Snapshot snapshot = (Snapshot) Snapshot.load(Kennel.catalogue(), settings);

        assertThat(snapshot.rules().shared()).hasSize(1);
        assertThat(answer(snapshot, new Session("a"), "").response().status()).isEqualTo(401);
    }

    @Test
    void what_is_wrong_in_a_file_is_a_fault_with_its_place_for_the_start_and_for_check() throws IOException {
        first.write(
                "rules/wrong.yaml",
                """
                - call: {operation: listPet}
                  answer: {status: 500}
                - call: {operation: listPets}
                  anser: {status: 500}
                - call: {operation: listPets}
                  answer:
                    status: 500
                    body: {wrong: 7}
                - {id: one, call: {operation: listPets}, answer: {status: 500}}
                - {id: one, call: {operation: listPets}, answer: {status: 500}}
                """);
        second.write("rules/empty.yaml", "\n");
        first.write("rules/broken.yml", "call: [");
        first.write("rules/notes.txt", "");

        List<String> faults = Snapshot.load(Kennel.catalogue(), settings).faults().stream()
                .map(Fault::text)
                .toList();

        String file = first.root() + "/rules/wrong.yaml";
        assertThat(faults)
                .anySatisfy(
                        fault -> assertThat(fault).startsWith(file + ":1:10: ").contains("\"listPets\""))
                .anySatisfy(
                        fault -> assertThat(fault).startsWith(file + ":4:3: ").contains("did you mean \"answer\"?"))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith(file + ":8:12: ")
                        .contains("must be an array", "say unchecked: true"))
                .anySatisfy(fault -> assertThat(fault).contains("the id \"one\" is there twice"))
                .anySatisfy(fault -> assertThat(fault).contains("empty.yaml: must have a rule"))
                .anySatisfy(fault -> assertThat(fault).contains("broken.yml:"))
                .anySatisfy(fault -> assertThat(fault).contains("notes.txt"));
        assertThat(Snapshot.check(Kennel.catalogue(), settings).faults())
                .extracting(Fault::text)
                .containsExactlyInAnyOrderElementsOf(faults);
    }

    @Test
    void rules_of_a_session_are_read_again_with_the_contracts_and_those_of_files_begin_anew_where_they_changed()
            throws IOException {
        first.write("rules/twice.yaml", TWICE);
        Snapshot before = (Snapshot) Snapshot.load(Kennel.catalogue(), settings);
        var session = new Session("a");
        answer(before, session, "?limit=1");
        Snapshot same = (Snapshot) Snapshot.load(Kennel.catalogue(), settings);
        assertThat(answer(same, session, "?limit=1").rule()).isEqualTo(new AppliedRule("second", false));

        first.write("rules/twice.yaml", TWICE.replace("times: 1", "times: 2"));
        Snapshot after = (Snapshot) Snapshot.load(Kennel.catalogue(), settings);
        assertThat(answer(after, session, "?limit=1").rule()).isEqualTo(new AppliedRule("twice.1", false));
    }

    @Test
    void nothing_is_wrong_with_the_rules_of_the_example() {
        Settings example = Settings.DEFAULT
                .withBrought(Brought.of(Path.of("examples/library/library.yaml")))
                .withFixtures(Path.of("examples/faults"));
        assertThat(Snapshot.check(List.of(), example).faults()).isEmpty();
    }

    @Test
    void a_rule_of_a_session_ends_when_its_operation_is_not_there_any_more() throws Exception {
        Snapshot before = (Snapshot) Snapshot.load(Kennel.catalogue(), settings);
        var session = new Session("a");
        JsonNode rule = Json.mapper().readTree("{\"call\":{\"operation\":\"addPet\"},\"answer\":{\"status\":401}}");
        session.rules().add(before.rules(), rule, Long.MAX_VALUE);
        assertThat(session.rules().isEmpty()).isFalse();

        var gone = new Rulebook(RuleReader.NONE, List.of(), Clock.systemUTC());
        assertThat(session.rules().all(gone)).isEmpty();
        assertThat(session.rules().isEmpty()).isTrue();
    }

    private static Answer answer(Snapshot snapshot, Session session, String query) {
        return snapshot.exchange()
                .answer(new IncomingRequest(Pets.get("/zoo/pets" + query), session, ScanBudget.UNLIMITED));
    }
}
