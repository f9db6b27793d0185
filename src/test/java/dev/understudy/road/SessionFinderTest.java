package dev.understudy.road;

import static dev.understudy.road.Pets.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.contract.Match;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.fixture.State;
import dev.understudy.session.Session;
import dev.understudy.session.SessionLimits;
import dev.understudy.session.Sessions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls with and without keys, through all filters, to an API whose POST adds a pet. */
class SessionFinderTest {
    private final Road road = new Road(
            Map.of(
                    Pets.contract(),
                    new Pets.Growing(refusal -> new Pets.Any(refusal.status(), Map.of("wrong", List.of())))),
            new State.Loading().with(Pets.PETS, List.of(new Pets.Pet("Ada"))).state());
    private final Exchange filtered = Filter.all(
            List.of(
                    new CatchAll(),
                    new Prefixed(),
                    new CachedAnswers(1 << 20, StatsCounter.disabledStatsCounter()),
                    new Cors(new Origins(List.of()), road.routes()),
                    new SessionErrors(),
                    new Conditional(),
                    new Compressed()),
            road);
    private Sessions sessions = new Sessions(SessionLimits.DEFAULT);
    private SessionFinder finder = finder();

    private SessionFinder finder() {
        return new SessionFinder(sessions, request -> road.routes().match(request) instanceof Match.Here, true);
    }

    @Test
    void what_a_session_adds_is_there_for_its_next_call_and_for_no_other_session() {
        for (String mine : List.of("Understudy-Session: a", "baggage: understudy-session=a")) {
            add("Bob", mine);
        }

        assertThat(list("Understudy-Session: a")).isEqualTo("{\"pets\":[{\"name\":\"Ada\"},{\"name\":\"Bob\"}]}");
        assertThat(text(send("GET", "/zoo/pets", "a", ""))).contains("Bob");
        assertThat(list("Understudy-Session: b")).doesNotContain("Bob");
        assertThat(list("X-None: 1")).doesNotContain("Bob");
        assertThat(list("Understudy-Session: default")).doesNotContain("Bob");
    }

