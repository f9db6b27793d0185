package dev.understudy.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Body;
import dev.understudy.api.Headers;
import dev.understudy.api.Json;
import dev.understudy.api.MockApi;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.contract.Contract;
import dev.understudy.control.sessions.CallsHandler;
import dev.understudy.control.sessions.CoverageHandler;
import dev.understudy.fixture.State;
import dev.understudy.journal.Journal;
import dev.understudy.journal.JournalEntry;
import dev.understudy.journal.Redaction;
import dev.understudy.journal.SentRequest;
import dev.understudy.road.Answer;
import dev.understudy.road.Pets;
import dev.understudy.road.Road;
import dev.understudy.session.Session;
import dev.understudy.session.SessionLimits;
import dev.understudy.session.Sessions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the calls of a session reached, and which of them a reader finds. */
class CoverageTest {
    private static final Contract CONTROL = ControlApi.contract();
    private static final Redaction REDACTION = new Redaction(List.of(Pets.contract()));

    private final Sessions sessions = new Sessions(SessionLimits.DEFAULT);
    private final Session session = ((Sessions.Room.In) sessions.enter("a")).session();
    private final Journal journal = new Journal(Journal.BUDGET);

    @Test
    void an_operation_has_its_calls_by_status_and_the_responses_that_none_of_them_had() throws Exception {
        call("listPets", 200, JournalEntry.End.SENT);
        call("listPets", 200, JournalEntry.End.CUT);
        call("listPets", 503, JournalEntry.End.SENT);
        call(null, 404, JournalEntry.End.SENT);

        JsonNode coverage = get("coverage", null);

        assertThat(coverage.path("called").asInt()).isEqualTo(1);
        assertThat(coverage.at("/operations/0/path").asText()).isEqualTo("/zoo/pets");
        assertThat(coverage.at("/operations/0/method").asText()).isEqualTo("GET");
        assertThat(coverage.at("/operations/0/answered").asInt()).isEqualTo(1);
        assertThat(coverage.at("/operations/0/cut").asInt()).isEqualTo(1);
        assertThat(coverage.at("/operations/0/violations").asInt()).isEqualTo(1);
        assertThat(coverage.at("/operations/0/statuses"))
                .hasToString("[{\"status\":200,\"calls\":2,\"documented\":true},"
                        + "{\"status\":503,\"calls\":1,\"documented\":false}]");
        assertThat(coverage.at("/operations/0/unanswered")).hasToString("[\"400\",\"401\",\"406\",\"500\"]");
        assertThat(coverage.at("/operations/1/operation").asText()).isEqualTo("addPet");
        assertThat(coverage.at("/operations/1/statuses")).isEmpty();
        assertThat(coverage.at("/operations/1/unanswered")).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "reached=false, 4",
        "reached=true, 3 2 1",
        "end=cut, 2",
        "status=200, 2 1",
        "api=zoo%2Fpets, 3 2 1",
        "api=other, ''",
        "verdict=failed, 3",
        "before=3, 2 1",
        "before=4&limit=1, 3",
        "since=1&before=4, 3 2",
        "keyed=false, 4 3 2 1",
        "text=listPets, 3 2 1"
    })
    void calls_are_found_by_all_that_tells_them_apart(String query, String ids) throws Exception {
        call("listPets", 200, JournalEntry.End.SENT);
        call("listPets", 200, JournalEntry.End.CUT);
        call("listPets", 503, JournalEntry.End.SENT);
        call(null, 404, JournalEntry.End.SENT);

        JsonNode calls = get("calls", query).path("calls");

        assertThat(String.join(" ", calls.findValuesAsText("id"))).isEqualTo(ids);
        assertThat(calls).allMatch(call -> call.path("unkeyed").booleanValue());
    }

    private void call(@Nullable String operation, int status, JournalEntry.End end) {
        var sent = new SentRequest("GET", "/" + operation, "/" + operation, "HTTP/1.1", "http", "", List.of(), 1);
        List<Violation> violations = status < 400
                ? List.of()
                : List.of(new Violation(Violation.Place.REPLY, "", "", "status", "be documented", "was " + status));
        String api = operation == null ? null : Pets.NAME;
        var answer = new Answer(new Response(status, Map.of(), new byte[0]), api, operation, violations);
        journal.note(session, sent, Body.NONE, answer, 1).ended(end, 0);
    }

    private JsonNode get(String page, @Nullable String query) throws Exception {
        MockApi handler = page.equals("calls")
                ? new CallsHandler(sessions, journal, () -> REDACTION)
                : new CoverageHandler(sessions, journal, () -> REDACTION);
        var road = new Road(Map.of(CONTROL, handler), new State.Loading().state());
        Headers none = Headers.of(Map.of());
        return Json.read(road.answer(new Request("GET", "/-/sessions/a/" + page, query, none, new byte[0]))
                .response()
                .bytes());
    }
}
