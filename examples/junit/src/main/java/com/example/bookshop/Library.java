package com.example.bookshop;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The library's API, of which this team has the contract and no server. */
@Component
public class Library {
    private final WebClient client;

    public Library(WebClient.Builder builder, @Value("${library.url}") String url) {
        client = builder.baseUrl(url).build();
    }

    public Mono<Book> add(String title, String author) {
        return client.post()
                .uri("/books")
                .bodyValue(Map.of("title", title, "author", author))
                .retrieve()
                .bodyToMono(One.class)
                .map(One::data);
    }

    public Mono<Book> lend(int id) {
        return client.patch()
                .uri("/books/{id}", id)
                .bodyValue(Map.of("status", "lent"))
                .retrieve()
                .bodyToMono(One.class)
                .map(One::data);
    }

    public Mono<List<Book>> find(String words) {
        return client.get()
                .uri(uri -> uri.path("/books").queryParam("q", "{words}").build(words))
                .retrieve()
                .bodyToMono(Many.class)
                .map(Many::data);
    }

    private record One(Book data) {}

    private record Many(List<Book> data) {}
}
