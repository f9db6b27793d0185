package dev.understudy.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Admission;
import dev.understudy.api.Body;
import dev.understudy.api.Effect;
import dev.understudy.api.Headers;
import dev.understudy.api.Json;
import dev.understudy.api.MockApi;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.contract.Contract;
import dev.understudy.control.sessions.VerifyHandler;
import dev.understudy.fixture.State;
import dev.understudy.journal.Journal;
import dev.understudy.journal.JournalEntry;
import dev.understudy.journal.Redaction;
import dev.understudy.journal.SentRequest;
import dev.understudy.openapi.Documents;
import dev.understudy.road.Answer;
import dev.understudy.road.Road;
import dev.understudy.session.Session;
import dev.understudy.session.SessionLimits;
import dev.understudy.session.Sessions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyTest {
    private static final Path FOLDER = Path.of("examples/library");
    private static final Contract LIBRARY =
            Contract.brought("library", Documents.read(FOLDER.resolve("library.yaml"), FOLDER));
    private static final Contract CONTROL = ControlApi.contract();
    private static final Redaction REDACTION = new Redaction(List.of(LIBRARY));

    private final Sessions sessions = new Sessions(SessionLimits.DEFAULT);
    private final Session session = ((Sessions.Room.In) sessions.enter("a")).session();
    private Journal journal = new Journal(Journal.BUDGET);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "call": BOOKS                              | true  | Expected at least 1 call of addBook: 3 matched.
                    "call": BOOKS, "exactly": 3                | true  | Expected exactly 3 calls of addBook: 3 matched.
                    "call": BOOKS, "exactly": 2                | false | Expected exactly 2 calls of addBook: 3 matched.
                    "call": BOOKS, "exactly": 0                | false | Expected no call of addBook: 3 matched.
                    "call": BOOKS, "atLeast": 4                | false | Expected at least 4 calls of addBook: 3 matched.
                    "call": BOOKS, "atMost": 2                 | false | Expected at most 2 calls of addBook: 3 matched.
                    "call": BOOKS, "atLeast": 1, "atMost": 3   | true  | Expected 1 to 3 calls of addBook: 3 matched.
                    "call": BOOKS, "exactly": 1, "since": 2    | true  | Expected exactly 1 call of addBook: 1 matched.
                    "call": {"operation": "removeBook"}, "atMost": 0 | true | Expected no call of removeBook: none matched.
                    "call": {"operation": "addBook", "where": [{"in": "body", "pointer": "/title", "equals": "Emma"}]}, "exactly": 2 | true | Expected exactly 2 calls of addBook with body /title equal to "Emma": 2 matched.
                    """)
    void calls_that_kept_the_contract_are_counted(String expectation, boolean met, String first) throws Exception {
        add("Emma");
        add("Walden");
        add("Emma");
        call("POST", "/v1/books", "{}");
        call("GET", "/v1/books", "");

        JsonNode verified = verify(expectation.replace("BOOKS", "{\"operation\": \"addBook\"}"));

        assertThat(verified.path("met").booleanValue()).isEqualTo(met);
        assertThat(verified.path("message").asText().lines().findFirst()).contains(first);
    }

    @Test
    void what_is_not_met_shows_the_nearest_calls_with_all_that_differs() throws Exception {
        add("Emma");
        call("GET", "/v1/books", "");
        call("POST", "/v1/books", "{\"title\":7}");
        call("POST", "/v1/boks", "{}");

        JsonNode verified = verify("\"call\": {\"operation\": \"addBook\", \"where\": ["
                + "{\"in\": \"body\", \"equals\": {\"title\": \"Walden\", \"author\": \"Jane Austen\"}},"
                + "{\"in\": \"header\", \"name\": \"Idempotency-Key\", \"present\": true}]}");

        assertThat(verified.path("message").asText())
                .isEqualTo(
                        """
                        Expected at least 1 call of addBook with body equal to {"title":"Walden","author":"Jane Austen"} and header "Idempotency-Key" given: none matched.
                        Call 1, POST /v1/books (201):
                          body /title must be "Walden", was "Emma"
                          header "Idempotency-Key" must be given, was missing
                        Call 3, POST /v1/books (422):
                          body /title must be a string, was 7
                          body /author must be given, was missing
                        Call 4, POST /v1/boks (404):
                          operation must be addBook, was none""");
        assertThat(verified.at("/nearest/0/differences/0").toString())
                .isEqualTo("{\"place\":\"body\",\"pointer\":\"/title\",\"keyword\":\"equals\","
                        + "\"message\":\"body /title must be \\\"Walden\\\", was \\\"Emma\\\"\"}");
        assertThat(verified.at("/nearest/0/call/id").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    addBook listBooks addBook | true  | Expected 3 calls in order: all came.
                    listBooks addBook         | true  | Expected 2 calls in order: all came.
                    listBooks listBooks       | false | Expected 2 calls in order: after call 2, which is number 1, there was no call of listBooks.
                    listBooks addBook getBook | false | Expected 3 calls in order: after call 3, which is number 2, there was no call of getBook.
                    getBook                   | false | Expected 1 call in order: there was no call of getBook.
                    """)
    void calls_come_in_order_with_or_without_others_between(String operations, boolean met, String first)
            throws Exception {
        add("Emma");
        call("GET", "/v1/books", "");
        add("Walden");
        var patterns = new ArrayList<String>();
        for (String operation : operations.split(" ")) {
            patterns.add("{\"operation\": \"" + operation + "\"}");
        }

        JsonNode verified = verify("\"inOrder\": [" + String.join(", ", patterns) + "]");

        assertThat(verified.path("met").booleanValue()).isEqualTo(met);
        assertThat(verified.path("message").asText().lines().findFirst()).contains(first);
    }

    @Test
    void a_call_that_came_too_early_is_near() throws Exception {
        call("GET", "/v1/books", "");
        add("Emma");

        JsonNode verified = verify("\"inOrder\": [{\"operation\": \"addBook\"}, {\"operation\": \"listBooks\"}]");

        assertThat(verified.path("message").asText())
                .endsWith("Call 1, GET /v1/books (200):\n  call must come after 2");
    }

    @Test
    void nothing_is_met_where_calls_of_the_window_are_lost() throws Exception {
        journal = new Journal(6_000);
        for (int i = 0; i < 9; i++) {
            add("Emma");
        }

        JsonNode verified = verify("\"call\": {\"operation\": \"addBook\"}");

        assertThat(verified.path("met").booleanValue()).isFalse();
        assertThat(verified.path("lost").intValue()).isPositive();
        assertThat(verified.path("message").asText())
                .contains(" calls of the session are not kept any more, so that nothing is certain:");
        assertThat(verify("\"call\": {\"operation\": \"addBook\"}, \"exactly\": 1, \"since\": 8")
                        .path("met")
                        .booleanValue())
                .isTrue();
        journal.forget(session);
        assertThat(verify("\"call\": {\"operation\": \"addBook\"}, \"exactly\": 0")
                        .path("met")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void a_call_whose_body_is_not_kept_is_undecided_where_the_body_counts_and_only_there() throws Exception {
        call("PUT", "/v1/books/7", "{\"title\":\"Emma\",\"author\":\"" + "a".repeat(70_000) + "\"}");
        String operation = "\"operation\": \"replaceBook\", \"where\": [";

        JsonNode byPath = verify("\"call\": {" + operation + "{\"in\": \"path\", \"name\": \"id\", \"equals\": 7}]}");
        JsonNode byBody = verify(
                "\"call\": {" + operation + "{\"in\": \"body\", \"pointer\": \"/title\", \"equals\": \"Emma\"}]}");

        assertThat(byPath.path("met").booleanValue()).isTrue();
        assertThat(byBody.path("met").booleanValue()).isFalse();
        assertThat(byBody.path("undecided").intValue()).isEqualTo(1);
        assertThat(byBody.path("message").asText()).contains("1 call may or may not match");
    }

    @Test
    void calls_without_a_key_are_told_apart() throws Exception {
        note(sessions.unnamed(), "GET", "/v1/books", "", Map.of(), -1);
        note(sessions.unnamed(), "GET", "/v1/books?page=2", "", Map.of(), 1);
        note(sessions.unnamed(), "POST", "/v1/books", "{\"title\":\"Emma\",\"author\":\"A\"}", Map.of(), 1);
        note(sessions.unnamed(), "GET", "/favicon.ico", "", Map.of(), 1);
        note(sessions.unnamed(), "GET", "/v1/books", "", Map.of("Understudy-Session", "default"), 1);
        note(sessions.unnamed(), "GET", "/-/in/default/v1/books", "", Map.of(), 1);

        JsonNode verified = verify("\"call\": {\"operation\": \"addBook\"}");

        assertThat(verified.at("/unkeyed/count").intValue()).isEqualTo(2);
        assertThat(verified.at("/unkeyed/calls/0/operation").asText()).isEqualTo("addBook");
        assertThat(verified.path("message").asText())
                .endsWith("2 calls named no session since this one was made: POST /v1/books, GET /v1/books?page=2.");
        assertThat(unexpected().at("/unkeyed/count").intValue()).isEqualTo(2);
        Answer own = post("default", "{\"call\": {\"operation\": \"getBook\"}}");
        assertThat(Json.read(own.response().bytes()).at("/unkeyed/count").intValue())
                .isZero();
    }

    @Test
    void calls_that_broke_the_contract_are_unexpected_the_newest_first() throws Exception {
        add("Emma");
        call("GET", "/v1/books?page=0", "");
        call("GET", "/favicon.ico", "");
        call("GET", "/v1/boks", "");

        JsonNode unexpected = unexpected();

        assertThat(unexpected.path("count").intValue()).isEqualTo(2);
        assertThat(unexpected.at("/calls/0/call/target").asText()).isEqualTo("/v1/boks");
        assertThat(unexpected.at("/calls/1/violations/0/message").asText())
                .isEqualTo("query \"page\" must be at least 1, was 0");
        assertThat(unexpected.path("lost").intValue()).isZero();
        assertThat(unexpected.path("message").asText())
                .isEqualTo(
                        """
                        2 calls broke the contract, reached no operation, or could not be answered.
                        Call 4, GET /v1/boks (404):
                          path must be one of /v1/books, /v1/books/{id}, was "/v1/boks"
                        Call 2, GET /v1/books?page=0 (400):
                          query "page" must be at least 1, was 0""");
        journal.forget(session);
        assertThat(unexpected().path("message").asText()).isEqualTo("No call was unexpected.");
    }

    @Test
    void the_books_balance_by_operation_and_by_violation() throws Exception {
        for (int i = 0; i < 3; i++) {
            add("Emma");
            call("GET", "/v1/books?page=" + -i, "");
            call("GET", "/v1/books?page=0&per_page=" + (101 + i), "");
        }
        call("GET", "/v1/boks", "");
        JournalEntry cut = note(session, "DELETE", "/v1/books/1", "", Map.of(), 9);
        session.counts().cutAfterAll(false);
        cut.ended(JournalEntry.End.CUT, 0);
        // One that ended before it was answered.
        session.counts().came();
        session.counts().ended(false, false);
        journal.forget(session);

        JsonNode counts = get("counts");

        assertThat(counts.path("calls").toString()).isEqualTo("{\"came\":12,\"answered\":3,\"refused\":7,\"cut\":2}");
        assertThat(counts.path("operations"))
                .map(JsonNode::toString)
                .containsExactly(
                        "{\"api\":\"library\",\"operation\":\"addBook\",\"answered\":3,\"refused\":0,\"cut\":0}",
                        "{\"api\":\"library\",\"operation\":\"listBooks\",\"answered\":0,\"refused\":6,\"cut\":0}",
                        "{\"api\":\"library\",\"operation\":\"removeBook\",\"answered\":0,\"refused\":0,\"cut\":1}",
                        "{\"answered\":0,\"refused\":1,\"cut\":1}");
        assertThat(counts.path("violations"))
                .map(each -> each.path("calls").asInt() + " " + each.path("call") + " "
                        + each.path("message").asText())
                .containsExactly(
                        "6 2 query \"page\" must be at least 1, was 0",
                        "3 3 query \"per_page\" must be at most 100, was 101",
                        "1 10 path must be one of /v1/books, /v1/books/{id}, was \"/v1/boks\"");
        assertThat(counts.at("/violations/0/first").asText())
                .isEqualTo(session.made()
                        .plusSeconds(1)
                        .truncatedTo(ChronoUnit.MICROS)
                        .toString());
        assertThat(counts.at("/violations/0/last")).isEqualTo(counts.at("/violations/0/first"));
        assertThat(counts.path("others").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                   | body must have at least 1 key, was {}
                    {"exactly": 1}                                       | body /call must be given, or inOrder in its place, was missing
                    {"call": BOOKS, "exactly": -1}                       | body /exactly must be at least 0, was -1
                    {"call": BOOKS, "exactly": 1, "atMost": 2}           | body /exactly must be left out beside atLeast and atMost, was 1
                    {"call": BOOKS, "atLeast": 3, "atMost": 2}           | body /atLeast must be at most 2, as atMost says, was 3
                    {"inOrder": [BOOKS], "atLeast": 3}                   | body /atLeast must be left out beside inOrder, was 3
                    {"inOrder": []}                                      | body /inOrder must have at least 1 item, was []
                    {"inOrder": [BOOKS, {"operation": "addBok"}]}        | body /inOrder/1/operation must be one of addBook, changeBook, getBook, listBooks, removeBook, replaceBook, was "addBok"
                    {"call": {"operation": "listBooks", "where": [{"in": "query", "name": "page", "equals": 0}]}} | body /call/where/0/equals must be at least 1, was 0
                    {"call": {"operation": "listBooks", "where": [{"in": "query", "name": "page"}]}} | body /call/where/0 must have one of equals, oneOf, schema, present, was none
                    {"call": {"operation": "listBooks", "where": {}}}    | body /call/where must be an array, was {}
                    {"call": {}}                                         | body /call/operation must be given, was missing
                    {                                                    | body must be whole, was cut off here
                    """)
    void what_no_calls_could_meet_is_a_problem(String body, String problem) throws Exception {
        Answer answer = post("a", body.replace("BOOKS", "{\"operation\": \"addBook\"}"));

        assertThat(answer.response().status()).isEqualTo(400);
        assertThat(Json.read(answer.response().bytes()).path("detail").asText()).startsWith(problem);
    }

    @Test
    void a_session_that_is_not_there_is_not_made() {
        Answer answer = post("b", "{\"call\": {\"operation\": \"addBook\"}}");

        assertThat(answer.response().status()).isEqualTo(404);
        assertThat(sessions.find("b")).isEmpty();
    }

    private void add(String title) {
        call("POST", "/v1/books", "{\"title\":\"" + title + "\",\"author\":\"Jane Austen\"}");
    }

    private void call(String method, String target, String body) {
        note(session, method, target, body, Map.of(), 1);
    }

    /** As it would be answered, at so many seconds after the session was made. */
    private JournalEntry note(
            Session whose, String method, String target, String body, Map<String, String> more, int seconds) {
        var fields = new HashMap<>(more);
        fields.put("Content-Type", "application/json");
        String[] parts = target.split("\\?");
        String path = parts[0].replace("/-/in/default", "");
        var request = new Request(
                method,
                path,
                parts.length == 1 ? null : parts[1],
                Headers.of(Map.of("Content-Type", List.of("application/json"))),
                body.getBytes(UTF_8));
        Admission admission = LIBRARY.admit(request);
        int status = admission instanceof Refusal refusal ? refusal.status() : method.equals("POST") ? 201 : 200;
        Answer answer = new Answer(
                new Response(status, Map.of(), new byte[0]),
                admission.operationId() == null ? null : "library",
                admission.operationId(),
                admission instanceof Refusal refusal ? refusal.violations() : List.of(),
                false,
                List.of(),
                Reply.Cause.RECORD,
                admission instanceof Refusal refusal
                        ? refusal.violations().get(0).message()
                        : null,
                List.of(),
                Effect.NONE,
                null,
                false,
                null,
                null);
        Instant time = session.made().plusSeconds(seconds);
        long micros = time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
        var sent = new SentRequest(method, target, path, "HTTP/1.1", "http", "localhost", fields.entrySet(), micros);
        JournalEntry entry = journal.note(whose, sent, Body.of(body.getBytes(UTF_8)), answer, 1_000);
        whose.counts().came();
        whose.counts().ended(true, entry.reason() != null);
        entry.ended(JournalEntry.End.SENT, 0);
        return entry;
    }

    private JsonNode verify(String members) throws Exception {
        Answer answer = post("a", "{" + members + "}");
        assertThat(answer.response().status())
                .as(new String(answer.response().bytes(), UTF_8))
                .isEqualTo(200);
        return Json.read(answer.response().bytes());
    }

    private Answer post(String key, String body) {
        return control().answer(request("POST", "/-/sessions/" + key + "/verify", body));
    }

    private JsonNode unexpected() throws Exception {
        return get("unexpected");
    }

    private JsonNode get(String page) throws Exception {
        Answer answer = control().answer(request("GET", "/-/sessions/a/" + page, ""));
        return Json.read(answer.response().bytes());
    }

    private Road control() {
        return new Road(
                Map.<Contract, MockApi>of(CONTROL, new VerifyHandler(sessions, journal, () -> REDACTION)),
                new State.Loading().state());
    }

    private static Request request(String method, String path, String body) {
        var headers = Headers.of(Map.of("Content-Type", List.of("application/json")));
        return new Request(method, path, null, headers, body.getBytes(UTF_8));
    }
}
