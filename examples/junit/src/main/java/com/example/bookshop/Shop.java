package com.example.bookshop;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Orders books, and says which were ordered. */
@RestController
class Shop {
    private final Library library;

    Shop(Library library) {
        this.library = library;
    }

    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Book> order(@RequestParam String title, @RequestParam String author) {
        return library.add(title, author).flatMap(book -> library.lend(book.id()));
    }

    @GetMapping("/orders")
    Mono<List<String>> orders(@RequestParam String title) {
        return library.find(title).map(books -> books.stream().map(Book::title).toList());
    }
}
