package dev.understudy.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Headers;
import dev.understudy.api.Json;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.contract.Contract;
import dev.understudy.control.access.Guard;
import dev.understudy.fixture.State;
import dev.understudy.journal.Journal;
import dev.understudy.journal.Redaction;
import dev.understudy.openapi.Documents;
import dev.understudy.records.SessionRecords;
import dev.understudy.road.SessionFinder;
import dev.understudy.rules.Rulebook;
import dev.understudy.session.SessionLimits;
import dev.understudy.session.Sessions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts of contracts and what was found in them. */
class ContractsApiTest {
    private static final String MAIN =
            """
            openapi: 3.1.0
            info: {title: Shop, version: '1', description: "<script>alert(1)</script>"}
            paths:
              /cups:
                get:
                  operationId: listCups
                  responses:
                    '200':
                      description: Cups
                      content: {application/json: {schema: {$ref: 'parts.yaml#/Cups'}}}
            """;
    private static final String PARTS =
            """
            Cups:
              type: array
              items: {$ref: '#/Cup'}
            """;

    @TempDir
    private static Path folder;

    private static String main = "";
    private static ControlApi control = control(List.of());

    @BeforeAll
    static void read() throws Exception {
        Files.writeString(folder.resolve("parts.yaml"), PARTS);
        Path file = Files.writeString(folder.resolve("shop.yaml"), MAIN);
        main = file.toString();
        control = control(List.of(Contract.brought("team/shop", Documents.read(file, folder))));
    }

    @Test
    void findings_have_a_level_and_the_line_and_column_of_the_file_that_they_are_in() throws Exception {
        JsonNode list = json(get("team%2Fshop/findings", null));

        assertThat(list.at("/files/0").asText()).isEqualTo(main);
        assertThat(list.at("/files/1").asText()).endsWith("parts.yaml");
        JsonNode finding = list.at("/findings/0");
        assertThat(finding.path("level").asText()).isEqualTo("fault");
        assertThat(finding.path("file").asText()).endsWith("parts.yaml");
        assertThat(finding.path("line").asInt()).isEqualTo(3);
        assertThat(finding.path("column").asInt()).isGreaterThan(1);
        assertThat(finding.path("rule").asText()).isEqualTo("broken-reference");
        assertThat(finding.path("message").asText()).isNotEmpty();
    }

    @Test
    void a_contract_is_shown_as_its_author_wrote_it_file_by_file_and_as_text() throws Exception {
        Response first = get("team%2Fshop/contract", null);
        String other = json(get("team%2Fshop/findings", null)).at("/files/1").asText();

        assertThat(first.headers().get("Content-Type")).startsWith("text/plain");
        assertThat(new String(first.bytes(), UTF_8)).isEqualTo(MAIN);
        assertThat(new String(
                        get("team%2Fshop/contract", "name=" + other.replace("/", "%2F"))
                                .bytes(),
                        UTF_8))
                .isEqualTo(PARTS);
    }

    @Test
    void no_file_is_shown_that_is_not_one_of_the_contract() throws Exception {
        Response stranger = get("team%2Fshop/contract", "name=%2Fetc%2Fpasswd");

        assertThat(stranger.status()).isEqualTo(404);
        assertThat(json(stranger).path("detail").asText()).startsWith("There is no file /etc/passwd of team/shop");
        assertThat(json(get("team%2Fshp/findings", null)).path("detail").asText())
                .isEqualTo("There is no API team/shp; did you mean \"team/shop\"?");
    }

    private static ControlApi control(List<Contract> contracts) {
        var sessions = new Sessions(SessionLimits.DEFAULT);
        return new ControlApi(
                sessions,
                new SessionFinder(sessions, request -> true, false),
                new Journal(0),
                () -> new Redaction(contracts),
                () -> new SessionRecords(new State.Loading().state(), state -> List.of()),
                () -> Rulebook.NONE,
                new Guard(() -> Guard.OPEN),
                Clock.systemUTC());
    }

    private static Response get(String path, @Nullable String query) {
        Headers none = Headers.of(Map.of());
        return control.answer(new Request("GET", "/-/apis/" + path, query, none, new byte[0]))
                .response();
    }

    private static JsonNode json(Response response) throws Exception {
        return Json.read(response.bytes());
    }
}
