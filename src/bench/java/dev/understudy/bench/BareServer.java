package dev.understudy.bench;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What we are compared with: Vert.x that answers every request on a port with the same bytes, and does nothing else.
 */
public final class BareServer extends VerticleBase {
    private final int port;
    private final Buffer body;

    private BareServer(int port, Buffer body) {
        this.port = port;
        this.body = body;
    }

    /** Takes a first port and files; the port after it serves the second file, and so on. */
    public static void main(String[] arguments) throws IOException {
        int loops = Runtime.getRuntime().availableProcessors();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
        int port = Integer.parseInt(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            int its = port + i - 1;
            Buffer body = Buffer.buffer(Files.readAllBytes(Path.of(arguments[i])));
            vertx.deployVerticle(() -> new BareServer(its, body), new DeploymentOptions().setInstances(loops))
                    .await();
        }
    }

    @Override
    public Future<?> start() {
        return vertx.createHttpServer()
                .requestHandler(request -> request.endHandler(end -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(body)))
                .listen(port, "127.0.0.1");
    }
}
