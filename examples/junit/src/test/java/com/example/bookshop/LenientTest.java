package com.example.bookshop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.junit.Strictness;
import dev.understudy.junit.TestSession;
import dev.understudy.junit.UnderstudyTest;
import org.junit.jupiter.api.Test;

/** Tests that were written against a laxer server: what their calls break is reported, and they pass. */
@UnderstudyTest(value = "../library/library.yaml", requests = Strictness.WARN)
class LenientTest {
    @Test
    void an_unknown_status_finds_nothing(TestSession mock) {
        given().baseUri(mock.baseUrl()).queryParam("status", "gone")
                .get("/v1/books")
                .then().statusCode(200);

        assertThat(mock.unexpectedCalls()).extracting(call -> call.verdict()).containsExactly("warned");
    }
}
