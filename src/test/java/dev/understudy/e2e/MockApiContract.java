package dev.understudy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.e2e.Line.Heard;
import dev.understudy.generate.calls.BrokenCalls;
import dev.understudy.generate.calls.RandomCalls;
import dev.understudy.generate.calls.WrittenRequest;
import dev.understudy.live.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every API keeps to, whatever it is about and whichever way one comes to it. */
interface MockApiContract {
    /** The API. */
    Subject subject();

    /** The way to it. */
    Line line();

    /** How many random requests each operation gets. */
    int requests();

    @Test
    default void paging_meets_each_record_once() {
        for (Paged list : subject().lists()) {
            List<String> met =
                    list.pages(line(), 100).stream().flatMap(List::stream).toList();

            assertThat(met).as(list.path()).hasSize(list.size()).doesNotHaveDuplicates();
        }
    }

    @Test
    default void the_order_does_not_depend_on_the_size_of_a_page() {
        for (Paged list : subject().lists()) {
            List<String> inLarge =
                    list.pages(line(), 100).stream().flatMap(List::stream).toList();
            List<String> inSmall =
                    list.pages(line(), 13).stream().flatMap(List::stream).toList();

            assertThat(inLarge).as(list.path()).startsWith(inSmall.toArray(String[]::new));
        }
    }

    @Test
    default void every_reply_keeps_the_contract() {
        var calls = new RandomCalls(Yaml.of(contract()), subject().words(), 4711);
        for (Operation operation : contract().operations()) {
            for (int i = 0; i < requests(); i++) {
                WrittenRequest sent = calls.allowed(operation.method(), operation.path());

                assertThat(line().send(sent))
                        .as(sent.toString())
                        .extracting(Heard::status)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    default void a_request_that_breaks_the_contract_is_refused_in_the_apis_own_shape() {
        var calls =
                new BrokenCalls(new RandomCalls(Yaml.of(contract()), subject().words(), 1984));
        for (Operation operation : contract().operations()) {
            for (int i = 0; i < requests(); i++) {
                WrittenRequest sent =
                        calls.schema(operation.method(), operation.path()).sent();
                Heard heard = line().send(sent, false);

                assertThat(heard.status()).as(sent.toString()).isEqualTo(400);
                assertThat(subject().isError()).as(heard.text()).accepts(heard.json());
            }
        }
    }

    @Test
    default void the_same_request_gets_the_same_bytes() {
        var once = new RandomCalls(Yaml.of(contract()), subject().words(), 7);
        var again = new RandomCalls(Yaml.of(contract()), subject().words(), 7);
        for (Operation operation : contract().operations()) {
            for (int i = 0; i < 5; i++) {
                assertThat(line().send(once.allowed(operation.method(), operation.path())))
                        .isEqualTo(line().send(again.allowed(operation.method(), operation.path())));
            }
        }
    }

    @Test
    default void unknown_query_keys_change_nothing() {
        for (Paged list : subject().lists()) {
            WrittenRequest first = list.first(3);

            assertThat(line().send(first.with("utm_source=mail")
                            .with("x%5B%5D=1")
                            .with("")))
                    .isEqualTo(line().send(first));
        }
    }

    @Test
    default void what_is_no_operation_is_refused_in_the_apis_own_shape() {
        for (Paged list : subject().lists()) {
            WrittenRequest first = list.first(3);
            Heard below = line().send(new WrittenRequest("GET", list.path() + "/more", ""), false);
            Heard otherMethod = line().send(
                            new WrittenRequest(first.method().equals("GET") ? "POST" : "GET", list.path(), ""), false);

            assertThat(below.status()).isEqualTo(404);
            assertThat(subject().isError()).as(below.text()).accepts(below.json());
            assertThat(otherMethod.status()).isEqualTo(405);
            assertThat(subject().isError()).as(otherMethod.text()).accepts(otherMethod.json());
        }
    }

    private Contract contract() {
        return Catalogue.builtIn().stream()
                .filter(entry -> entry.name().equals(subject().name()))
                .findFirst()
                .orElseThrow()
                .read();
    }
}
