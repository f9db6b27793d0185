package dev.understudy.http;

import static dev.understudy.http.EffectStage.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Effect;
import dev.understudy.api.Effect.Point;
import dev.understudy.http.EffectStage.Got;
import dev.understudy.http.EffectStage.Reading;
import dev.understudy.http.EffectStage.Way;
import dev.understudy.http.sending.Delays;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Effects that take longer than the server runs, or than it lets its clients take. */
@Timeout(60)
class LongEffectsTest {
    private static final List<Effect> LONG = List.of(
            new Effect.Delay(Effect.LONGEST),
            new Effect.Dribble(1),
            Effect.of(List.of(new Effect.Stall(Point.behind(10), Effect.LONGEST), new Effect.Dribble(100))));

    @Test
    void a_server_that_ends_sends_at_once_what_effects_hold_back() throws Exception {
        try (var stage = new EffectStage(Delays.SYSTEM, Timeouts.DEFAULT)) {
            var lines = new ArrayList<Line>();
            var calls = new ArrayList<CompletableFuture<Got>>();
            for (Effect effect : LONG) {
                calls.add(begun(stage, Way.HTTP_2, effect));
                var line = new Line(stage.clear.port());
                lines.add(line.send("GET " + stage.path(effect) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            }
            stage.clear.drain(Duration.ZERO, Duration.ofSeconds(40));
            stage.tls.drain(Duration.ZERO, Duration.ofSeconds(40));

            for (Line line : lines) {
                assertThat(line.rest()).endsWith(TEXT);
                line.close();
            }
            for (CompletableFuture<Got> call : calls) {
                assertThat(call.get(20, TimeUnit.SECONDS).text()).isEqualTo(TEXT);
            }
        }
    }

    @Test
    void a_server_that_is_closed_cuts_what_effects_hold_back() throws Exception {
        try (var stage = new EffectStage(Delays.SYSTEM, Timeouts.DEFAULT)) {
            var calls = List.of(begun(stage, Way.HTTP_1, LONG.get(0)), begun(stage, Way.HTTP_2, LONG.get(0)));
            stage.clear.close();
            stage.tls.close();

            for (CompletableFuture<Got> call : calls) {
                assertThat(call.get(20, TimeUnit.SECONDS).isComplete()).isFalse();
            }
        }
    }

    @Test
    void the_time_for_a_body_is_over_whatever_the_answer_waits_for() throws Exception {
        try (var stage = new EffectStage(Delays.SYSTEM, Stage.timeouts(20_000, 50, 20_000, 20_000));
                var line = new Line(stage.clear.port())) {
            String path = stage.path(LONG.get(0));
            line.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n{");

            assertThat(line.rest()).isEmpty();
        }
    }

    /** A call that has arrived and is not answered. */
    private static CompletableFuture<Got> begun(EffectStage stage, Way way, Effect effect) throws Exception {
        String path = stage.path(effect);
        var reading = new Reading();
        CompletableFuture<Got> got = stage.call(way, HttpMethod.GET, path, reading);
        reading.connection.get(20, TimeUnit.SECONDS);
        while (!stage.hasArrived(way, path)) {
            Thread.onSpinWait();
        }
        return got;
    }
}
