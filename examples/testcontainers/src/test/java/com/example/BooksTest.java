package com.example;

import static dev.understudy.junit.Argument.path;
import static dev.understudy.junit.Calls.calls;
import static dev.understudy.junit.Times.exactly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.junit.TestSession;
import dev.understudy.junit.UnderstudyExtension;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class BooksTest {
    @RegisterExtension
    static final UnderstudyExtension UNDERSTUDY = Mock.start();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Five rounds of 64. */
    @RepeatedTest(320)
    void a_test_sees_what_it_has_changed_and_nothing_else(TestSession mock) throws Exception {
        String made = send(mock, 201, call(mock, "/v1/books").POST(BodyPublishers.ofString("""
                {"title": "Walden", "author": "%s"}""".formatted(mock.key()))));
        Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(made);
        assertTrue(id.find());
        send(mock, 200, call(mock, "/v1/books/" + id.group(1)).method("PATCH", BodyPublishers.ofString("""
                {"status": "lent"}""")));

        String found = send(mock, 200, call(mock, "/v1/books?status=lent&q=Walden"));

        assertTrue(found.contains("\"author\":\"" + mock.key() + "\"") && found.contains("\"total\":1,"), found);
        mock.verify(calls("changeBook").where(path("id").equalTo(Integer.valueOf(id.group(1)))), exactly(1));
        assertEquals(3, mock.calls().size());
    }

    private static HttpRequest.Builder call(TestSession mock, String path) {
        return HttpRequest.newBuilder(mock.uri(path)).header("Content-Type", "application/json");
    }

    private static String send(TestSession mock, int status, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        assertEquals(status, answer.statusCode(), answer.body());
        return answer.body();
    }
}
