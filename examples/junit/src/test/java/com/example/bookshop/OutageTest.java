package com.example.bookshop;

import static dev.understudy.junit.Answer.status;
import static dev.understudy.junit.Argument.body;
import static dev.understudy.junit.Calls.calls;
import static dev.understudy.junit.Times.exactly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.junit.OnWire;
import dev.understudy.junit.TestSession;
import dev.understudy.junit.UnderstudyTest;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/** What the client does while the library is out of order. */
@UnderstudyTest("../library/library.yaml")
class OutageTest {
    @Test
    void an_order_is_tried_again_until_the_library_is_back(TestSession mock) {
        mock.given("addBook").times(2).answer(status(503));

        Book book = library(mock).add("Walden", "Henry Thoreau").retry(2).block();

        assertThat(book.title()).isEqualTo("Walden");
        mock.verify(calls("addBook").where(body("/title").equalTo("Walden")), exactly(3));
    }

    @Test
    void a_connection_that_ends_is_an_error(TestSession mock) {
        mock.given("listBooks").happens(OnWire.reset());

        assertThatThrownBy(() -> library(mock).find("Walden").block()).isInstanceOf(WebClientRequestException.class);
    }

    private static Library library(TestSession mock) {
        return new Library(WebClient.builder(), mock.baseUrl() + "/v1");
    }
}
