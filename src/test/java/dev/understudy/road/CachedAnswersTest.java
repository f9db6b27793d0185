package dev.understudy.road;

import static dev.understudy.road.Pets.get;
import static dev.understudy.road.Pets.pets;
import static dev.understudy.road.Pets.post;
import static dev.understudy.road.Pets.request;
import static dev.understudy.road.Pets.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.contract.Contract;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.fixture.State;
import dev.understudy.kept.Memo;
import dev.understudy.kept.OffHeap;
import dev.understudy.session.Session;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CachedAnswersTest {
    private static final Contract CONTRACT = Pets.contract();

    private final ConcurrentStatsCounter use = new ConcurrentStatsCounter();
    private final AtomicInteger handled = new AtomicInteger();
    private final Exchange border = Pets.road(CONTRACT, Pets.api(call -> {
        handled.incrementAndGet();
        return pets("Ada");
    }));
    private final Exchange kept = new CachedAnswers(1 << 20, use).around(border);

    @Test
    void a_request_that_came_twice_is_not_handled_again_and_gets_the_same_bytes() {
        learn();
        kept.answer(get("/zoo/pets?limit=1"));
        Answer second = kept.answer(get("/zoo/pets?limit=1"));
        Answer third = kept.answer(get("/zoo/pets?limit=1"));

        assertThat(handled).hasValue(2);
        assertThat(third.response()).isSameAs(second.response());
        assertThat(kept.answer(get("/zoo/pets?limit=1"))).isSameAs(third);
    }

    @Test
    void what_is_kept_is_sent_from_outside_the_heap_byte_for_byte() {
        learn();
        kept.answer(get("/zoo/pets?limit=1"));
        Answer sentOnce = kept.answer(get("/zoo/pets?limit=1"));
        Answer sentOften = kept.answer(get("/zoo/pets?limit=1"));

        assertThat(sentOnce.wire()).isNull();
        assertThat(sentOften.wire())
                .isEqualTo(ByteBuffer.wrap(sentOften.response().bytes()))
                .matches(ByteBuffer::isDirect);
    }

    @Test
    void what_has_no_room_outside_the_heap_is_kept_all_the_same() {
        Answer answer = Answer.of(new Response(200, Map.of(), new byte[60]));
        var bodies = new OffHeap(100);

        Answer first = answer.kept(bodies);

        assertThat(answer.kept(bodies).wire()).isNull();
        assertThat(answer.kept(bodies).response()).isSameAs(answer.response());
        assertThat(first.wire()).isNotNull();
    }

    @Test
    void other_headers_leave_the_kept_body_as_it_is_and_another_body_does_not() {
        Response response = new Response(200, Map.of(), "{}".getBytes(UTF_8));
        Answer answer = Answer.of(response).kept(new OffHeap(100));

        assertThat(answer.with(new Response(200, Map.of("Vary", "Origin"), response.bytes()))
                        .wire())
                .isSameAs(answer.wire());
        assertThat(answer.with(new Response(200, Map.of(), "[]".getBytes(UTF_8)))
                        .wire())
                .isNull();
    }

    @Test
    void what_its_sender_made_of_a_kept_answer_is_made_once_and_goes_with_no_other_headers() {
        Answer answer = Answer.of(new Response(200, Map.of(), "{}".getBytes(UTF_8)));
        Answer kept = answer.kept(new OffHeap(100));
        Memo memo = Objects.requireNonNull(kept.memo());

        assertThat(memo.get("one", Object.class, Object::new))
                .isSameAs(memo.get("one", Object.class, Object::new))
                .isNotSameAs(memo.get("other", Object.class, Object::new));
        assertThat(answer.memo()).isNull();
        assertThat(kept.with(new Response(
                                200, Map.of("Vary", "Origin"), kept.response().bytes()))
                        .memo())
                .isNull();
    }

    @Test
    void the_same_call_in_another_spelling_is_answered_with_the_bytes_that_were_kept_for_it() {
        Exchange calls = new Road(
                Map.of(CONTRACT, Pets.api(call -> {
                    handled.incrementAndGet();
                    return pets("Ada");
                })),
                new State.Loading().state(),
                1 << 20,
                use);
        calls.answer(get("/zoo/pets?limit=1"));
        byte[] second = calls.answer(get("/zoo/pets?limit=1")).response().bytes();

        assertThat(calls.answer(get("/zoo/pets?x=y&limit=1")).response().bytes())
                .isSameAs(second);
        assertThat(handled).hasValue(2);
        calls.answer(get("/zoo/pets?limit=2"));
        assertThat(handled).hasValue(3);
    }

    @Test
    void a_call_with_ignored_keys_is_the_same_call_and_each_request_keeps_its_own_warning() {
        Exchange calls = new Road(
                Map.of(CONTRACT, Pets.api(call -> {
                    handled.incrementAndGet();
                    return pets("Ada");
                })),
                new State.Loading().state(),
                1 << 20,
                use);
        Exchange filtered =
                Filter.all(List.of(new CachedAnswers(1 << 20, use), new Conditional(), new Compressed()), calls);
        for (int i = 0; i < 4; i++) {
            Answer plain = filtered.answer(get("/zoo/pets?limit=1"));
            Answer ignoring = filtered.answer(get("/zoo/pets?limit=1&utm_source=x&_=1"));

            assertThat(plain.ignored()).isEmpty();
            assertThat(ignoring.ignored()).containsExactly("utm_source", "_");
            assertThat(ignoring.response().headers()).isEqualTo(plain.response().headers());
            assertThat(ignoring.response().bytes()).isEqualTo(plain.response().bytes());
        }
        assertThat(handled).hasValue(2);
    }

    @Test
    void another_query_body_or_method_is_another_request() {
        learn();
        kept.answer(get("/zoo/pets?limit=1"));
        kept.answer(get("/zoo/pets?limit=2"));
        kept.answer(get("/zoo/pets"));
        kept.answer(post("{\"name\":\"Ada\"}"));
        kept.answer(post("{\"name\":\"Bob\"}"));

        assertThat(handled).hasValue(5);
    }

    @Test
    void a_request_without_its_token_never_gets_the_answer_to_one_with_it() {
        learn();
        twice(get("/zoo/pets"));

        assertThat(kept.answer(request("GET", "/zoo/pets", Map.of(), ""))
                        .response()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_header_that_the_border_looks_at_tells_requests_apart_and_another_does_not() {
        learn();
        twice(with("X-Kind", "cat"));
        twice(with("X-Kind", "dog"));
        assertThat(handled).hasValue(4);
        assertThat(kept.answer(with("X-Kind", "cow")).response().status()).isEqualTo(400);

        twice(with("User-Agent", "one"));
        kept.answer(with("User-Agent", "other"));
        assertThat(handled).hasValue(6);
    }

    @Test
    void a_refusal_is_kept_with_its_violations() {
        learn();
        kept.answer(get("/zoo/pets?limit=0"));
        kept.answer(get("/zoo/pets?limit=0"));
        Answer third = kept.answer(get("/zoo/pets?limit=0"));

        assertThat(kept.answer(get("/zoo/pets?limit=0"))).isSameAs(third);
        assertThat(third.violated()).hasSize(1);
    }

    @Test
    void a_failure_of_ours_is_not_kept() {
        var calls = new AtomicInteger();
        Exchange failing = new CachedAnswers(1 << 20, use).around(Pets.road(CONTRACT, Pets.api(call -> {
            throw new IllegalStateException("failure " + calls.incrementAndGet());
        })));
        String first = text(failing.answer(get("/zoo/pets")));
        failing.answer(get("/zoo/pets"));
        String third = text(failing.answer(get("/zoo/pets")));

        assertThat(calls).hasValue(3);
        assertThat(third).isNotEqualTo(first);
    }

    @Test
    void what_is_heavier_than_all_that_may_be_kept_is_answered_all_the_same() {
        Exchange small = new CachedAnswers(10, use).around(border);

        for (int i = 0; i < 4; i++) {
            assertThat(text(small.answer(get("/zoo/pets")))).contains("Ada");
        }
        assertThat(handled).hasValue(4);
    }

    @Test
    void an_answer_from_a_state_that_changed_on_the_way_is_kept_for_nobody_else() {
        var road = new Road(
                Map.of(CONTRACT, new Pets.Growing(refusal -> {
                    throw new AssertionError(refusal);
                })),
                new State.Loading()
                        .with(Pets.PETS, List.of(new Pets.Pet("Ada")))
                        .state());
        var mine = new Session("mine");
        var passed = new AtomicInteger();
        Filter racing = next -> incoming -> {
            if (passed.incrementAndGet() == 3) {
                next.answer(new IncomingRequest(post("{\"name\":\"Bob\"}"), mine, ScanBudget.UNLIMITED));
            }
            return next.answer(incoming);
        };
        Exchange raced = Filter.all(List.of(new CachedAnswers(1 << 20, use), racing), road);
        Request list = get("/zoo/pets");
        // The first one shows which headers count, the second is the first that may be kept.
        raced.answer(new IncomingRequest(get("/zoo/pets?limit=99"), new Session("other"), ScanBudget.UNLIMITED));
        raced.answer(new IncomingRequest(list, new Session("other"), ScanBudget.UNLIMITED));

        assertThat(text(raced.answer(new IncomingRequest(list, mine, ScanBudget.UNLIMITED))))
                .contains("Bob");
        for (int i = 0; i < 3; i++) {
            assertThat(text(raced.answer(new IncomingRequest(list, new Session("other"), ScanBudget.UNLIMITED))))
                    .contains("Ada")
                    .doesNotContain("Bob");
        }
    }

    /** Shows the border every header that it looks at. */
    private void learn() {
        kept.answer(get("/zoo/pets?limit=99"));
        kept.answer(post("{\"name\":\"Zoe\"}"));
        handled.set(0);
    }

    private void twice(Request request) {
        kept.answer(request);
        kept.answer(request);
    }

    private static Request with(String header, String value) {
        var headers = Map.of("Authorization", List.of("Bearer t"), header, List.of(value));
        return request("GET", "/zoo/pets", headers, "");
    }
}
