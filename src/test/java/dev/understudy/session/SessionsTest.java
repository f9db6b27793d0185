package dev.understudy.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final CollectionKey<String> CATS = new CollectionKey<>("zoo/cats", cat -> cat);
    private static final CollectionKey<String> DOGS = new CollectionKey<>("zoo/dogs", dog -> dog);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
    private final Sessions sessions =
            new Sessions(new SessionLimits(3, Duration.ofMinutes(30), false), nanos::get, Clock.systemUTC());

    @Test
    void a_session_is_made_on_first_use_and_found_again() {
        Session first = in("a");

        assertThat(in("a")).isSameAs(first);
        assertThat(in("default")).isSameAs(sessions.unnamed());
        assertThat(sessions.called("b")).isEmpty();
        assertThat(keys()).containsExactly("default", "a");
    }

    @Test
    void without_a_call_for_longer_than_it_may_be_idle_it_is_gone_and_the_default_one_stays() {
        in("a");
        pass(Duration.ofMinutes(20));
        in("b");
        pass(Duration.ofMinutes(11));

        assertThat(sessions.called("a")).isEmpty();
        assertThat(keys()).containsExactly("default", "b");
        pass(Duration.ofDays(2));
        assertThat(keys()).containsExactly("default");
    }

    @Test
    void at_the_bound_the_one_goes_that_was_idle_the_longest() {
        in("a");
        pass(Duration.ofSeconds(1));
        in("b");
        in("c");
        pass(Duration.ofSeconds(70));
        in("a");

        in("d");

        assertThat(keys()).hasSize(4).contains("default", "a", "d");
    }

    @Test
    void if_none_was_idle_for_a_minute_there_is_no_room_until_one_may_be() {
        in("a");
        in("b");
        in("c");
        pass(Duration.ofSeconds(20));

        assertThat(sessions.enter("d")).isEqualTo(new Sessions.Room.Full(3, 41));
        in("a");
        pass(Duration.ofSeconds(41));
        in("d");
        assertThat(keys()).hasSize(4).contains("default", "a", "d");
    }

    @Test
    void ten_thousand_of_them_take_little_memory_and_time() {
        var many = new Sessions(SessionLimits.DEFAULT);
        System.gc();
        long before = used();
        for (int i = 0; i < 10_000; i++) {
            many.enter("key-" + i);
        }
        System.gc();
        assertThat((used() - before) / 10_000).isLessThan(2000);
        assertThat(many.all()).hasSize(10_001);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void a_dropped_one_begins_anew_and_the_default_one_forgets_its_changes() {
        State loaded = state("Ada");
        Session first = in("a");
        first.advance(loaded, loaded, loaded.put(CATS, "Bob"));
        sessions.unnamed().advance(loaded, loaded, loaded.put(CATS, "Bob"));
        sessions.unnamed().setSeed(7L);
        sessions.unnamed().setClock(Clock.systemUTC());

        assertThat(sessions.drop("a")).isTrue();
        assertThat(sessions.drop("a")).isFalse();
        assertThat(sessions.drop("default")).isTrue();
        assertThat(in("a")).isNotSameAs(first);
        assertThat(sessions.unnamed().isLikeOthers()).isTrue();
        assertThat(sessions.unnamed().clock()).isNull();
    }

    @Test
    void what_is_loaded_anew_reaches_all_but_the_records_that_a_session_changed() {
        State loaded = state("Ada");
        State next = new State.Loading()
                .with(CATS, List.of("Zoe", "Tom"))
                .with(DOGS, List.of("dog of Zoe"))
                .state();
        Session changed = in("changed");
        changed.advance(
                loaded,
                loaded,
                loaded.put(CATS, "Bob").put(CATS, "Tom").remove(CATS, "Tom").remove(CATS, "Ada"));

        assertThat(cats(in("other").state(next))).containsExactly("Zoe", "Tom");
        assertThat(cats(changed.state(next))).containsExactly("Zoe", "Tom", "Bob");
        assertThat(changed.state(next).set(DOGS).stream().toList()).containsExactly("dog of Zoe");
        assertThat(changed.survived()).containsExactly("zoo/cats");
        assertThat(changed.state(next)).isSameAs(changed.state(next));
    }

    @Test
    void what_is_not_there_any_more_when_it_is_loaded_anew_is_forgotten() {
        State loaded = state("Ada");
        State next = new State.Loading().with(DOGS, List.of("Rex")).state();
        Session changed = in("changed");
        changed.advance(loaded, loaded, loaded.put(CATS, "Bob"));

        assertThat(changed.state(next)).isSameAs(next);
        assertThat(changed.isUnchanged()).isTrue();
    }

    private static State state(String cat) {
        return new State.Loading()
                .with(CATS, List.of(cat))
                .with(DOGS, List.of("dog of " + cat))
                .state();
    }

    private static List<String> cats(State state) {
        return state.set(CATS).stream().toList();
    }

    private Session in(String key) {
        return ((Sessions.Room.In) sessions.enter(key)).session();
    }

    private List<String> keys() {
        return sessions.all().stream().map(Session::key).toList();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
