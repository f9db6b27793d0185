package dev.understudy.control.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's files, as a browser gets them. */
@Timeout(60)
class ConsoleTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static Running server;

    @BeforeAll
    static void start() throws Exception {
        server = Understudy.start(Settings.DEFAULT.withAuth(false));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/-/, console/",
        "/-/console/data, ./",
        "/-/console/data/library, ../",
        "/-/console/contract/acme/v1.2, ../../",
        "/-/in/a/-/, console/",
    })
    void every_page_is_one_document_whose_links_lead_to_the_files(String page, String files) throws Exception {
        HttpResponse<String> answer = get(page);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(answer.body()).contains("src=\"" + files + "main.js\"").doesNotContain("{files}");
        URI script = server.baseUrl().resolve(page).resolve(files + "main.js");
        assertThat(get(script.getPath()).body()).startsWith("//");
    }

    @ParameterizedTest
    @CsvSource({
        "main.js, text/javascript; charset=utf-8",
        "lib/api.js, text/javascript; charset=utf-8",
        "console.css, text/css; charset=utf-8",
        "icon.svg, image/svg+xml",
        "vendor/lit-html/lit-html.js, text/javascript; charset=utf-8",
    })
    void a_file_has_its_type(String name, String type) throws Exception {
        HttpResponse<String> answer = get("/-/console/" + name);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing.js",
                "lib",
                "lib/",
                "pages/nothing",
                "index.html",
                "README.md",
                "vendor/lit-html/directives/unsafe-html.js",
                "lib/..%2fmain.js",
                "lib%2fapi.js",
                "//main.js",
                "pages/.js",
            })
    void what_is_no_file_is_a_404(String name) throws Exception {
        HttpResponse<String> answer = get("/-/console/" + name);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("its first page is /-/");
    }

    @Test
    void a_browser_keeps_files_and_asks_whether_they_have_changed() throws Exception {
        HttpResponse<String> first = get("/-/console/main.js");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = get("/-/console/main.js", "If-None-Match", tag);

        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void only_the_documentation_may_have_styles_of_its_own() throws Exception {
        String policy = policy("/-/");

        assertThat(policy).startsWith("default-src 'self'").contains("frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe").doesNotContain("data:");
        assertThat(policy("/-/console/contracts")).isEqualTo(policy);
        assertThat(policy("/-/console/contract/acme")).isEqualTo(policy);
        assertThat(policy("/-/console/reference/acme/v1"))
                .contains("frame-ancestors 'self'")
                .contains("style-src 'self' 'unsafe-inline'")
                .doesNotContain("script-src")
                .doesNotContain("unsafe-eval");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void the_console_is_only_read(String method) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(server.baseUrl().resolve("/-/console/main.js"))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void the_bare_address_leads_a_browser_to_the_console() throws Exception {
        HttpResponse<String> answer = get("/", "Accept", BROWSER);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("-/");
        assertThat(get("/-/sessions/default/calls").body()).doesNotContain("\"target\":\"/\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/json, */*;q=0.1"})
    void the_bare_address_says_to_programs_what_is_near(String accept) throws Exception {
        HttpResponse<String> answer = get("/", "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("the nearest is");
    }

    @Test
    void a_mocked_path_is_as_always_in_a_browser() throws Exception {
        assertThat(get("/api/nothing", "Accept", BROWSER).statusCode()).isEqualTo(404);
        assertThat(get("/api/work-tasks?per_page=1", "Accept", BROWSER).body()).contains("\"items\"");
    }

    @Test
    void without_a_console_all_of_it_is_left_out() throws Exception {
        try (Running bare = Understudy.start(Settings.DEFAULT.withConsole(false))) {
            for (String path : new String[] {"/", "/-/", "/-/console/main.js", "/-/console/data"}) {
                var request =
                        HttpRequest.newBuilder(bare.baseUrl().resolve(path)).header("Accept", BROWSER);
                assertThat(CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode())
                        .isEqualTo(404);
            }
        }
    }

    private static String policy(String path) throws Exception {
        return get(path).headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.baseUrl() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
