package com.example.bookshop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.understudy.junit.OnViolation;
import dev.understudy.junit.OnViolation.Reaction;
import dev.understudy.junit.TestSession;
import dev.understudy.junit.UnderstudyTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Clients that tests call an API by themselves with. */
@UnderstudyTest("../library/library.yaml")
class OtherClientsTest {
    @Test
    void rest_assured(TestSession mock) {
        given().baseUri(mock.baseUrl()).contentType("application/json")
                .body("{\"title\":\"Middlemarch\",\"author\":\"George Eliot\"}")
                .post("/v1/books")
                .then().statusCode(201);

        given().baseUri(mock.baseUrl()).queryParam("q", "Middlemarch")
                .get("/v1/books")
                .then().statusCode(200).body("data", hasSize(1));
    }

    @Test
    void rest_assured_by_header(TestSession mock) {
        mock.freezeClock(Instant.parse("2031-05-04T03:02:01Z"));

        given().baseUri(mock.serverUrl()).header(TestSession.HEADER, mock.key()).contentType("application/json")
                .body("{\"title\":\"Romola\",\"author\":\"George Eliot\"}")
                .post("/v1/books")
                .then().body("data.created_at", equalTo("2031-05-04T03:02:01Z"));
    }

    @Test
    void java_net_http(TestSession mock) throws Exception {
        HttpRequest add = HttpRequest.newBuilder(mock.uri("/v1/books"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"title\":\"Dubliners\",\"author\":\"James Joyce\"}"))
                .build();

        assertThat(HttpClient.newHttpClient().send(add, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    }

    @Test
    @OnViolation(Reaction.IGNORE) // The test is about what happens then.
    void a_book_without_an_author_is_refused(TestSession mock) {
        given().baseUri(mock.baseUrl()).contentType("application/json").body("{\"title\":\"Beowulf\"}")
                .post("/v1/books")
                .then().statusCode(422);

        assertThat(mock.unexpectedCalls()).extracting(call -> call.operation()).containsExactly("addBook");
    }
}
