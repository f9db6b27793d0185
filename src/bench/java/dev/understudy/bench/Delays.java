package dev.understudy.bench;

import dev.understudy.api.Body;
import dev.understudy.api.Effect;
import dev.understudy.api.Response;
import dev.understudy.http.AccessSettings;
import dev.understudy.http.Address;
import dev.understudy.http.MockServer;
import dev.understudy.road.Answer;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Answers that are delayed: ours, those of a bare Vert.x, and who asks for many of them at once. */
public final class Delays {
    private static final String BODY = "{\"greeting\":\"hello\"}";

    private Delays() {}

    /** {@code ours PORT MILLIS}, {@code bare PORT MILLIS}, or {@code ask PORT HOW-MANY ROUNDS}. */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[1]);
        int number = Integer.parseInt(arguments[2]);
        switch (arguments[0]) {
            case "ours" -> ours(port, Duration.ofMillis(number));
            case "bare" -> bare(port, number);
            default -> ask(port, number, Integer.parseInt(arguments[3]));
        }
    }

    private static void ours(int port, Duration delay) throws Exception {
        Answer answer = Answer.of(new Response(
                        200,
                        Map.of("Content-Type", "application/json"),
                        Body.of(BODY.getBytes(StandardCharsets.UTF_8))))
                .with(new Effect.Delay(delay));
        MockServer.start(new Address("127.0.0.1", port), AccessSettings.DEFAULT, call -> answer)
                .awaitClose();
    }

    private static void bare(int port, long millis) {
        int loops = Runtime.getRuntime().availableProcessors();
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops))
                .deployVerticle(() -> new Bare(port, millis), new DeploymentOptions().setInstances(loops))
                .await();
    }

    private static final class Bare extends VerticleBase {
        private final int port;
        private final long millis;

        Bare(int port, long millis) {
            this.port = port;
            this.millis = millis;
        }

        @Override
        public Future<?> start() {
            return vertx.createHttpServer()
                    .requestHandler(request -> vertx.setTimer(millis, over -> request.response()
                            .putHeader("Content-Type", "application/json")
                            .end(BODY)))
                    .listen(port, "127.0.0.1");
        }
    }

    /**
     * Prints how many milliseconds each round took, from the first request to the end of the last answer, after as many
     * that warm the asking program up.
     */
    private static void ask(int port, int many, int rounds) {
        Vertx vertx = Vertx.vertx();
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(many).setEventLoopSize(1));
        for (int round = 0; round < 2 * rounds; round++) {
            long began = System.nanoTime();
            var all = new ArrayList<Future<Integer>>();
            for (int i = 0; i < many; i++) {
                all.add(client.request(HttpMethod.GET, port, "127.0.0.1", "/")
                        .compose(request -> request.send().compose(Delays::read)));
            }
            Future.all(all).await();
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            if (round >= rounds) {
                System.out.println("took " + took);
            }
        }
        vertx.close().await();
    }

    private static Future<Integer> read(HttpClientResponse response) {
        return response.body().map(body -> {
            if (response.statusCode() != 200 || body.length() != BODY.length()) {
                throw new IllegalStateException(response.statusCode() + " with " + body.length() + " bytes");
            }
            return body.length();
        });
    }
}
