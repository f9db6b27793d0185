package dev.understudy.road;

import static dev.understudy.road.Pets.pets;
import static dev.understudy.road.Pets.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.contract.Contract;
import dev.understudy.fixture.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is made of a kept answer on its way out, for calls that are the same but for their spelling. */
class ChangedAnswersTest {
    private static final Contract CONTRACT = Pets.contract();

    private static final List<Map<String, String>> SENT = List.of(
            Map.of(),
            Map.of("Accept-Encoding", "gzip"),
            Map.of("Accept-Encoding", "br, gzip;q=0"),
            Map.of("Origin", "http://localhost:3000"),
            Map.of("Origin", "https://app.example"),
            Map.of("Origin", "https://elsewhere.example"),
            Map.of("If-None-Match", "*"),
            Map.of("If-None-Match", "\"other\""));

    private final Random random = new Random(7);

    @Test
    void it_is_what_would_be_made_of_an_answer_that_is_not_kept() {
        for (List<String> origins : List.of(List.<String>of(), List.of("https://app.example", "*"))) {
            Exchange keeping = road(1 << 20, origins);
            Exchange forgetful = road(0, origins);
            for (int i = 0; i < 1_000; i++) {
                Request request = spelled(i, any(), any(), any());
                Response kept = keeping.answer(request).response();
                Response anew = forgetful.answer(request).response();

                assertThat(kept.status()).isEqualTo(anew.status());
                assertThat(kept.headers()).isEqualTo(anew.headers());
                assertThat(kept.bytes()).isEqualTo(anew.bytes());
            }
        }
    }

    @Test
    void it_is_made_once() {
        Exchange road = road(1 << 20, List.of());
        for (Map<String, String> sent : SENT.subList(0, 3)) {
            for (int i = 0; i < 3; i++) {
                road.answer(spelled(i, sent));
            }
            Answer once = road.answer(spelled(3, sent));
            Answer again = road.answer(spelled(4, sent));

            assertThat(again.response()).isSameAs(once.response());
            assertThat(again.memo()).isSameAs(once.memo()).isNotNull();
        }
    }

    @Test
    void it_is_not_kept_for_each_of_the_many_origins_that_are_named_in_it() {
        Exchange road = road(1 << 20, List.of());
        for (int i = 0; i < 3; i++) {
            road.answer(spelled(i, SENT.get(3)));
        }
        assertThat(road.answer(spelled(3, SENT.get(3))).memo()).isNull();
        assertThat(road.answer(spelled(4, SENT.get(0))).memo()).isNotNull();
    }

    private Map<String, String> any() {
        return SENT.get(random.nextInt(SENT.size()));
    }

    private static Exchange road(long kept, List<String> origins) {
        String[] names = IntStream.range(0, 200).mapToObj(i -> "Ada " + i).toArray(String[]::new);
        var calls = new Road(
                Map.of(CONTRACT, Pets.api(call -> pets(names))),
                new State.Loading().state(),
                kept,
                StatsCounter.disabledStatsCounter());
        var cors = new Cors(new Origins(origins), calls.routes());
        return Filter.all(List.of(cors, new Conditional(), new Compressed()), calls);
    }

    @SafeVarargs
    private static Request spelled(int number, Map<String, String>... sent) {
        var headers = new HashMap<String, List<String>>();
        headers.put("Authorization", List.of("Bearer t"));
        for (Map<String, String> some : sent) {
            some.forEach((name, value) -> headers.put(name, List.of(value)));
        }
        return request("GET", "/zoo/pets?x=" + number, headers, "");
    }
}