    @Test
    void sessions_in_parallel_never_see_a_record_of_another() throws Exception {
        var work = new ArrayList<Callable<List<String>>>();
        for (int i = 0; i < 64; i++) {
            String key = "Understudy-Session: key-" + i;
            String own = "pet-" + i;
            work.add(() -> IntStream.range(0, 20)
                    .mapToObj(round -> {
                        add(own + "." + round, key);
                        return list(key);
                    })
                    .filter(list -> list.replace(own + ".", "").contains("pet-"))
                    .toList());
        }
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isEmpty();
            }
        } finally {
            threads.shutdown();
        }
        for (int i = 0; i < 64; i++) {
            assertThat(list("Understudy-Session: key-" + i).split("pet-")).hasSize(21);
        }
        assertThat(sessions.all()).hasSize(65);
    }

    @Test
    void a_preflight_belongs_to_no_session_and_passes_where_a_key_is_required() {
        sessions = new Sessions(new SessionLimits(10, Duration.ofMinutes(1), true));
        finder = finder();
        String asked = "Origin: http://localhost:3000\nAccess-Control-Request-Method: GET\n"
                + "Access-Control-Request-Headers: understudy-session";

        Answer plain = send("OPTIONS", "/zoo/pets", null, asked);
        Answer prefixed = send("OPTIONS", "/zoo/pets", "new", asked);

        for (Answer answer : List.of(plain, prefixed)) {
            assertThat(answer.response().status()).isEqualTo(204);
            assertThat(answer.response().headers())
                    .containsEntry(
                            "Access-Control-Allow-Headers",
                            "authorization, content-type, baggage, prefer, understudy-session,"
                                    + " understudy-requests, understudy-responses")
                    .containsEntry("Access-Control-Allow-Credentials", "true");
        }
        assertThat(sessions.all()).hasSize(1);
        assertThat(finder.unkeyed()).isZero();
    }

    @Test
    void a_call_without_a_key_is_refused_where_one_is_required_and_told_the_three_ways() {
        sessions = new Sessions(new SessionLimits(10, Duration.ofMinutes(1), true));
        finder = finder();

        Answer answer = send("GET", "/zoo/pets", null, "Origin: http://localhost:3000");

        assertThat(answer.response().status()).isEqualTo(400);
        assertThat(text(answer))
                .contains("Understudy-Session: KEY")
                .contains("understudy-session=KEY")
                .contains("/-/in/KEY");
        assertThat(answer.response().headers()).containsKey("Access-Control-Allow-Origin");
        assertThat(send("GET", "/favicon.ico", null, "").response().status()).isEqualTo(404);
        assertThat(send("GET", "/zoo/pets", null, "Understudy-Session: a")
                        .response()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void calls_without_a_key_are_counted_apart() {
        list("X-None: 1");
        list("X-None: 1");
        list("Understudy-Session: default");
        list("Understudy-Session: a");

        assertThat(finder.unkeyed()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Understudy-Session: a\nbaggage: understudy-session=b", "Understudy-Session: a b"})
    void keys_that_differ_or_are_none_are_a_400_that_a_page_may_read_and_make_no_session(String fields) {
        Answer answer = send("GET", "/zoo/pets", null, fields + "\nOrigin: http://localhost:3000");

        assertThat(answer.response().status()).isEqualTo(400);
        assertThat(answer.reason()).contains("session");
        assertThat(answer.response().headers()).containsEntry("Access-Control-Allow-Origin", "http://localhost:3000");
        assertThat(sessions.all()).hasSize(1);
    }

    @Test
    void a_key_in_the_path_makes_a_session_only_before_a_path_of_an_api_and_a_404_says_which_slash_is_missing() {
        send("GET", "/zoo/pets", "test-1", "");

        assertThat(text(send("GET", "/pets", "zoo", "")))
                .contains("There is no session zoo, and /pets is no path of an API")
                .contains("/zoo/pets is one: end the base URL in a slash, as in /-/in/KEY/");
        assertThat(text(send("GET", "/pets", "test-1zoo", "")))
                .contains("The session test-1 and the path /zoo/pets are there: put a slash between them, as in"
                        + " /-/in/test-1/.");
        assertThat(text(send("GET", "/", "test-2", "")))
                .contains("no path is no path of an API")
                .contains("The nearest session is test-1.");
        assertThat(send("GET", "/pets", "test-1", "").response().status()).isEqualTo(404);
        assertThat(sessions.all()).extracting(Session::key).containsExactly("default", "test-1");
    }

    @Test
    void answers_to_a_key_in_the_path_lead_to_paths_behind_it() {
        Map<String, String> headers = new HashMap<>();
        headers.put("Location", "/zoo/pets/7");
        headers.put("Link", "<http://localhost/zoo/pets?page=2>; rel=\"next\", <https://else.example/x>; rel=\"help\"");
        headers.put("Set-Cookie", "a=1; Path=/zoo; HttpOnly");
        var answer = Answer.of(new Response(201, headers, new byte[0]));
        Exchange prefixed = new Prefixed().around(incoming -> answer);

        Map<String, String> kept = prefixed.answer(request("GET", "/zoo/pets", "k", "Host: localhost"))
                .response()
                .headers();

        assertThat(kept)
                .containsEntry("Location", "/-/in/k/zoo/pets/7")
                .containsEntry(
                        "Link",
                        "<http://localhost/-/in/k/zoo/pets?page=2>; rel=\"next\", <https://else.example/x>; rel=\"help\"")
                .containsEntry("Set-Cookie", "a=1; Path=/-/in/k/zoo; HttpOnly");
        assertThat(prefixed.answer(request("GET", "/zoo/pets", null, "Host: localhost")))
                .isSameAs(answer);
    }

    @Test
    void where_there_is_no_room_for_a_session_the_client_is_told_when_to_come_again() {
        sessions = new Sessions(new SessionLimits(1, Duration.ofMinutes(30), false));
        finder = finder();
        list("Understudy-Session: a");

        Answer answer = send("GET", "/zoo/pets", null, "Understudy-Session: b");

        assertThat(answer.response().status()).isEqualTo(503);
        assertThat(Integer.parseInt(answer.response().headers().get("Retry-After")))
                .isBetween(58, 61);
        assertThat(text(answer)).contains("There are 1 sessions, and none was idle for a minute");
    }

    private void add(String name, String fields) {
        Answer answer = filtered.answer(finder.arrive(
                Pets.request(
                        "POST",
                        "/zoo/pets",
                        fields(fields, "Content-Type: application/json"),
                        "{\"name\":\"" + name + "\"}"),
                null,
                ScanBudget.UNLIMITED));
        assertThat(answer.response().status()).isEqualTo(200);
    }

    private String list(String fields) {
        Answer answer = send("GET", "/zoo/pets?limit=100", null, fields);
        assertThat(answer.response().status()).isEqualTo(200);
        return text(answer);
    }

    private Answer send(String method, String path, @Nullable String prefix, String fields) {
        return filtered.answer(finder.arrive(request(method, path, prefix, fields), prefix, ScanBudget.UNLIMITED));
    }

    private static Request request(String method, String path, @Nullable String prefix, String fields) {
        String outside = prefix == null ? path : "/-/in/" + prefix + path;
        return Pets.request(method, path, fields(fields, ":path: " + outside), "");
    }

    private static Map<String, List<String>> fields(String fields, String more) {
        var all = new HashMap<String, List<String>>(Map.of("Authorization", List.of("Bearer t")));
        for (String field : (fields + "\n" + more).split("\n")) {
            int colon = field.indexOf(": ");
            if (colon > 0) {
                all.put(field.substring(0, colon), List.of(field.substring(colon + 2)));
            }
        }
        return all;
    }
}
