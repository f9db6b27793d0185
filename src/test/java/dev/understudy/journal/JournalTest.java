package dev.understudy.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Body;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.bytes.Bytes;
import dev.understudy.contract.Contract;
import dev.understudy.openapi.Documents;
import dev.understudy.road.Answer;
import dev.understudy.session.Session;
import dev.understudy.session.SessionLimits;
import dev.understudy.session.Sessions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalTest {
    private static final Contract CONTRACT = Contract.brought(
            "users",
            Documents.read(
                    "users.yaml",
                    """
                    openapi: 3.1.0
                    info: {title: Users, version: '1'}
                    security: [{key: []}, {query: []}]
                    paths:
                      /users:
                        post:
                          operationId: addUser
                          parameters: [{name: X-Pin, in: header, schema: {type: string, format: password}}]
                          requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/User'}}, text/markdown: {schema: {$ref: '#/components/schemas/Pass'}}, application/xml: {schema: {$ref: '#/components/schemas/User'}}}}
                          responses: {'201': {description: Added}}
                      /pins/{pin}/of:
                        get:
                          operationId: getPin
                          parameters:
                            - {name: pin, in: path, required: true, schema: {type: string, format: password}}
                          responses: {'200': {description: Got}}
                    components:
                      securitySchemes:
                        key: {type: apiKey, in: header, name: X-Api-Key}
                        query: {type: apiKey, in: query, name: sig}
                      schemas:
                        User:
                          properties:
                            name: {type: string}
                            pass: {$ref: '#/components/schemas/Pass'}
                            answer: {type: object, writeOnly: true}
                            code: {type: string, writeOnly: true, xml: {name: kod}}
                            codes: {type: array, items: {$ref: '#/components/schemas/Pass'}}
                            proof: {allOf: [{anyOf: [{type: integer}, {$ref: '#/components/schemas/Pass'}]}]}
                            grants: {type: object, additionalProperties: {oneOf: [{type: string, writeOnly: true}]}}
                        Pass: {type: string, format: password}
                    """
                            .getBytes(UTF_8)));
    private static final Redaction REDACTION = new Redaction(List.of(CONTRACT));

    private final Session session = new Session("a");
    private Journal journal = new Journal(100_000);

    @Test
    void calls_are_kept_by_session_the_oldest_first() {
        var other = new Session("b");
        note(session, "/1", "", "");
        note(other, "/2", "", "");
        note(session, "/3", "", "");

        assertThat(journal.of(session)).extracting(entry -> entry.sent().path()).containsExactly("/1", "/3");
        assertThat(journal.of(session)).extracting(JournalEntry::id).isSorted();
        journal.forget(session);
        assertThat(journal.of(session)).isEmpty();
        assertThat(journal.of(other)).hasSize(1);
        assertThat(session.counts().notes()).isZero();
    }

    @Test
    void within_the_budget_the_oldest_bodies_go_first_and_then_the_oldest_calls() {
        for (int i = 0; i < 30; i++) {
            note(session, "/" + i, "x".repeat(2000), "y".repeat(2000));
        }

        assertThat(journal.bytes()).isLessThanOrEqualTo(100_000);
        assertThat(journal.of(session)).hasSize(30);
        assertThat(journal.of(session).get(0).requestBody()).isNull();
        assertThat(journal.of(session).get(29).answerBody()).hasSize(2000);
        assertThat(told(journal.of(session).get(0)).content())
                .isEqualTo(RedactedCall.Content.without(2000, RedactedCall.Missing.DROPPED));
        for (int i = 0; i < 200; i++) {
            note(session, "/" + i, "", "");
        }
        assertThat(journal.bytes()).isLessThanOrEqualTo(100_000);
        assertThat(journal.of(session)).hasSizeLessThan(64);
        assertThat(session.counts().notes()).isEqualTo(230);
    }

    @Test
    void a_body_is_read_as_it_came_wherever_it_lies_in_the_memory_for_bodies() {
        var random = new Random(7);
        journal = new Journal(1_500_000);
        List<JournalEntry> entries = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            bodies.add(Integer.toString(i % 10).repeat(random.nextInt(30_000)));
            entries.add(note(session, "/" + i, bodies.get(i), bodies.get(i)));
        }

        int kept = 0;
        for (int i = 0; i < 200; i++) {
            byte[] body = entries.get(i).answerBody();
            if (body != null) {
                assertThat(new String(body, UTF_8)).isEqualTo(bodies.get(i));
                kept += bodies.get(i).isEmpty() ? 0 : 1;
            } else {
                assertThat(kept).as("a later one is kept").isZero();
            }
        }
        assertThat(kept).isBetween(20, 60);
    }

    @Test
    void a_body_of_more_than_half_of_the_budget_is_cut() {
        JournalEntry entry = note(session, "/", "", "y".repeat(60_000));

        assertThat(entry.answerBody()).hasSize(50_000);
        assertThat(entry.answerLength()).isEqualTo(60_000);
    }

    @Test
    void an_answer_to_head_has_a_size_and_no_text() {
        SentRequest get = sent("/users", "");
        var head = new SentRequest(
                "HEAD",
                get.target(),
                get.path(),
                get.protocol(),
                get.scheme(),
                get.host(),
                get.headers(),
                get.micros());

        JournalEntry entry = journal.note(session, head, Body.NONE, answer("Ada"), 1);

        assertThat(told(entry).answerContent()).isEqualTo(new RedactedCall.Content(null, false, 3, false));
        JsonNode response = Har.of(List.of(told(entry))).at("/log/entries/0/response");
        assertThat(response.at("/content/size").asInt()).isZero();
        assertThat(response.at("/bodySize").asInt()).isZero();
        assertThat(response.at("/content").has("comment")).isFalse();
    }

    @Test
    void violations_reasons_and_fields_of_answers_count_towards_the_budget() {
        var wrong = new ArrayList<Violation>();
        for (int i = 0; i < 60; i++) {
            wrong.add(new Violation(Place.QUERY, "limit", "", "maximum", "be at most 9", "x".repeat(100) + i));
        }
        Response response = new Response(400, Map.of("X-Trace", "7".repeat(1000)), new byte[0]);
        for (int i = 0; i < 50; i++) {
            journal.note(session, sent("/", ""), Body.NONE, new Answer(response, "users", "addUser", wrong), 1);
        }

        // Each takes more than 25,000 bytes, and what is no body may take half of the budget.
        assertThat(journal.of(session)).hasSize(1);
        assertThat(journal.bytes()).isBetween(25_000L, 50_000L);
    }

    @Test
    void a_session_has_100_kinds_of_violations_and_counts_the_others() {
        for (int i = 0; i < 105; i++) {
            String item = "/tags/" + i;
            var wrong = List.of(
                    new Violation(Place.QUERY, "key" + (i < 102 ? i : 0), "", "maximum", "be at most 9", "10"),
                    new Violation(Place.BODY, "", item, "minLength", "have at least 1 character", "empty"),
                    new Violation(Place.BODY, "", item + "0", "minLength", "have at least 1 character", "empty"));
            Response response = new Response(400, Map.of(), new byte[0]);
            journal.note(session, sent("/", ""), Body.NONE, new Answer(response, "users", "addUser", wrong), 1);
        }

        assertThat(journal.violationCounts(session)).hasSize(100).anyMatch(breach -> breach.calls() == 105);
        assertThat(journal.otherBreaches(session)).isEqualTo(3);
        journal.forget(session);
        assertThat(journal.violationCounts(session)).hasSize(100);
        journal.forget(List.of(session));
        assertThat(journal.violationCounts(session)).isEmpty();
        assertThat(journal.otherBreaches(session)).isZero();
    }

    @Test
    void the_calls_of_dropped_sessions_are_forgotten() {
        var nanos = new AtomicLong();
        var sessions = new Sessions(new SessionLimits(2, Duration.ofMinutes(30), false), nanos::get, Clock.systemUTC());
        sessions.whenDropped(journal::forget);
        for (String key : List.of("deleted", "crowded out", "idle", "also idle")) {
            note(((Sessions.Room.In) sessions.enter(key)).session(), "/" + key, "", "");
            nanos.addAndGet(Duration.ofMinutes(2).toNanos());
            sessions.drop("deleted");
        }
        assertThat(journal.bytes()).isBetween(1L, 2 * 1500L);

        nanos.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(sessions.called("idle")).isEmpty();
        sessions.all();

        assertThat(journal.bytes()).isZero();
    }

    @Test
    void a_session_has_none_of_the_calls_of_an_earlier_one_of_its_key() {
        note(new Session("a"), "/", "", "");

        assertThat(journal.of(session)).isEmpty();
    }

    @Test
    void nothing_is_kept_without_a_budget() {
        var none = new Journal(0);
        none.note(session, sent("/", "x"), Body.of(new byte[1]), answer("y"), 1);

        assertThat(none.of(session)).isEmpty();
        assertThat(none.bytes()).isZero();
    }

    @Test
    void a_long_body_is_cut_between_characters() {
        journal = new Journal(Journal.BUDGET);
        JournalEntry entry = note(session, "/", "ä".repeat(40_000), "");

        assertThat(told(entry).content().text()).isEqualTo("ä".repeat(32_768));
        assertThat(told(entry).content().whole()).isFalse();
        assertThat(told(entry).content().size()).isEqualTo(80_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | {\"name\":\"Ada\",\"pass\":\"s3cret\"} | {\"name\":\"Ada\",\"pass\":\"…\"}",
                "application/json | {\"p\\u0061ss\":\"s3cret\"} | {\"pass\":\"…\"}",
                "application/json | [{\"answer\":{\"is\":\"s3cret\"}}] | [{\"answer\":\"…\"}]",
                "application/json | {\"name\":\"pass it on\"} | {\"name\":\"pass it on\"}",
                "application/json | {\"name\":\"Ada\",\"pass\":\"s3cret | {\"name\":\"Ada\",\"pass\":…",
                "application/x-www-form-urlencoded | name=Ada&p%61ss=s3cret | name=Ada&p%61ss=…",
                "application/x-www-form-urlencoded | user[name]=Ada&user[pass]=s3cret&u.pass=s3cret"
                        + " | user[name]=Ada&user[pass]=…&u.pass=…",
                "application/json | {\"codes\":[\"s3cret\"],\"proof\":7} | {\"codes\":\"…\",\"proof\":\"…\"}",
                "application/json | {\"grants\":{\"a\":\"s3cret\"}} | {\"grants\":\"…\"}",
                "application/json | {\"next\":\"/users?p=2&SIG=s3cret\"} | {\"next\":\"/users?p=2&SIG=…\"}",
                "application/json | {\"next\":\"?p=2\\u0026sig=s3cret\\u0026q\"} | {\"next\":\"?p=2\\u0026sig=…\\u0026q\"}",
                "text/plain | a design=1 and sig=s3cret | a design=1 and sig=…",
                "text/plain | no secret | no secret",
                "application/xml | <pass>s3cret</pass> | ",
                "application/xml | <kod>s3cret</kod> | ",
                "application/xml | <name>Ada</name> | <name>Ada</name>",
            })
    void what_a_contract_calls_a_credential_is_hidden_in_bodies(String type, String body, String shown) {
        RedactedCall.Content content = told(journal.note(
                        session,
                        sent("/users", body, "Content-Type", type),
                        Body.of(body.getBytes(UTF_8)),
                        answer(""),
                        1))
                .content();

        assertThat(content.text()).isEqualTo(shown);
        assertThat(content.size()).isEqualTo(body.length());
    }

    @Test
    void a_body_that_is_a_secret_as_a_whole_is_not_shown_nor_text_in_an_encoding_that_nobody_reads() {
        Response added = new Response(201, Map.of(), new byte[0]);
        JournalEntry secret = journal.note(
                session,
                sent("/users", "s3cret", "Content-Type", "text/markdown; charset=utf-8"),
                Body.of("s3cret".getBytes(UTF_8)),
                new Answer(added, "users", "addUser", List.of()),
                1);
        JournalEntry wide = journal.note(
                session,
                sent("/users", "", "Content-Type", "application/xml"),
                Body.of("<pass>s3crét</pass>".getBytes(ISO_8859_1)),
                answer(""),
                1);

        assertThat(told(secret).content()).isEqualTo(RedactedCall.Content.without(6, RedactedCall.Missing.HIDDEN));
        assertThat(told(wide).content()).isEqualTo(RedactedCall.Content.without(19, RedactedCall.Missing.HIDDEN));
    }

    @Test
    void credentials_are_hidden_in_paths() {
        assertThat(REDACTION.path("/pins/s3cret/of")).isEqualTo("/pins/…/of");
        assertThat(REDACTION.path("/users")).isEqualTo("/users");
    }

    @Test
    void credentials_are_hidden_in_fields_and_in_the_query() {
        RedactedCall told = told(journal.note(
                session,
                sent(
                        "/users?sig=s3cret&q=1",
                        "",
                        "authorization",
                        "Bearer s3cret",
                        "COOKIE",
                        "a=s3cret",
                        "x-api-key",
                        "s3cret",
                        "x-pin",
                        "s3cret",
                        "X-Trace",
                        "7"),
                Body.NONE,
                Answer.of(new Response(200, Map.of("Set-Cookie", "a=s3cret"), new byte[0])),
                1));

        assertThat(told.toString()).doesNotContain("s3cret").contains("X-Trace");
        assertThat(told.target()).isEqualTo("/users?sig=…&q=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/users?SIG=s3cret | /users?SIG=…",
                "/users?access_token=s3cret | /users?access_token=…",
                "/users?f[pass]=s3cret&f[name]=Ada | /users?f[pass]=…&f[name]=Ada",
                "/users?f%5Bpass%5D=s3cret | /users?f%5Bpass%5D=…",
                "/pins/s3cret/of?q=1 | /pins/…/of?q=1",
                "/-/in/a/pins/s3cret/of | /-/in/a/pins/…/of",
                "/pins/1/to | /pins/1/to",
            })
    void credentials_are_hidden_in_targets(String target, String shown) {
        RedactedCall told = told(note(session, target, "", ""));

        assertThat(told.target()).isEqualTo(shown);
        assertThat(told.path()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BODY | | /pass | \"s3cret\" | a value that is not shown",
                "BODY | | /codes/0 | 53 | a value that is not shown",
                "BODY | | /pass | missing | missing",
                "BODY | | | {\"name\":\"Ada\",\"pass\":\"s3cret\"} | {\"name\":\"Ada\",\"pass\":…}",
                "QUERY | sig | | \"s3cret\" | a value that is not shown",
                "QUERY | f[pass] | | \"s3cret\" | a value that is not shown",
                "QUERY | q | | \"?Sig=s3cret\" | \"?Sig=…\"",
                "PATH | pin | | \"s3cret\" | a value that is not shown",
                "HEADER | x-pin | | as in \"s3cret\" | as in …",
                "HEADER | X-Trace | | \"7\" | \"7\"",
            })
    void credentials_are_hidden_in_violations_and_reasons(
            Place place, String name, String pointer, String got, String shown) {
        var wrong = new Violation(
                place, name == null ? "" : name, pointer == null ? "" : pointer, "maxLength", "be short", got);
        Response response = new Response(400, Map.of("Understudy-Violations", wrong.message()), new byte[0]);
        RedactedCall told = told(journal.note(
                session, sent("/users", ""), Body.NONE, new Answer(response, "users", "addUser", List.of(wrong)), 1));

        assertThat(told.violations().get(0).got()).isEqualTo(shown);
        assertThat(told.answerFields().get(0).value()).doesNotContain("s3cret");
        assertThat(REDACTION.reason("Wrong: " + wrong.message(), List.of(wrong)))
                .endsWith("must be short, was " + shown);
    }

    @Test
    void a_body_that_is_no_json_is_not_shown_where_it_may_hold_secrets() {
        Body broken = Body.of("{\"pas\":\"s3cret".getBytes(UTF_8));
        SentRequest sent = sent("/users", "x", "Content-Type", "application/json");
        Response response = new Response(400, Map.of(), new byte[0]);

        assertThat(told(journal.note(session, sent, broken, new Answer(response, "users", "addUser", List.of()), 1))
                        .content())
                .isEqualTo(new RedactedCall.Content("no JSON, 14 bytes", false, 14, false));
        assertThat(told(journal.note(session, sent, broken, new Answer(response, "users", "getPin", List.of()), 1))
                        .content()
                        .whole())
                .isTrue();
    }

    @Test
    void a_key_that_an_answer_repeats_is_hidden_in_its_fields() {
        var link = Map.of("Link", "</users?sig=s3cret&p=2>; rel=\"next\"");
        RedactedCall told = told(journal.note(
                session, sent("/users", ""), Body.NONE, Answer.of(new Response(200, link, new byte[0])), 1));

        assertThat(told.answerFields())
                .containsExactly(new RedactedCall.Field("Link", "</users?sig=…&p=2>; rel=\"next\""));
    }

    @Test
    void a_command_makes_a_call_again() {
        RedactedCall told = told(journal.note(
                session,
                sent("/users?q=1", "{\"name\":\"O'Hara\"}", "Content-Type", "application/json", "Content-Length", "17"),
                Body.of("{\"name\":\"O'Hara\"}".getBytes(UTF_8)),
                answer(""),
                1));

        assertThat(Curl.of(told))
                .isEqualTo("curl -sSg -H 'Content-Type: application/json' --data-raw '{\"name\":\"O'\\''Hara\"}'"
                        + " 'http://localhost:8080/users?q=1'");
    }

    @Test
    void of_bodies_that_are_not_in_memory_there_are_the_sizes() {
        var stored = new Body.Stored(Bytes.of(new byte[100_000]));
        Response file = new Response(200, Map.of(), new Body.File(Path.of("book.pdf"), 70_000));
        Response pieces = new Response(
                200, Map.of(), new Body.Items(() -> List.of(new byte[9]).iterator()));

        RedactedCall told = told(journal.note(session, sent("/users", ""), stored, Answer.of(file), 1));
        JournalEntry streamed = journal.note(session, sent("/users", ""), Body.NONE, Answer.of(pieces), 1);
        streamed.ended(JournalEntry.End.SENT, 9);

        assertThat(told.content()).isEqualTo(RedactedCall.Content.without(100_000, RedactedCall.Missing.DROPPED));
        assertThat(told.answerContent()).isEqualTo(RedactedCall.Content.without(70_000, RedactedCall.Missing.DROPPED));
        assertThat(told(streamed).answerContent())
                .isEqualTo(RedactedCall.Content.without(9, RedactedCall.Missing.DROPPED));
        assertThat(Curl.of(told)).contains("--data-binary @BODY");
    }

    @Test
    void an_archive_has_bodies_their_sizes_and_the_session() {
        note(session, "/users?q=1&r", "{\"a\":1}", "pass it");
        byte[] bytes = {(byte) 0xff, 0, 1};
        JournalEntry cut = journal.note(
                session, sent("/users", ""), Body.NONE, Answer.of(new Response(200, Map.of(), bytes)), 2000);
        cut.ended(JournalEntry.End.CUT, 1);
        List<RedactedCall> calls =
                journal.of(session).stream().map(JournalTest::told).toList();

        JsonNode archive = Har.of(calls);

        assertThat(archive.at("/log/version").asText()).isEqualTo("1.2");
        assertThat(archive.at("/log/entries/0/_session").asText()).isEqualTo("a");
        assertThat(archive.at("/log/entries/0/request/url").asText()).isEqualTo("http://localhost:8080/users?q=1&r");
        assertThat(archive.at("/log/entries/0/request/queryString")).hasSize(2);
        assertThat(archive.at("/log/entries/0/request/postData/text").asText()).isEqualTo("{\"a\":1}");
        assertThat(archive.at("/log/entries/0/request/bodySize").asInt()).isEqualTo(7);
        assertThat(archive.at("/log/entries/1/response/content/encoding").asText())
                .isEqualTo("base64");
        assertThat(archive.at("/log/entries/1/response/content/text").asText()).isEqualTo("/wAB");
        assertThat(archive.at("/log/entries/1/response/comment").asText()).contains("ended before");
    }

    @Test
    void what_was_made_of_a_call_is_told() {
        var wrong = new Violation(Place.QUERY, "limit", "", "maximum", "be at most 9", "10");
        Response response = new Response(400, Map.of(), new byte[0]);

        assertThat(verdict(new Answer(response, "users", "addUser", List.of(wrong))))
                .isEqualTo(RedactedCall.Verdict.REFUSED);
        assertThat(verdict(Answer.of(new Response(404, Map.of(), new byte[0]))))
                .isEqualTo(RedactedCall.Verdict.REFUSED);
        assertThat(verdict(new Answer(new Response(404, Map.of(), new byte[0]), "users", "addUser", List.of())))
                .isEqualTo(RedactedCall.Verdict.KEPT);
        assertThat(verdict(new Answer(new Response(500, Map.of(), new byte[0]), "users", "addUser", List.of(wrong))))
                .isEqualTo(RedactedCall.Verdict.FAILED);
    }

    private RedactedCall.Verdict verdict(Answer answer) {
        return told(journal.note(session, sent("/users", ""), Body.NONE, answer, 1))
                .verdict();
    }

    private JournalEntry note(Session of, String target, String asked, String said) {
        return journal.note(of, sent(target, asked), Body.of(asked.getBytes(UTF_8)), answer(said), 1);
    }

    private static RedactedCall told(JournalEntry entry) {
        return REDACTION.redacted(entry);
    }

    private static Answer answer(String body) {
        return Answer.of(new Response(200, Map.of("Content-Type", "text/plain"), body.getBytes(UTF_8)));
    }

    private static SentRequest sent(String target, String body, String... headers) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (int i = 0; i < headers.length; i += 2) {
            fields.add(Map.entry(headers[i], headers[i + 1]));
        }
        return new SentRequest(
                body.isEmpty() ? "GET" : "POST",
                target,
                target.replaceFirst("\\?.*", ""),
                "HTTP/1.1",
                "http",
                "localhost:8080",
                fields,
                1_700_000_000_000_000L);
    }
}
