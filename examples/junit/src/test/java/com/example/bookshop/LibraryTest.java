package com.example.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.junit.TestSession;
import dev.understudy.junit.UnderstudyTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;

/** The client of the library, which is a WebClient, alone: the base URL names the session. */
@UnderstudyTest("../library/library.yaml")
class LibraryTest {
    private Library library;

    @BeforeEach
    void connect(TestSession mock) {
        library = new Library(WebClient.builder(), mock.baseUrl() + "/v1");
    }

    @RepeatedTest(20)
    void a_book_that_was_added_is_found_once(TestSession mock) {
        library.add("Walden", "Henry Thoreau").block();

        assertThat(library.find("Walden").block()).extracting(Book::author).containsExactly("Henry Thoreau");
        assertThat(mock.calls()).extracting(call -> call.operation()).containsExactly("addBook", "listBooks");
    }

    @Test
    void a_book_that_is_lent_says_so() {
        Book book = library.add("Emma", "Jane Austen").block();

        assertThat(library.lend(book.id()).block().status()).isEqualTo("lent");
    }
}
