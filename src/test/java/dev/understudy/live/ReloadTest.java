package dev.understudy.live;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.understudy.api.Fixture;
import dev.understudy.api.MockApi;
import dev.understudy.road.Pets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ReloadTest {
    private static final WatchInterval QUICK = new WatchInterval(Duration.ofMillis(5), Duration.ofMillis(20));
    private static final String PETS = "/zoo/pets";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Watch.class);
    private final Path root;
    private final Folder folder;

    ReloadTest(@TempDir Path root) {
        this.root = root;
        this.folder = new Folder(root);
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void a_file_that_is_made_written_renamed_over_or_deleted_is_picked_up() throws Exception {
        try (Site mock = Site.start(Zoo.catalogue(), QUICK, root)) {
            assertThat(mock.get(PETS).body()).isEqualTo("{\"pets\":[]}");

            folder.write(Kennel.PETS, "[{\"name\":\"Ada\"}]");
            mock.until(PETS, body -> body.equals("{\"pets\":[{\"name\":\"Ada\"}]}"));

            folder.write(Kennel.PETS, "[{\"name\":\"Bob\"}, {\"name\":\"Cid\"}]");
            mock.until(PETS, body -> body.equals("{\"pets\":[{\"name\":\"Bob\"},{\"name\":\"Cid\"}]}"));

            folder.renameOver(Kennel.PETS, "[{\"name\":\"Dot\"}]");
            mock.until(PETS, body -> body.equals("{\"pets\":[{\"name\":\"Dot\"}]}"));

            folder.delete(Kennel.PETS);
            mock.until(PETS, body -> body.equals("{\"pets\":[]}"));
        }
    }

    @Test
    void a_folder_below_another_link_is_picked_up_when_the_link_is_turned() throws Exception {
        folder.write("..first/pets.json", "[{\"name\":\"Ada\"}]");
        folder.write("..second/pets.json", "[{\"name\":\"Bob\"}]");
        folder.link("..data", "..first");
        folder.link("zoo/pets/pets.json", "../../..data/pets.json");
        try (Site mock = Site.start(Zoo.catalogue(), QUICK, root)) {
            assertThat(mock.get(PETS).body()).contains("Ada");

            folder.link("..data", "..second");
            mock.until(PETS, body -> body.contains("Bob"));
        }
    }

    @Test
    void a_broken_change_is_refused_and_told_while_the_old_data_is_served() throws Exception {
        folder.write(Kennel.PETS, "[{\"name\":\"Ada\"}]");
        try (Site mock = Site.start(Zoo.catalogue(), QUICK, root)) {
            folder.write(Kennel.PETS, "[{\"name\":\"Bob\"},\n {\"name\":7}]");
            String ready = mock.until("/-/ready", body -> body.contains("warning"));

            String fault = root.resolve(Kennel.PETS) + ":2:10: /1/name must be a string, was 7"
                    + " [type, specs/zoo/pets.yaml#/components/schemas/PetRecord/properties/name]";
            assertThat(ready.replaceFirst("\"revision\":\"[0-9a-f]{16}\",", ""))
                    .isEqualTo(
                            """
                            {"status":"ready","warning":"A change of the fixtures is refused; what was loaded before it \
                            is served.","faults":["%s"]}"""
                                    .formatted(fault));
            assertThat(mock.get("/-/ready").statusCode()).isEqualTo(200);
            assertThat(mock.get(PETS).body()).isEqualTo("{\"pets\":[{\"name\":\"Ada\"}]}");
            assertThat(messages())
                    .containsExactly(fault, "1 fault in the changed fixtures; what was loaded before is served");

            folder.write(Kennel.PETS, "[{\"name\":\"Bob\"}]");
            mock.until("/-/ready", body -> !body.contains("warning"));
            assertThat(mock.get(PETS).body()).isEqualTo("{\"pets\":[{\"name\":\"Bob\"}]}");
        }
    }

    @Test
    void what_editors_leave_behind_is_neither_a_change_nor_in_the_way_of_one() throws Exception {
        folder.write(Kennel.PETS, "[{\"name\":\"Ada\"}]");
        try (Site mock = Site.start(Zoo.catalogue(), QUICK, root)) {
            Fingerprint before = Fingerprint.of(List.of(root));
            folder.write(Kennel.PETS + "~", "[{\"name\":");
            folder.write("README.md", "# Pets");
            assertThat(Fingerprint.of(List.of(root))).isEqualTo(before);

            folder.write(Kennel.PETS, "[{\"name\":\"Bob\"}]");
            mock.until(PETS, body -> body.contains("Bob"));
        }
    }

    @Test
    void a_folder_that_goes_away_and_comes_back_is_a_fault_that_heals() throws Exception {
        folder.write("mine/" + Kennel.PETS, "[{\"name\":\"Ada\"}]");
        folder.write("other/" + Kennel.PETS, "[{\"name\":\"Bob\"}]");
        folder.link("link", "mine");
        try (Site mock = Site.start(Zoo.catalogue(), QUICK, root.resolve("link"))) {
            folder.delete("link");
            mock.until("/-/ready", body -> body.contains("must be a folder, was missing"));
            assertThat(mock.get(PETS).body()).contains("Ada");

            folder.link("link", "other");
            mock.until("/-/ready", body -> !body.contains("warning"));
            assertThat(mock.get(PETS).body()).contains("Bob");
        }
    }

    @Test
    void files_that_change_one_after_the_other_are_served_together() throws Exception {
        folder.write(Kennel.PETS, "[{\"name\":\"pet 1\"}]");
        folder.write(Kennel.DOGS, "[{\"name\":\"dog 1\"}]");
        // Longer than any pause between the two writes.
        WatchInterval patient = new WatchInterval(Duration.ofMillis(5), Duration.ofMillis(1000));
        try (Site mock = Site.start(Kennel.catalogue(), patient, root)) {
            folder.write(Kennel.PETS, "[{\"name\":\"pet 2\"}, {");
            folder.write(Kennel.DOGS, "[{\"name\":\"dog 2\"}]");
            folder.write(Kennel.PETS, "[{\"name\":\"pet 2\"}]");

            var answers = new ArrayList<String>();
            mock.until(PETS, body -> {
                answers.add(body);
                return body.contains("pet 2");
            });
            assertThat(answers)
                    .allMatch(body -> body.equals("{\"pets\":[{\"name\":\"pet 1\"},{\"name\":\"dog 1\"}]}")
                            || body.equals("{\"pets\":[{\"name\":\"pet 2\"},{\"name\":\"dog 2\"}]}"));
            assertThat(messages()).containsExactly("Reloaded: 2 collections, 2 records");
        }
    }

    @Test
    void without_watching_a_change_waits_until_it_is_asked_for() throws Exception {
        folder.write(Kennel.PETS, "[{\"name\":\"Ada\"}]");
        var settings = Settings.DEFAULT.withFixtures(root).withAuth(false);
        try (Site mock = new Site(Understudy.start(Zoo.catalogue(), settings))) {
            folder.write(Kennel.PETS, "[{\"name\":\"Bob\"}]");
            assertThat(mock.get(PETS).body()).contains("Ada");

            mock.running().reloadSoon();
            mock.running().reloadSoon();
            mock.until(PETS, body -> body.contains("Bob"));
        }
    }

    @Test
    void nothing_holds_what_was_served_before() throws Exception {
        folder.write(Kennel.PETS, "[{\"name\":\"Ada\"}]");
        var served = new Garbage();
        MockApi api = Pets.api(
                List.of(new Fixture<>(Pets.PETS, Pets.Pet::of)),
                (call, state) -> Pets.pets(
                        served.note(state.set(Pets.PETS).first(1).get(0)).name()));
        Catalogue.Entry zoo = Zoo.catalogue().get(0);
        var noting = new Catalogue.Entry(zoo.name(), zoo.contract(), api);
        try (Site mock = Site.start(List.of(noting), QUICK, root)) {
            served.note(mock.running().snapshot());
            assertThat(mock.get(PETS).body()).contains("Ada");

            folder.write(Kennel.PETS, "[{\"name\":\"Bob\"}]");
            mock.until("/-/metrics", body -> body.contains("understudy_snapshot_version 2.0"));
            served.assertCollected();

            served.note(mock.running().snapshot());
            assertThat(mock.get(PETS).body()).contains("Bob");
            mock.running().reload();
            served.assertCollected();
            assertThat(mock.get(PETS).body()).contains("Bob");
        }
    }

    @Test
    void a_reading_that_fails_altogether_costs_nothing_that_was_served() throws Exception {
        folder.write(Kennel.PETS, "[{\"name\":\"Ada\"}]");
        var broken = new AtomicBoolean();
        Catalogue.Entry zoo = Zoo.catalogue().get(0);
        Fixture<Pets.Pet> fixture = new Fixture<>(Pets.PETS, (value, binding) -> {
            if (broken.get()) {
                throw new IllegalStateException("a bug");
            }
            return Pets.Pet.of(value, binding);
        });
        MockApi api = Pets.api(
                List.of(fixture),
                (call, state) -> Pets.stored().answer(call, state).reply());
        var fragile = new Catalogue.Entry(zoo.name(), zoo.contract(), api);
        try (Site mock = Site.start(List.of(fragile), QUICK, root)) {
            broken.set(true);
            folder.write(Kennel.PETS, "[{\"name\":\"Bob\"}, {\"name\":\"Cid\"}]");
            mock.until("/-/ready", body -> body.contains("cannot be read, the log says why"));
            assertThat(mock.get(PETS).body()).contains("Ada");

            broken.set(false);
            mock.running().reloadSoon();
            mock.until(PETS, body -> body.contains("Bob"));
            mock.until("/-/ready", body -> !body.contains("warning"));
        }
    }

    private List<String> messages() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
