package dev.understudy.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.understudy.api.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of brought contracts that stand in folders of fixtures, over a port. */
class AnswerFoldersTest {
    private static final Path BILLING = Path.of("examples/billing/billing.yaml");
    private static final String ONE =
            "{\"id\": \"inv_1001\", \"customer\": \"%s\", \"status\": \"open\", \"total\": 1.50, \"currency\": \"EUR\","
                    + " \"due\": \"2026-03-15\"}";

    private final Path root;
    private final Folder first;
    private final Folder second;

    AnswerFoldersTest(@TempDir Path root) {
        this.root = root;
        this.first = new Folder(root.resolve("first"));
        this.second = new Folder(root.resolve("second"));
    }

    @Test
    void a_file_is_answered_before_what_the_document_shows_and_a_later_folder_wins() throws Exception {
        first.write("billing/answers/getInvoice.200.json", ONE.formatted("Ada"));
        first.write("billing/answers/getInvoice.200.late.json", ONE.formatted("Late"));
        first.write(
                "billing/answers/getInvoice.404.json", "{\"error\": {\"code\": \"not_found\", \"message\": \"Sold\"}}");
        first.write("billing/answers/printInvoice.200.pdf", "%PDF-of-ours");
        first.write("billing/answers/README.md", "What is here");
        second.write("billing/answers/getInvoice.200.json", ONE.formatted("Bo"));
        try (Running server = Understudy.start(settings())) {
            assertThat(get(server, "/v1/invoices/inv_1001", "").body())
                    .isEqualTo(ONE.formatted("Bo").replace(": ", ":").replace(", ", ","));

            HttpResponse<String> late = get(server, "/v1/invoices/inv_1001", "example=late");
            assertThat(late.body()).contains("\"Late\"");
            assertThat(late.headers().firstValue("Preference-Applied")).hasValue("example=late");

            HttpResponse<String> gone = get(server, "/v1/invoices/inv_1001", "code=404");
            assertThat(gone.statusCode()).isEqualTo(404);
            assertThat(gone.body()).isEqualTo("{\"error\":{\"code\":\"not_found\",\"message\":\"Sold\"}}");

            HttpResponse<String> pdf = get(server, "/v1/invoices/inv_1001/pdf", "");
            assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
            assertThat(pdf.body()).isEqualTo("%PDF-of-ours");
        }
    }

    @Test
    void a_file_that_breaks_its_answer_or_belongs_to_no_operation_ends_the_start_and_is_found_by_check() {
        write("first/billing/answers/getInvoice.200.json", "{\"id\": 7}");
        write("first/billing/answers/getInvoce.200.json", "{}");
        write("first/biling/answers/getInvoice.200.json", "{}");
        write("second/billing/answers/deleteInvoice.204.json", "{}");

        CannotLoad refused = catchThrowableOfType(CannotLoad.class, () -> Understudy.start(settings()));

        assertThat(refused.faults())
                .extracting(Fault::text)
                .anySatisfy(text -> assertThat(text).contains("getInvoice.200.json:1:8: /id must be a string, was 7"))
                .anySatisfy(text -> assertThat(text).contains("did you mean \"getInvoice.200.json\"?"))
                .anySatisfy(text -> assertThat(text).contains("biling/answers/getInvoice.200.json"))
                .anySatisfy(text -> assertThat(text).contains("the status 204 of deleteInvoice has no content"));
        LoadResult checked = Snapshot.check(List.of(), settings());
        assertThat(checked.faults()).isEqualTo(refused.faults());
    }

    @Test
    void a_file_that_changes_is_read_again_and_a_broken_one_is_refused() throws Exception {
        first.write("billing/answers/getInvoice.200.json", ONE.formatted("Ada"));
        var quick = new WatchInterval(Duration.ofMillis(5), Duration.ofMillis(20));
        var settings = Settings.DEFAULT
                .withAuth(false)
                .withFixtures(root.resolve("first"))
                .withBrought(Brought.of(BILLING))
                .watching(quick);
        try (Site mock = new Site(Understudy.start(settings))) {
            assertThat(mock.get("/v1/invoices/inv_1001").body()).contains("\"Ada\"");

            first.write("billing/answers/getInvoice.200.json", ONE.formatted("Bo"));
            mock.until("/v1/invoices/inv_1001", body -> body.contains("\"Bo\""));

            first.write("billing/answers/getInvoice.200.json", "{");
            mock.until("/-/ready", body -> body.contains("getInvoice.200.json"));
            assertThat(mock.get("/v1/invoices/inv_1001").body()).contains("\"Bo\"");
        }
    }

    private Settings settings() {
        write("second/.keep", "");
        return Settings.DEFAULT
                .withAuth(false)
                .withFixtures(root.resolve("first"), root.resolve("second"))
                .withBrought(Brought.of(BILLING));
    }

    private void write(String file, String text) {
        try {
            new Folder(root).write(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> get(Running server, String path, String prefer) throws Exception {
        URI uri = server.baseUrl().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (!prefer.isEmpty()) {
            request.header("Prefer", prefer);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
