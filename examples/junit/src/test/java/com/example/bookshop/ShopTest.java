package com.example.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.junit.TestSession;
import dev.understudy.junit.UnderstudyExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The application, started once for all tests: each request names the session of its test, and the application passes it on. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureObservability(metrics = false)
class ShopTest {
    @RegisterExtension
    static final UnderstudyExtension UNDERSTUDY = UnderstudyExtension.serving("../library/library.yaml");

    @DynamicPropertySource
    static void library(DynamicPropertyRegistry properties) {
        properties.add("library.url", () -> UNDERSTUDY.serverUrl() + "/v1");
    }

    @RepeatedTest(20)
    void an_order_adds_a_book_and_lends_it(@Autowired WebTestClient shop, TestSession mock) {
        WebTestClient client = shop.mutate().defaultHeader(TestSession.HEADER, mock.key()).build();

        client.post().uri("/orders?title=Ulysses&author=James Joyce").exchange()
                .expectStatus().isCreated()
                .expectBody().jsonPath("$.status").isEqualTo("lent");
        client.get().uri("/orders?title=Ulysses").exchange()
                .expectBody().json("[\"Ulysses\"]");

        assertThat(mock.calls()).extracting(call -> call.operation())
                .containsExactly("addBook", "changeBook", "listBooks");
    }
}
