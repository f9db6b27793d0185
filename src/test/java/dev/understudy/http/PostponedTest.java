package dev.understudy.http;

import static dev.understudy.http.EffectStage.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Effect;
import dev.understudy.http.EffectStage.Got;
import dev.understudy.http.EffectStage.Reading;
import dev.understudy.http.EffectStage.Way;
import dev.understudy.http.sending.Delays;
import dev.understudy.journal.JournalEntry;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that wait before they do anything. */
class PostponedTest {
    @ParameterizedTest
    @EnumSource(Way.class)
    void a_call_that_waits_is_answered_when_the_time_is_over_with_what_else_happens_to_it(Way way) throws Exception {
        var delays = new HeldDelays();
        try (var stage = new EffectStage(delays, Timeouts.DEFAULT)) {
            String path = stage.waiting(Duration.ofSeconds(7), new Effect.Delay(Duration.ofSeconds(9)));
            CompletableFuture<Got> got = stage.call(way, HttpMethod.GET, path, new Reading());

            assertThat(delays.pass()).hasSeconds(7);
            assertThat(delays.pass()).hasSeconds(9);

            assertThat(got.get(20, TimeUnit.SECONDS).text()).isEqualTo(TEXT);
            assertThat(stage.journal().of(stage.session(way, path)))
                    .extracting(JournalEntry::end)
                    .containsExactly(JournalEntry.End.SENT);
            assertThat(stage.get(way, stage.path(Effect.NONE)).text()).isEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_client_that_does_not_wait_has_changed_nothing(Way way) throws Exception {
        var delays = new HeldDelays();
        try (var stage = new EffectStage(delays, Timeouts.DEFAULT)) {
            String path = stage.waiting(Duration.ofSeconds(7), Effect.NONE);
            var reading = new Reading();
            stage.call(way, HttpMethod.GET, path, reading);
            while (delays.isEmpty()) {
                Thread.onSpinWait();
            }
            reading.connection.get(20, TimeUnit.SECONDS).close();

            assertThat(delays.cancelled()).hasSeconds(7);
            assertThat(stage.session(way, path).counts().cuts()).isOne();
            assertThat(stage.journal().of(stage.session(way, path))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_server_that_ends_answers_what_waits_at_once(Way way) throws Exception {
        try (var stage = new EffectStage(Delays.SYSTEM, Timeouts.DEFAULT)) {
            String path = stage.waiting(Effect.LONGEST, Effect.NONE);
            CompletableFuture<Got> got = stage.call(way, HttpMethod.GET, path, new Reading());
            while (stage.isWaiting(path)) {
                Thread.onSpinWait();
            }
            stage.clear.drain(Duration.ZERO, Duration.ofSeconds(40));
            stage.tls.drain(Duration.ZERO, Duration.ofSeconds(40));

            assertThat(got.get(20, TimeUnit.SECONDS).text()).isEqualTo(TEXT);
        }
    }
}
