package dev.understudy.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.understudy.api.Body;
import dev.understudy.api.Effect;
import dev.understudy.api.Response;
import dev.understudy.http.sending.Delays;
import dev.understudy.journal.Journal;
import dev.understudy.journal.Redaction;
import dev.understudy.road.Answer;
import dev.understudy.road.Compressed;
import dev.understudy.road.Exchange;
import dev.understudy.road.IncomingRequest;
import dev.understudy.road.Postponed;
import dev.understudy.road.SessionFinder;
import dev.understudy.session.Session;
import dev.understudy.session.SessionLimits;
import dev.understudy.session.Sessions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Servers whose answers have the effects that a test asks for, and a client with one connection to each. */
final class EffectStage implements AutoCloseable {
    static final String TEXT =
            IntStream.range(0, 2_000).mapToObj("%05d"::formatted).reduce("", String::concat);

    /** How a call comes, and on which kind of connection. */
    enum Way {
        HTTP_1(""),
        HTTP_2(""),
        IN_KEY("/-/in/");

        private final String prefix;

        Way(String prefix) {
            this.prefix = prefix;
        }

        boolean isHttp1() {
            return this != HTTP_2;
        }
    }

    /**
     * What came of a call.
     *
     * @param status 0 if no head came
     * @param failure why it is not complete; null if it is
     */
    record Got(int status, Map<String, String> fields, byte[] bytes, @Nullable Throwable failure) {
        String text() {
            return new String(bytes, UTF_8);
        }

        boolean isComplete() {
            return failure == null;
        }
    }

    private record Said(int status, Body body, Effect effect) {}

    private final Map<String, Said> said = new ConcurrentHashMap<>();
    private final AtomicInteger names = new AtomicInteger();
    private final Sessions sessions = new Sessions(SessionLimits.DEFAULT);
    private final Journal journal = new Journal(1 << 20);
    final MockServer clear;
    final MockServer tls;
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http1;
    private final HttpClient http2;

