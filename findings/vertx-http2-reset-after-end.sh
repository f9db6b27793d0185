#!/usr/bin/env bash
# vertx-core 5.1.6 (Maven): HttpServerResponse.reset(code) on HTTP/2 takes a stream back only until end() was called. A body of 1 MB that
# was ended still waits in the server, because the client does not read and its window is full; the stream is open and could be reset
# (RFC 9113, 5.4.2), but reset fails with "Request ended", and the client gets the whole body as soon as it reads. So a server cannot
# give up on a client that does not read by resetting the stream of an answer that was sent in one piece. Seen on OpenJDK 17.0.15:
#
#   before end: reset succeeds, the client gets StreamResetException
#   after end: reset fails with Request ended, the client gets all of the body
#
# What helps: to look at the future that reset returns, and to reset the stream by Netty's Http2ConnectionHandler in the pipeline.
# Exits 0 while that is so and 1 when it has changed. Needs Java 17 and Maven; other traffic stays on the loopback.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>seen</groupId><artifactId>seen</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>io.vertx</groupId><artifactId>vertx-core</artifactId><version>5.1.6</version></dependency>
  </dependencies>
</project>
XML
mvn -B -q dependency:copy-dependencies -DoutputDirectory=lib > /dev/null
cat > Seen.java <<'JAVA'
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.*;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

public class Seen {
    static final int SIZE = 1 << 20;

    public static void main(String[] arguments) throws Exception {
        Vertx vertx = Vertx.vertx();
        for (boolean ended : new boolean[] {false, true}) {
            var reset = new CompletableFuture<String>();
            HttpServer server = await(vertx.createHttpServer().requestHandler(request -> {
                HttpServerResponse response = request.response().putHeader("Content-Length", "" + SIZE);
                if (ended) {
                    response.end(Buffer.buffer(new byte[SIZE]));
                } else {
                    response.write(Buffer.buffer(new byte[SIZE - 1]));
                }
                vertx.setTimer(500, timer -> response.reset(8).onComplete(done -> reset.complete(
                        done.succeeded() ? "succeeds" : "fails with " + done.cause().getMessage())));
            }).listen(0, "127.0.0.1"));
            HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
            var got = new CompletableFuture<String>();
            client.request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/")
                    .compose(HttpClientRequest::send)
                    .onSuccess(response -> {
                        int[] bytes = {0};
                        response.handler(piece -> bytes[0] += piece.length());
                        response.exceptionHandler(failure -> got.complete(failure.getClass().getSimpleName()));
                        response.endHandler(end -> got.complete(bytes[0] == SIZE ? "all of the body" : bytes[0] + " bytes"));
                        response.pause();
                        vertx.setTimer(1500, timer -> response.resume());
                    });
            System.out.printf("%s end: reset %s, the client gets %s%n", ended ? "after" : "before",
                    reset.get(10, TimeUnit.SECONDS), got.get(10, TimeUnit.SECONDS));
            await(client.close());
            await(server.close());
        }
        await(vertx.close());
    }

    static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
JAVA
java -cp 'lib/*' Seen.java | tee seen
[ "$(cat seen)" = 'before end: reset succeeds, the client gets StreamResetException
after end: reset fails with Request ended, the client gets all of the body' ] || { echo 'This has changed.'; exit 1; }
