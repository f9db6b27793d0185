package dev.understudy.junit;

import static dev.understudy.junit.Answer.patch;
import static dev.understudy.junit.Answer.status;
import static dev.understudy.junit.Argument.body;
import static dev.understudy.junit.Argument.query;
import static dev.understudy.junit.Calls.calls;
import static dev.understudy.junit.JsonValue.json;
import static dev.understudy.junit.Times.exactly;
import static dev.understudy.junit.Times.never;
import static dev.understudy.mocks.exante.worktasks.WorkTasksApi.listWorkTasks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.mocks.exante.worktasks.PageMeta;
import dev.understudy.mocks.exante.worktasks.WorkTaskStatus;
import dev.understudy.mocks.exante.worktasks.WorkTasks;
import dev.understudy.mocks.exante.worktasks.WorkTasksApi.ListWorkTasksReply;
import dev.understudy.mocks.exante.worktasks.WorkTasksData;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a test has answered otherwise, and what it looks for afterwards. */
@Timeout(60)
@UnderstudyTest(
        value = {"examples/library/library.yaml", "exante/work-tasks"},
        credentials = false)
class RulesInTestsTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String WALDEN = "{\"title\":\"Walden\",\"author\":\"Henry Thoreau\"}";

    @Test
    void an_api_is_out_of_order_twice_and_then_works(TestSession mock) {
        GivenRule outage = mock.given("listBooks").times(2).answer(status(503));

        assertThat(List.of(list(mock), list(mock), list(mock))).containsExactly(503, 503, 200);
        assertThat(outage.used()).isEqualTo(2);
    }

    @Test
    void some_calls_are_answered_otherwise_and_all_others_as_ever(TestSession mock) {
        mock.given(calls("addBook").where(body("/title").matching(json("{\"pattern\":\"^Wal\"}"))))
                .answer(status(409).body(json("{\"error\":{\"code\":\"taken\",\"message\":\"We have it\"}}")));
        mock.given(calls("listBooks").where(query("status").oneOf("lent", "lost")))
                .answer(patch(Map.of("meta", Map.of("total", 1000))));

        HttpResponse<String> taken = add(mock, WALDEN);
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("We have it");
        assertThat(add(mock, WALDEN.replace("Walden", "Emma")).statusCode()).isEqualTo(201);
        assertThat(get(mock, "/v1/books?status=lost").body()).contains("\"total\":1000");
        assertThat(get(mock, "/v1/books?status=available").body()).doesNotContain("\"total\":1000");
    }

    @Test
    void answers_come_in_turn_and_a_rule_can_be_ended(TestSession mock) {
        GivenRule rule = mock.given("listBooks").answer(status(500), status(503), status(200));
        assertThat(List.of(list(mock), list(mock), list(mock), list(mock))).containsExactly(500, 503, 200, 200);

        rule.end();

        assertThatThrownBy(rule::used).isInstanceOf(ControlException.class);
    }

    @Test
    void a_connection_ends_without_an_answer(TestSession mock) {
        mock.given("addBook").times(1).happens(OnWire.cut().beforeItChangesAnything());

        assertThatThrownBy(() -> add(mock, WALDEN)).isInstanceOf(CompletionException.class);
        assertThat(get(mock, "/v1/books?q=Walden").body()).contains("\"total\":0,");
    }

    @Test
    void a_rule_that_breaks_the_contract_is_refused_unless_it_says_so(TestSession mock) {
        assertThatThrownBy(() -> mock.given("getBook").answer(status(418)))
                .isInstanceOf(ControlException.class)
                .hasMessageContaining("418");
        mock.given("getBook").answer(status(418).body("tea").unchecked());

        assertThat(get(mock, "/v1/books/1").statusCode()).isEqualTo(418);
    }

    @Test
    void rules_of_built_in_apis_are_typed(TestSession mock) {
        mock.given(listWorkTasks().status(List.of(WorkTaskStatus.DONE)))
                .answer(new ListWorkTasksReply.Status200(new WorkTasks(
                        "success", 200, "None", new WorkTasksData(List.of(), new PageMeta(1, 25, 0, 0)))));

        assertThat(get(mock, "/api/work-tasks?status=done").body()).contains("\"items\":[]");
        assertThat(get(mock, "/api/work-tasks?status=todo").body()).doesNotContain("\"items\":[]");
        mock.verify(listWorkTasks().status(List.of(WorkTaskStatus.TODO)), exactly(1));
    }

    @Test
    void what_was_called_is_verified_and_a_miss_says_what_is_nearest(TestSession mock) {
        add(mock, WALDEN);
        list(mock);

        mock.verify(calls("addBook").where(body("/title").equalTo("Walden")));
        mock.verify(calls("removeBook"), never());
        mock.verifyInOrder(calls("addBook"), calls("listBooks"));
        assertThatThrownBy(
                        () -> mock.verify(calls("addBook").where(body("/title").equalTo("Emma")), exactly(1)))
                .isInstanceOf(NotVerified.class)
                .hasMessageContaining("Walden")
                .hasMessageContaining("Emma");
        assertThatThrownBy(() -> mock.verifyInOrder(calls("listBooks"), calls("addBook")))
                .isInstanceOf(NotVerified.class);
    }

    @Test
    void a_pattern_that_no_call_can_match_is_refused_with_what_is_near(TestSession mock) {
        assertThatThrownBy(() -> mock.verify(calls("addBok")))
                .isInstanceOf(ControlException.class)
                .hasMessageContaining("addBook");
        assertThatThrownBy(() -> json("{\"title\": }")).isInstanceOf(IllegalArgumentException.class);
    }

    private static int list(TestSession mock) {
        return get(mock, "/v1/books").statusCode();
    }

    private static HttpResponse<String> get(TestSession mock, String path) {
        return send(HttpRequest.newBuilder(mock.uri(path)));
    }

    private static HttpResponse<String> add(TestSession mock, String book) {
        return send(HttpRequest.newBuilder(mock.uri("/v1/books"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(book)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }
}
