package dev.understudy.http;

import dev.understudy.api.Body;
import dev.understudy.api.Effect;
import dev.understudy.road.Answer;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends the content of an answer as its effect has it, on the event loop of its connection; no thread waits. */
final class Sending {
    /** So many nanoseconds pieces are made before others have their turn. */
    private static final long TURN = 5_000_000;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpServerResponse out;
    private final Client client;
    private boolean pausing;
    /** When it began to make pieces. */
    private long turn = System.nanoTime();

    Sending(Vertx vertx, HttpServerRequest request, Client client) {
        this.vertx = vertx;
        this.request = request;
        this.out = request.response();
        this.client = client;
    }

    /** Whether it waits because the answer says so, and not for the client. */
    boolean pausing() {
        return pausing;
    }

    /** Sends it; the head is set but not sent yet. */
    Future<Void> send(Answer answer) {
        Effect effect = answer.effect();
        if (effect instanceof Effect.Delay delay) {
            return pause(delay.time()).compose(over -> plain(answer));
        } else if (effect instanceof Effect.Cut cut) {
            return streamed(answer, cut.after(), this::cut);
        } else if (effect instanceof Effect.None || request.method().equals(HttpMethod.HEAD)) {
            return plain(answer);
        } else if (effect instanceof Effect.Stall stall) {
            return streamed(answer, stall.after(), stream -> pause(stall.time()).onSuccess(over -> stream.go()));
        }
        var garbled = new Garbled(pieces(answer.response().body()), ((Effect.Garble) effect).seed());
        Stream.Pause pause = pause(answer.response().body());
        return new Stream(out, garbled, Stream.NOWHERE, stream -> {}, pause).begin();
    }

    private Future<Void> plain(Answer answer) {
        Body body = answer.response().body();
        if (request.method().equals(HttpMethod.HEAD)) {
            return out.end();
        } else if (body instanceof Body.File file) {
            return out.sendFile(file.path().toAbsolutePath().toString(), 0, file.length());
        } else if (body instanceof Body.Items items) {
            return new Stream(out, items.pieces().get(), Stream.NOWHERE, stream -> {}, pause(body)).begin();
        }
        return out.end(whole(answer));
    }

    private Future<Void> streamed(Answer answer, long mark, Stream.AtMark atMark) {
        boolean head = request.method().equals(HttpMethod.HEAD);
        Iterator<byte[]> pieces =
                head ? List.<byte[]>of().iterator() : pieces(answer.response().body());
        return new Stream(out, pieces, mark, atMark, pause(answer.response().body())).begin();
    }

    /** The connection of HTTP/1.1, and of HTTP/2 the stream alone. */
    private void cut(Stream stream) {
        stream.sent().onComplete(done -> {
            if (Conversation.isHttp1(request)) {
                client.hangUp();
            } else {
                // INTERNAL_ERROR, RFC 9113 section 7
                out.reset(2);
            }
            stream.end();
        });
    }

    /** The time between pieces that are made; without one, others have their turn on the event loop now and then. */
    private Stream.Pause pause(Body body) {
        if (!(body instanceof Body.Items items)) {
            return Stream.Pause.NONE;
        } else if (items.every().isZero()) {
            return this::turn;
        }
        return then -> {
            pause(items.every()).onSuccess(over -> then.run());
            return true;
        };
    }

    private boolean turn(Runnable then) {
        long now = System.nanoTime();
        if (now - turn < TURN) {
            return false;
        }
        vertx.getOrCreateContext().runOnContext(next -> {
            turn = System.nanoTime();
            then.run();
        });
        return true;
    }

    private Future<Void> pause(Duration time) {
        pausing = true;
        return vertx.timer(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS)
                .onComplete(over -> pausing = false)
                .mapEmpty();
    }

    private static Iterator<byte[]> pieces(Body body) {
        if (body instanceof Body.Items items) {
            return items.pieces().get();
        }
        return body instanceof Body.File file
                ? new FilePieces(file)
                : List.of(body.bytes()).iterator();
    }

    /** The very bytes, without a copy; nobody changes them. */
    private static Buffer whole(Answer answer) {
        ByteBuffer wire = answer.wire();
        return BufferInternal.buffer(
                wire == null ? Unpooled.wrappedBuffer(answer.response().bytes()) : Unpooled.wrappedBuffer(wire));
    }
}
