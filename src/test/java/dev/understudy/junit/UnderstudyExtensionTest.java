package dev.understudy.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.understudy.junit.OnViolation.Reaction;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs tests that use the extension, and looks at what became of them. One server is shared by all of them. */
@Timeout(60)
class UnderstudyExtensionTest {
    private static final String LIBRARY = "examples/library/library.yaml";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Holds the server that the runs share. */
    @RegisterExtension
    static final UnderstudyExtension UNDERSTUDY = UnderstudyExtension.serving(LIBRARY);

    @BeforeAll
    static void hold(TestSession mock) {
        assertThat(mock.serverUrl()).isEqualTo(UNDERSTUDY.serverUrl().toString());
    }

    private static EngineExecutionResults run(Class<?> tests, Map<String, String> parameters) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .configurationParameters(parameters)
                .selectors(selectClass(tests))
                .execute();
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return run(tests, Map.of());
    }

    private static final Map<String, String> IN_PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.executor-service", "FORK_JOIN_POOL",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "8");

    @UnderstudyTest(LIBRARY)
    static class Adding {
        static final Set<String> KEYS = new ConcurrentSkipListSet<>();
        static final Set<String> SERVERS = new ConcurrentSkipListSet<>();
        private final TestSession own;

        Adding(TestSession own) {
            this.own = own;
        }

        @BeforeEach
        void add(TestSession mock) {
            assertThat(mock).isSameAs(own);
            send(mock, "/v1/books", book("Zzyzx"));
        }

        @RepeatedTest(24)
        void sees_its_own(TestSession mock) {
            KEYS.add(mock.key());
            SERVERS.add(mock.serverUrl());
            assertThat(mock).isSameAs(own);
            assertThat(get(mock, "/v1/books?q=Zzyzx")).contains("\"total\":1,");
            assertThat(mock.calls()).extracting(SeenCall::operation).containsExactly("addBook", "listBooks");
        }

        @Nested
        class Within {
            @Test
            void sees_its_own_too(TestSession mock) {
                assertThat(get(mock, "/v1/books?q=Zzyzx")).contains("\"total\":1,");
            }
        }
    }

    @Test
    void tests_in_parallel_share_one_server_and_each_has_its_own_session_from_constructor_to_end() {
        EngineExecutionResults results = run(Adding.class, IN_PARALLEL);

        results.testEvents().assertStatistics(all -> all.started(25).succeeded(25));
        assertThat(Adding.KEYS).hasSize(24).allMatch(key -> key.matches("Adding\\.sees_its_own-[0-9a-f]{8}"));
        assertThat(Adding.SERVERS).hasSize(1);
    }

    @UnderstudyTest(LIBRARY)
    static class Breaking {
        @Test
        void no_author(TestSession mock) {
            send(mock, "/v1/books", "{\"title\":\"Emma\"}");
        }

        @Test
        void no_operation(TestSession mock) {
            get(mock, "/v1/boks");
        }

        @Test
        @OnViolation(Reaction.IGNORE)
        void ignored(TestSession mock) {
            send(mock, "/v1/books", "{}");
        }

        @Test
        @OnViolation(Reaction.REPORT)
        void reported(TestSession mock) {
            send(mock, "/v1/books", "{}");
        }

        @Test
        void forgotten(TestSession mock) {
            send(mock, "/v1/books", "{}");
            mock.forgetCalls();
        }

        @Test
        void failed_anyway(TestSession mock) {
            send(mock, "/v1/books", "{}");
            throw new IllegalStateException("before the end");
        }
    }

    @Test
    void a_test_that_broke_the_contract_ends_with_the_report_unless_it_says_otherwise() {
        EngineExecutionResults results = run(Breaking.class);

        assertThat(failures(results)).containsOnlyKeys("no_author", "no_operation", "failed_anyway");
        assertThat(failures(results).get("no_author"))
                .isInstanceOf(ContractBroken.class)
                .hasMessageStartingWith("1 call broke the contract (session Breaking.no_author-")
                .hasMessageContaining("POST /-/in/Breaking.no_author-")
                .hasMessageContaining(
                        " was answered 422 (addBook of library)\n    body /author must be given, was missing")
                .hasMessageContaining("\n    as a command: curl ");
        assertThat(failures(results).get("no_operation")).hasMessageContaining("/v1/boks was answered 404");
        assertThat(failures(results).get("failed_anyway"))
                .hasMessage("before the end")
                .satisfies(failure ->
                        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(ContractBroken.class));
        assertThat(entries(results)).singleElement().asString().contains("session Breaking.reported-");
    }

    @Test
    void a_configuration_parameter_switches_the_report_off_for_all_tests_that_say_nothing() {
        EngineExecutionResults results = run(Breaking.class, Map.of("understudy.violations", "ignore"));

        assertThat(failures(results)).containsOnlyKeys("failed_anyway");
    }

    @Test
    void a_word_that_is_no_reaction_is_named_with_those_that_are() {
        EngineExecutionResults results = run(Breaking.class, Map.of("understudy.violations", "warn"));

        assertThat(failures(results).get("no_author"))
                .hasMessageContaining("understudy.violations must be one of fail, report, ignore, was warn");
    }

    @UnderstudyTest(value = LIBRARY, requests = Strictness.WARN)
    static class Lenient {
        static String server = "";

        @Test
        void breaks_the_contract(TestSession mock) {
            server = mock.serverUrl();
            assertThat(get(mock, "/v1/books?status=gone")).contains("\"total\":0,");
        }

        @Nested
        @UnderstudyTest(value = LIBRARY, requests = Strictness.OFF, responses = Strictness.WARN)
        class AndSilent {
            @Test
            void breaks_it_too(TestSession mock) {
                assertThat(get(mock, "/v1/books?status=gone")).contains("\"total\":0,");
                assertThat(get(URI.create(mock.serverUrl() + "/-/sessions/" + mock.key())))
                        .contains("\"strictness\":{\"requests\":\"off\",\"responses\":\"warn\"}");
            }
        }
    }

    @Test
    void sessions_of_a_class_are_as_strict_as_it_says_on_the_server_that_all_share() {
        EngineExecutionResults results = run(Lenient.class);

        assertThat(failures(results)).isEmpty();
        assertThat(Lenient.server).isEqualTo(UNDERSTUDY.serverUrl().toString());
        assertThat(entries(results)).singleElement().asString().contains("breaks_the_contract", "was \"gone\"");
    }

    @UnderstudyTest(LIBRARY)
    static class Losing {
        @Test
        void its_key(TestSession mock) {
            get(URI.create(mock.serverUrl() + "/v1/books/1?nothing=1"));
            get(URI.create(mock.serverUrl() + "/v1/books/2"));
            get(URI.create(mock.serverUrl() + "/v1/books/2"));
        }
    }

    @Test
    void calls_without_a_key_are_shown() {
        assertThat(entries(run(Losing.class)))
                .singleElement()
                .asString()
                .contains("3 calls came without a session key")
                .contains("GET /v1/books/2 (2 times), GET /v1/books/1.");
    }

    @UnderstudyTest(LIBRARY)
    static class Planning {
        @Test
        void for_what_does_not_come(TestSession mock) {
            mock.given("addBook").answer(Answer.status(503));
            mock.given("listBooks").answer(Answer.status(503));
            get(mock, "/v1/books");
        }

        @Test
        void and_ends_its_session(TestSession mock) {
            mock.given("addBook").answer(Answer.status(503));
            mock.end();
        }
    }

    @Test
    void rules_that_were_of_no_use_are_shown() {
        EngineExecutionResults results = run(Planning.class);

        assertThat(failures(results)).isEmpty();
        assertThat(entries(results))
                .singleElement()
                .asString()
                .startsWith("1 rule of the test decided about no call:\n  {\"call\":{\"operation\":\"addBook\"}");
    }

    @UnderstudyTest(LIBRARY)
    static class Sharing {
        private static TestSession shared;

        @BeforeAll
        static void once(TestSession mock) {
            shared = mock;
            send(mock, "/v1/books", book("Shared"));
        }

        @Test
        void has_its_own(TestSession mock) {
            assertThat(mock.key()).isNotEqualTo(shared.key());
            assertThat(get(mock, "/v1/books?q=Shared")).contains("\"total\":0,");
        }

        @Test
        void has_the_one_of_the_class() {
            assertThat(get(shared, "/v1/books?q=Shared")).contains("\"total\":1,");
        }

        @AfterAll
        static void breaks(TestSession mock) {
            assertThat(mock).isSameAs(shared);
            get(mock, "/v1/books?page=0");
        }
    }

    @Test
    void a_class_has_a_session_too_whose_report_ends_it() {
        EngineExecutionResults results = run(Sharing.class);

        results.testEvents().assertStatistics(all -> all.started(2).succeeded(2));
        assertThat(results.containerEvents().failed().list()).singleElement().satisfies(event -> assertThat(
                        failure(event))
                .hasMessageContaining("query \"page\" must be at least 1"));
    }

    @UnderstudyTest(LIBRARY)
    static class Going {
        @Test
        void back_and_forth(TestSession mock) {
            mock.freezeClock(Instant.parse("2031-05-04T03:02:01Z"));
            mock.moveClock(Duration.ofHours(1));
            assertThat(send(mock, "/v1/books", book("One"))).contains("2031-05-04T04:02:01");
            mock.snapshot("one");
            send(mock, "/v1/books", book("Two"));
            mock.restore("one");
            assertThat(get(mock, "/v1/books?sort=-created_at")).contains("One").doesNotContain("Two");
            mock.reset();
            assertThat(get(mock, "/v1/books?sort=-created_at")).doesNotContain("One");
        }

        @Test
        void nowhere(TestSession mock) {
            mock.restore("none");
        }
    }

    @Test
    void a_session_has_a_clock_and_snapshots_and_says_what_is_not_there() {
        assertThat(failures(run(Going.class))).hasSize(1).hasEntrySatisfying("nowhere", failure -> assertThat(failure)
                .isInstanceOf(ControlException.class)
                .hasMessageMatching(
                        "POST /-/sessions/Going.nowhere-[0-9a-f]{8}/snapshots/none/restore answered 404: There is"
                                + " no snapshot none of session Going.nowhere-[0-9a-f]{8}"));
    }

    @UnderstudyTest("examples/library/libary.yaml")
    static class Misspelt {
        @Test
        void nothing(TestSession mock) {}
    }

    @Test
    void a_contract_that_is_not_there_is_named() {
        assertThat(failures(run(Misspelt.class)).get("nothing"))
                .hasStackTraceContaining("examples/library/libary.yaml");
    }

    private static String book(String title) {
        return "{\"title\":\"" + title + "\",\"author\":\"Ann\"}";
    }

    private static String send(TestSession mock, String path, String body) {
        return answer(HttpRequest.newBuilder(mock.uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String get(TestSession mock, String path) {
        return get(mock.uri(path));
    }

    private static String get(URI uri) {
        return answer(HttpRequest.newBuilder(uri));
    }

    private static String answer(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString())
                .thenApply(HttpResponse::body)
                .join();
    }

    private static Map<String, Throwable> failures(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .collect(java.util.stream.Collectors.toMap(
                        event -> event.getTestDescriptor().getDisplayName().replaceFirst("\\(.*", ""),
                        UnderstudyExtensionTest::failure));
    }

    private static Throwable failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    private static List<String> entries(EngineExecutionResults results) {
        return results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class)
                        .getKeyValuePairs()
                        .get("understudy"))
                .toList();
    }
}
