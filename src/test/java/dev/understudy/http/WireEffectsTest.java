package dev.understudy.http;

import static dev.understudy.http.EffectStage.TEXT;
import static dev.understudy.http.Http2Line.DATA;
import static dev.understudy.http.Http2Line.END_HEADERS;
import static dev.understudy.http.Http2Line.END_STREAM;
import static dev.understudy.http.Http2Line.HEADERS;
import static dev.understudy.http.Http2Line.field;
import static dev.understudy.http.Http2Line.frame;
import static dev.understudy.http.Http2Line.joined;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.api.Body;
import dev.understudy.api.Effect;
import dev.understudy.api.Effect.Point;
import dev.understudy.api.Json;
import dev.understudy.http.EffectStage.Got;
import dev.understudy.http.EffectStage.Reading;
import dev.understudy.http.EffectStage.Way;
import dev.understudy.journal.JournalEntry;
import dev.understudy.session.Counts;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.StreamResetException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every effect over HTTP/1.1, over HTTP/2 with TLS, and with the session in the path. */
@Timeout(60)
class WireEffectsTest {
    private static final int LENGTH = TEXT.length();

    private static final HeldDelays TIME = new HeldDelays();

    private static EffectStage stage;

    @BeforeAll
    static void start() throws Exception {
        stage = new EffectStage(TIME, Timeouts.DEFAULT);
        // Its classes take long to load, for which no event loop should wait.
        Json.mapper();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @AfterEach
    void nobody_waits_any_more() {
        boolean none = TIME.isEmpty();
        TIME.forget();
        assertThat(none).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_delay_holds_the_answer_back_for_its_time(Way way) throws Exception {
        String path = stage.path(new Effect.Delay(Duration.ofMillis(250)));
        var reading = new Reading();
        CompletableFuture<Got> got = stage.call(way, HttpMethod.GET, path, reading);
        reading.connection.get(20, TimeUnit.SECONDS);
        assertThat(reading.isOver()).isFalse();

        assertThat(TIME.pass()).isEqualTo(Duration.ofMillis(250));
        assertThat(got.get(20, TimeUnit.SECONDS).text()).isEqualTo(TEXT);
        assertEnded(way, path, true);
        assertThat(connection(way)).isSameAs(reading.connection.get());
    }

    @Test
    void while_fifty_answers_are_held_back_no_thread_waits_and_others_are_answered() throws Exception {
        String path = stage.path(new Effect.Delay(Effect.LONGEST));
        List<CompletableFuture<Got>> held = IntStream.range(0, 50)
                .mapToObj(i -> stage.call(Way.HTTP_2, HttpMethod.GET, path, new Reading()))
                .toList();
        for (Way way : Way.values()) {
            assertThat(stage.get(way, stage.path(Effect.NONE)).text()).isEqualTo(TEXT);
        }
        assertThat(held).noneMatch(CompletableFuture::isDone);

        for (CompletableFuture<Got> each : held) {
            TIME.pass();
        }
        for (CompletableFuture<Got> each : held) {
            assertThat(each.get(20, TimeUnit.SECONDS).text()).isEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_dribble_sends_a_tenth_of_a_second_at_a_time(Way way) throws Exception {
        String path = stage.path(new Effect.Dribble(40_000));
        var reading = new Reading(Map.of(), 4_000);
        CompletableFuture<Got> got = stage.call(way, HttpMethod.GET, path, reading);

        assertThat(reading.soFar()).isEqualTo(4_000);
        assertThat(TIME.pass()).isEqualTo(Duration.ofMillis(100));
        assertThat(TIME.pass()).isEqualTo(Duration.ofMillis(100));
        assertThat(got.get(20, TimeUnit.SECONDS).text()).isEqualTo(TEXT);
        assertEnded(way, path, true);
    }

    @ParameterizedTest
    @EnumSource
    void a_stall_lies_before_the_head_or_within_the_content(Way way) throws Exception {
        String before = stage.path(new Effect.Stall(Point.BEFORE_HEAD, Effect.LONGEST));
        String within = stage.path(new Effect.Stall(Point.behind(300), Effect.LONGEST));
        String head = stage.path(new Effect.Stall(Point.behind(0), Effect.LONGEST));
        String behind = stage.path(new Effect.Stall(Point.behind(LENGTH), Effect.LONGEST));

        CompletableFuture<Got> got = stage.call(way, HttpMethod.GET, before, new Reading());
        assertThat(TIME.pass()).isEqualTo(Effect.LONGEST);
        assertThat(got.get(20, TimeUnit.SECONDS).text()).isEqualTo(TEXT);

        var reading = new Reading();
        got = stage.call(way, HttpMethod.GET, head, reading);
        assertThat(reading.status()).isEqualTo(200);
        assertThat(TIME.pass()).isEqualTo(Effect.LONGEST);
        assertThat(got.get(20, TimeUnit.SECONDS).text()).isEqualTo(TEXT);

        reading = new Reading(Map.of(), 300);
        got = stage.call(way, HttpMethod.GET, within, reading);
        assertThat(reading.soFar()).isEqualTo(300);
        assertThat(TIME.pass()).isEqualTo(Effect.LONGEST);
        assertThat(got.get(20, TimeUnit.SECONDS).text()).isEqualTo(TEXT);

        reading = new Reading(Map.of(), LENGTH - 1);
        got = stage.call(way, HttpMethod.GET, behind, reading);
        assertThat(reading.soFar()).isEqualTo(LENGTH - 1);
        assertThat(TIME.pass()).isEqualTo(Effect.LONGEST);
        assertThat(got.get(20, TimeUnit.SECONDS).text()).isEqualTo(TEXT);
        assertEnded(way, behind, true);
    }

    @ParameterizedTest
    @EnumSource
    void a_cut_ends_its_connection_or_stream_where_it_should_and_never_behind_the_last_byte(Way way) throws Exception {
        String before = stage.path(new Effect.Cut(Point.BEFORE_HEAD));
        String head = stage.path(new Effect.Cut(Point.behind(0)));
        String within = stage.path(new Effect.Cut(Point.behind(4_321)));
        String behind = stage.path(new Effect.Cut(Point.behind(1 << 20)));

        assertCut(way, stage.get(way, before), 0, 0);
        assertCut(way, stage.get(way, head), 200, 0);
        assertCut(way, stage.get(way, within), 200, 4_321);
        assertCut(way, stage.get(way, behind), 200, LENGTH - 1);
        assertEnded(way, before, false);
        assertEnded(way, behind, false);
    }

    @ParameterizedTest
    @EnumSource
    void a_cut_leaves_the_other_calls_alone(Way way) throws Exception {
        String held = stage.path(new Effect.Delay(Effect.LONGEST));
        String cut = stage.path(new Effect.Cut(Point.behind(10)));
        var reading = new Reading();
        CompletableFuture<Got> got = stage.call(Way.HTTP_2, HttpMethod.GET, held, reading);
        reading.connection.get(20, TimeUnit.SECONDS);

        assertCut(way, stage.get(way, cut), 200, 10);
        TIME.pass();
        assertThat(got.get(20, TimeUnit.SECONDS).text()).isEqualTo(TEXT);
        assertThat(connection(Way.HTTP_2)).isSameAs(reading.connection.get());
        assertThat(stage.get(way, stage.path(Effect.NONE)).text()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void content_that_cannot_be_made_is_cut_too_and_other_calls_go_on(Way way) throws Exception {
        Object before = connection(Way.HTTP_2);
        var broken = new Body.Items(() ->
                Stream.iterate(0, i -> i + 1).map(i -> new byte[100 / (3 - i)]).iterator());
        String path = stage.path(200, broken, Effect.NONE);

        Got got = stage.get(way, path);
        assertCut(way, got, 200, got.bytes().length);
        assertEnded(way, path, false);
        assertThat(connection(Way.HTTP_2)).isSameAs(before);
    }

    @ParameterizedTest
    @EnumSource
    void a_reset_is_one_of_the_connection_or_of_the_stream(Way way) throws Exception {
        String path = stage.path(new Effect.Reset(Point.BEFORE_HEAD));
        Got got = stage.get(way, path);

        assertThat(got.status()).isZero();
        if (way.isHttp1()) {
            assertThat(got.failure()).isInstanceOf(SocketException.class).hasMessage("Connection reset");
        } else {
            assertThat(got.failure())
                    .isInstanceOfSatisfying(StreamResetException.class, reset -> assertThat(reset.getCode())
                            .isEqualTo(8));
        }
        assertEnded(way, path, false);
    }

    @ParameterizedTest
    @EnumSource
    void truncated_content_is_short_and_its_message_complete(Way way) throws Exception {
        String whole = stage.path(new Effect.Truncate(1_234));
        String streamed = stage.path(200, EffectStage.items(), new Effect.Truncate(1_234));
        String longer = stage.path(new Effect.Truncate(LENGTH + 1));

        assertThat(stage.get(way, whole).fields()).containsEntry("content-length", "1234");
        assertThat(stage.get(way, whole).text()).isEqualTo(TEXT.substring(0, 1_234));
        assertThat(stage.get(way, streamed).text()).isEqualTo(TEXT.substring(0, 1_234));
        assertThat(stage.get(way, longer).text()).isEqualTo(TEXT);
        assertEnded(way, longer, true);
    }

    @ParameterizedTest
    @EnumSource
    void garbled_content_has_its_length_and_other_bytes_the_same_for_a_seed(Way way) throws Exception {
        byte[] once = stage.get(way, stage.path(new Effect.Garble(7))).bytes();

        assertThat(once).hasSize(LENGTH).isNotEqualTo(TEXT.getBytes(UTF_8));
        assertThat(stage.get(way, stage.path(new Effect.Garble(7))).bytes()).isEqualTo(once);
        assertThat(stage.get(way, stage.path(new Effect.Garble(8))).bytes()).isNotEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource(names = "HTTP_2", mode = EnumSource.Mode.EXCLUDE)
    void a_wrong_content_length_over_http_1_ends_the_connection(Way way) throws Exception {
        String small = stage.path(new Effect.ContentLength(5));
        String large = stage.path(new Effect.ContentLength(LENGTH + 1));
        Got less = stage.get(way, small);
        Got more = stage.get(way, large);

        assertThat(less.text()).isEqualTo(TEXT.substring(0, 5));
        assertThat(less.fields()).containsEntry("content-length", "5").containsEntry("connection", "close");
        assertEnded(way, small, true);
        assertThat(more.isComplete()).isFalse();
        assertThat(more.bytes()).hasSize(LENGTH);
        assertEnded(way, large, false);
        assertThat(stage.get(way, stage.path(Effect.NONE)).text()).isEqualTo(TEXT);
    }

    @Test
    void a_wrong_content_length_over_http_2_is_sent_and_other_calls_of_its_connection_go_on() throws Exception {
        String wrong = stage.path(new Effect.ContentLength(5));
        String right = stage.path(Effect.NONE);
        try (var line = Http2Line.tls(stage.tls.port())) {
            // Streams 1 and 3 wait for the end of their requests.
            line.send(begun(1, right), begun(3, wrong), begun(5, wrong));
            line.send(end(3), end(5));
            assertThat(line.next()).isEqualTo("3: 200");
            assertThat(line.next()).isEqualTo("5: 200");
            line.send(end(1));
            assertThat(line.next()).isEqualTo("1: 200");
        }
    }

    @Test
    void a_body_over_http_2_that_does_not_come_ends_its_stream_alone() throws Exception {
        try (var own = new EffectStage(TIME, Stage.timeouts(20_000, 100, 20_000, 20_000));
                var line = Http2Line.tls(own.tls.port())) {
            String path = own.path(Effect.NONE);
            line.send(begun(1, path));
            assertThat(line.next()).isEqualTo("1: 408");
            assertThat(line.next()).isEqualTo("1: NO_ERROR");
            line.send(joined(begun(3, path), end(3)));
            assertThat(line.next()).isEqualTo("3: 200");
        }
    }

    private static byte[] begun(int stream, String path) {
        byte[] head = joined(
                field(":method", "POST"),
                field(":scheme", "https"),
                field(":authority", "localhost"),
                field(":path", path));
        return frame(HEADERS, END_HEADERS, stream, head);
    }

    private static byte[] end(int stream) {
        return frame(DATA, END_STREAM, stream, new byte[0]);
    }

    @ParameterizedTest
    @EnumSource
    void several_effects_happen_to_one_answer(Way way) throws Exception {
        Effect all = Effect.of(List.of(
                new Effect.Cut(Point.behind(900)),
                new Effect.Stall(Point.behind(500), Duration.ofSeconds(2)),
                new Effect.Garble(7),
                new Effect.Truncate(1_000),
                new Effect.Dribble(4_000),
                new Effect.Delay(Duration.ofSeconds(1))));
        String path = stage.path(all);
        CompletableFuture<Got> got = stage.call(way, HttpMethod.GET, path, new Reading());

        assertThat(TIME.pass()).isEqualTo(Duration.ofSeconds(1));
        assertThat(TIME.pass()).isEqualTo(Duration.ofMillis(100));
        assertThat(TIME.pass()).isEqualTo(Duration.ofSeconds(2));
        assertThat(TIME.pass()).isEqualTo(Duration.ofMillis(100));
        assertThat(got.get(20, TimeUnit.SECONDS).fields()).containsEntry("content-length", "1000");
        assertThat(got.get().text()).isNotEqualTo(TEXT.substring(0, 900));
        assertCut(way, got.get(), 200, 900);
        assertEnded(way, path, false);
    }

    @ParameterizedTest
    @EnumSource
    void compressed_content_is_cut_and_truncated_as_it_is_sent(Way way) throws Exception {
        for (Effect effect : List.of(new Effect.Truncate(100), new Effect.Cut(Point.behind(100)))) {
            var reading = new Reading(Map.of("Accept-Encoding", "gzip"), 100);
            Got got =
                    stage.call(way, HttpMethod.GET, stage.path(effect), reading).get(20, TimeUnit.SECONDS);

            assertThat(got.fields()).containsEntry("content-encoding", "gzip");
            assertThat(got.bytes()).hasSize(100);
            assertThat(got.isComplete()).isEqualTo(effect instanceof Effect.Truncate);
            assertThatThrownBy(() -> new GZIPInputStream(new ByteArrayInputStream(got.bytes())).readAllBytes())
                    .isInstanceOf(EOFException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void streamed_content_is_slow_stopped_and_cut_too(Way way) throws Exception {
        Effect stalled =
                Effect.of(List.of(new Effect.Stall(Point.behind(LENGTH), Effect.LONGEST), new Effect.Dribble(1 << 20)));
        String slow = stage.path(200, EffectStage.items(), stalled);
        CompletableFuture<Got> got = stage.call(way, HttpMethod.GET, slow, new Reading());
        for (int slices = 1; slices < 10; slices++) {
            assertThat(TIME.pass()).isLessThan(Duration.ofMillis(1));
        }
        assertThat(TIME.pass()).isEqualTo(Effect.LONGEST);
        assertThat(got.get(20, TimeUnit.SECONDS).text()).isEqualTo(TEXT);
        assertEnded(way, slow, true);

        for (int at : new int[] {0, 1_500, LENGTH, LENGTH + 1}) {
            String cut = stage.path(200, EffectStage.items(), new Effect.Cut(Point.behind(at)));
            assertCut(way, stage.get(way, cut), 200, Math.min(at, LENGTH));
            assertEnded(way, cut, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void content_at_a_pace_is_cut_before_the_next_piece_is_due(Way way) throws Exception {
        var paced = new Body.Items(((Body.Items) EffectStage.items()).pieces(), Effect.LONGEST);

        assertCut(way, stage.get(way, stage.path(200, paced, new Effect.Cut(Point.behind(1_000)))), 200, 1_000);
    }

    @ParameterizedTest
    @EnumSource
    void where_there_is_no_content_all_points_are_before_the_head(Way way) throws Exception {
        String deleted = stage.path(204, Body.NONE, new Effect.Cut(Point.behind(10)));
        String asked = stage.path(new Effect.Cut(Point.behind(10)));
        String slow = stage.path(Effect.of(List.of(
                new Effect.Stall(Point.behind(10), Effect.LONGEST), new Effect.Truncate(7), new Effect.Garble(1))));

        assertCut(way, stage.get(way, deleted), 0, 0);
        assertCut(way, stage.call(way, HttpMethod.HEAD, asked, new Reading()).get(20, TimeUnit.SECONDS), 0, 0);
        CompletableFuture<Got> got = stage.call(way, HttpMethod.HEAD, slow, new Reading());
        assertThat(TIME.pass()).isEqualTo(Effect.LONGEST);
        assertThat(got.get(20, TimeUnit.SECONDS).isComplete()).isTrue();
        assertThat(got.get().fields()).containsEntry("content-length", "7");
    }

    @Test
    void answers_before_a_cut_on_the_same_connection_are_sent() throws Exception {
        String good = stage.path(Effect.NONE);
        String bad = stage.path(new Effect.Cut(Point.BEFORE_HEAD));
        try (var line = new Line(stage.clear.port())) {
            line.send(request(good) + request(bad) + request(good));

            assertThat(line.answer()).endsWith(TEXT);
            assertThat(line.rest()).isEmpty();
        }
    }

    @Test
    void who_leaves_during_a_pause_is_cut_and_not_waited_for() throws Exception {
        String path = stage.path(new Effect.Delay(Effect.LONGEST));
        try (var line = new Line(stage.clear.port())) {
            line.send(request("/-/in/" + Way.IN_KEY + "-" + path.substring(1) + path))
                    .sendNoMore();
        }

        assertThat(TIME.cancelled()).isEqualTo(Effect.LONGEST);
        assertEnded(Way.IN_KEY, path, false);
        TIME.forget();
    }

    private static String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static Object connection(Way way) throws Exception {
        var reading = new Reading();
        stage.call(way, HttpMethod.GET, stage.path(Effect.NONE), reading).get(20, TimeUnit.SECONDS);
        return reading.connection.get();
    }

    private static void assertCut(Way way, Got got, int status, int length) {
        assertThat(got.status()).isEqualTo(status);
        assertThat(got.bytes()).hasSize(length);
        assertThat(got.failure()).isNotNull();
        if (!way.isHttp1()) {
            assertThat(got.failure())
                    .isInstanceOfSatisfying(StreamResetException.class, reset -> assertThat(reset.getCode())
                            .isEqualTo(2));
        }
    }

    /** Both the counts of the session and the journal say so. */
    private static void assertEnded(Way way, String path, boolean whole) {
        Counts counts = stage.session(way, path).counts();
        assertThat(counts.answered()).as("answered").isEqualTo(whole ? 1 : 0);
        assertThat(counts.cuts()).as("cut").isEqualTo(whole ? 0 : 1);
        assertThat(stage.journal().of(stage.session(way, path)))
                .extracting(JournalEntry::end)
                .containsExactly(whole ? JournalEntry.End.SENT : JournalEntry.End.CUT);
    }
}