    EffectStage(Delays delays, Timeouts timeouts) throws CannotListen {
        Exchange exchange = new Compressed().around(this::answer);
        var service = new Service(
                exchange,
                new SessionFinder(sessions, request -> true, false),
                journal,
                () -> new Redaction(List.of()),
                exchange,
                vertx -> request -> request.response().end(),
                Set::of,
                (answer, nanos) -> {},
                out -> {});
        var address = new Address("127.0.0.1", 0);
        clear = MockServer.start(address, access(timeouts, new Encryption.None()), service, delays);
        tls = MockServer.start(address, access(timeouts, new Encryption.SelfSigned(List.of())), service, delays);
        http1 = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(1));
        http2 = Stage.client(vertx, HttpVersion.HTTP_2);
    }

    private static AccessSettings access(Timeouts timeouts, Encryption encryption) {
        return new AccessSettings(Limits.DEFAULT, timeouts, List.of(), encryption);
    }

    private final Map<String, Duration> waiting = new ConcurrentHashMap<>();

    /** A path whose calls wait for this time before they are answered. */
    String waiting(Duration time, Effect effect) {
        String path = path(effect);
        waiting.put(path, time);
        return path;
    }

    /** Whether no call of it has come yet. */
    boolean isWaiting(String path) {
        return waiting.containsKey(path);
    }

    private Answer answer(IncomingRequest incoming) {
        Duration time = waiting.remove(incoming.request().path());
        if (time != null) {
            throw new Postponed(time, incoming);
        }
        Said here = requireNonNull(said.get(incoming.request().path()));
        return Answer.of(new Response(here.status(), Map.of("Content-Type", "text/plain"), here.body()))
                .with(here.effect());
    }

    /** A path whose answer has the text and this effect. */
    String path(Effect effect) {
        return path(200, Body.of(TEXT.getBytes(UTF_8)), effect);
    }

    String path(int status, Body body, Effect effect) {
        String path = "/" + names.incrementAndGet();
        said.put(path, new Said(status, body, effect));
        return path;
    }

    /** The text in ten pieces. */
    static Body items() {
        return new Body.Items(() -> IntStream.range(0, 10)
                .mapToObj(i -> TEXT.substring(i * 1_000, i * 1_000 + 1_000).getBytes(UTF_8))
                .iterator());
    }

    /** The session that calls of this way and path belong to. */
    Session session(Way way, String path) {
        return sessions.find(key(way, path)).orElseThrow();
    }

    boolean hasArrived(Way way, String path) {
        return sessions.find(key(way, path))
                .filter(session -> !journal.of(session).isEmpty())
                .isPresent();
    }

    Journal journal() {
        return journal;
    }

    private static String key(Way way, String path) {
        return way + "-" + path.substring(1);
    }

    Got get(Way way, String path) throws Exception {
        return call(way, HttpMethod.GET, path, new Reading()).get(20, TimeUnit.SECONDS);
    }

    /** Each path in a session of its own. */
    CompletableFuture<Got> call(Way way, HttpMethod method, String path, Reading reading) {
        String key = key(way, path);
        var options = new RequestOptions()
                .setMethod(method)
                .setHost("127.0.0.1")
                .setPort(way.isHttp1() ? clear.port() : tls.port())
                .setURI(way == Way.IN_KEY ? way.prefix + key + path : path);
        if (way != Way.IN_KEY) {
            options.putHeader("Understudy-Session", key);
        }
        reading.headers.forEach(options::putHeader);
        (way.isHttp1() ? http1 : http2)
                .request(options)
                .compose(request -> {
                    reading.connection.complete(request.connection());
                    // What comes when nobody listens is lost.
                    return request.send().onSuccess(reading::begin);
                })
                .onFailure(reading::failed);
        return reading.got;
    }

    /** One answer while it comes. */
    static final class Reading {
        final CompletableFuture<HttpConnection> connection = new CompletableFuture<>();
        private final CompletableFuture<Got> got = new CompletableFuture<>();
        private final CompletableFuture<Integer> head = new CompletableFuture<>();
        private final CompletableFuture<Integer> enough = new CompletableFuture<>();
        private final Map<String, String> headers;
        private final int mark;
        private final Buffer bytes = Buffer.buffer();
        private @Nullable HttpClientResponse response;

        Reading() {
            this(Map.of(), Integer.MAX_VALUE);
        }

        /** @param mark how many bytes are {@link #soFar} waited for */
        Reading(Map<String, String> headers, int mark) {
            this.headers = headers;
            this.mark = mark;
        }

        private void begin(HttpClientResponse begun) {
            response = begun;
            head.complete(begun.statusCode());
            begun.handler(more -> {
                bytes.appendBuffer(more);
                if (bytes.length() >= mark) {
                    enough.complete(bytes.length());
                }
            });
            begun.exceptionHandler(this::failed);
            begun.endHandler(end -> got.complete(got(null)));
        }

        private void failed(Throwable failure) {
            got.complete(got(failure));
        }

        private Got got(@Nullable Throwable failure) {
            HttpClientResponse head = response;
            Map<String, String> fields = new ConcurrentHashMap<>();
            if (head != null) {
                head.headers().forEach((name, value) -> fields.put(name.toLowerCase(), value));
            }
            return new Got(head == null ? 0 : head.statusCode(), fields, bytes.getBytes(), failure);
        }

        /** The status, once the head has come. */
        int status() throws Exception {
            return head.get(20, TimeUnit.SECONDS);
        }

        /** How many bytes have come once those of the mark have. */
        int soFar() throws Exception {
            return enough.get(20, TimeUnit.SECONDS);
        }

        boolean isOver() {
            return got.isDone();
        }
    }

    @Override
    public void close() {
        vertx.close().await();
        clear.close();
        tls.close();
    }
}
