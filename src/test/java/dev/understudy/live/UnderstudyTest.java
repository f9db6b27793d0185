package dev.understudy.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnderstudyTest {
    private final Folder folder;
    private final Settings settings;

    UnderstudyTest(@TempDir Path root) {
        this.folder = new Folder(root);
        this.settings = Settings.DEFAULT.withAuth(false).withFixtures(root);
    }

    @Test
    void a_program_can_have_a_server_of_its_own() throws Exception {
        // The very lines of the Javadoc.
        try (Running mock = Understudy.start(Settings.DEFAULT.withAuth(false))) {
            URI tasks = mock.baseUrl().resolve("/api/work-tasks?per_page=1");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(tasks).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"items\":[{");
        }
    }

    @Test
    void what_is_read_again_is_served_when_the_call_returns() throws Exception {
        folder.write(Kennel.PETS, "[{\"name\":\"Ada\"}]");
        try (var mock = new Site(Understudy.start(Zoo.catalogue(), settings))) {
            folder.write(Kennel.PETS, "[{\"name\":\"Bob\"}]");
            assertThat(mock.get("/zoo/pets").body()).contains("Ada");

            mock.running().reload();

            assertThat(mock.get("/zoo/pets").body()).contains("Bob");
        }
    }

    @Test
    void broken_fixtures_are_an_exception_that_has_all_faults() throws Exception {
        folder.write(Kennel.PETS, "[{\"name\":1},{\"name\":2}]");

        assertThatThrownBy(() -> Understudy.start(Zoo.catalogue(), settings))
                .isInstanceOfSatisfying(
                        CannotLoad.class, e -> assertThat(e.faults()).hasSize(2))
                .hasMessageContaining("pets.json:1:");
    }

    @Test
    void a_change_that_is_broken_costs_nothing_that_was_served() throws Exception {
        folder.write(Kennel.PETS, "[{\"name\":\"Ada\"}]");
        try (var mock = new Site(Understudy.start(Zoo.catalogue(), settings))) {
            folder.write(Kennel.PETS, "[{\"name\":1}]");

            assertThatThrownBy(mock.running()::reload).isInstanceOf(CannotLoad.class);

            assertThat(mock.get("/zoo/pets").body()).contains("Ada");
            assertThat(mock.get("/-/ready").body()).contains("warning");
        }
    }
}
