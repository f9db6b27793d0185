package dev.understudy.http.sending;

import dev.understudy.api.Body;
import dev.understudy.api.Effect;
import dev.understudy.road.Answer;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.Http2Error;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends the content of an answer with its effects, on the connection's event loop, without blocking a thread. */
public final class Sending {
    private static final Parts NOTHING = Parts.of(Effect.NONE);

    private final HttpServerRequest request;
    private final HttpServerResponse out;
    private final Transport transport;
    private final Pauses pauses;
    private final Turns turns;

    /** Is notified of the end of an answer. */
    public interface Ending {
        /**
         * The last part of the answer, complete or not, is about to be sent; called again if that failed.
         *
         * @param written how many bytes of its content will then have been sent
         */
        void ends(boolean whole, long written);
    }

    public Sending(HttpServerRequest request, Transport transport, Delays delays) {
        this.request = request;
        this.out = request.response();
        this.transport = transport;
        this.pauses = new Pauses(delays, transport.loop());
        this.turns = new Turns(transport.loop());
    }

    /** Whether an answer with this effect must be the last one on its HTTP/1.1 connection. */
    public static boolean isLast(Effect effect) {
        return !(effect instanceof Effect.None)
                && Parts.of(effect).find(Effect.ContentLength.class).isPresent();
    }

    /** Whether the answer itself causes the current pause, and not the client. */
    public boolean pausing() {
        return pauses.running();
    }

    /** Skips the delays of effects from now on. */
    public void hurry() {
        pauses.hurry();
    }

    /** Runs this after the delay of an effect, before there is an answer to send. */
    public void pause(Duration time, Runnable then) {
        if (!pauses.ofEffect(time, then)) {
            then.run();
        }
    }

    /** Stops sending, as the client has gone. */
    public void abandon() {
        pauses.abandon();
    }

    /**
     * Sends the answer; its head must be set, but not sent yet.
     *
     * @param ending is notified before the client can notice the end, and again if sending failed
     */
    public Future<Void> send(Answer answer, Ending ending) {
        Body body = answer.response().body();
        ByteBuffer wire = answer.wire();
        Future<Void> sent = answer.effect() instanceof Effect.None
                ? plain(body, wire, true, ending)
                : perform(Parts.of(answer.effect()), body, wire, ending);
        return sent.onFailure(failure -> ending.ends(false, out.bytesWritten()));
    }

    private Future<Void> perform(Parts parts, Body body, @Nullable ByteBuffer wire, Ending ending) {
        Content content = Content.of(body).after(parts);
        Effect.ContentLength lie = parts.find(Effect.ContentLength.class).orElse(null);
        if (lie != null) {
            out.headers().set(HttpHeaders.CONTENT_LENGTH, String.valueOf(lie.length()));
        } else if (out.headers().contains(HttpHeaders.CONTENT_LENGTH) && content.length() >= 0) {
            out.headers().set(HttpHeaders.CONTENT_LENGTH, String.valueOf(content.length()));
        }
        Content sent = isHead() ? Content.NONE : content;
        Script script = Script.of(parts, sent.length());
        boolean whole = isHead() || isHttp2() || lie == null || content.length() >= lie.length();
        return after(script.before(), () -> {
            if (script.headless()) {
                return cut(parts, ending);
            }
            return parts.leaveContent() && script.stops().isEmpty()
                    ? plain(body, wire, whole, ending)
                    : stream(sent, parts, script, whole, ending);
        });
    }

    private Future<Void> after(Duration time, Supplier<Future<Void>> then) {
        Promise<Void> done = Promise.promise();
        Runnable next = () -> {
            try {
                then.get().onComplete(done);
            } catch (RuntimeException | OutOfMemoryError e) {
                done.fail(e);
            }
        };
        if (!pauses.ofEffect(time, next)) {
            next.run();
        }
        return done.future();
    }

    private boolean isHttp2() {
        return request.version() == HttpVersion.HTTP_2;
    }

    private boolean isHead() {
        return request.method().equals(HttpMethod.HEAD);
    }

    private Future<Void> plain(Body body, @Nullable ByteBuffer wire, boolean whole, Ending ending) {
        if (body instanceof Body.Items && !isHead()) {
            return stream(Content.of(body), NOTHING, Script.NONE, whole, ending);
        }
        ending.ends(whole, isHead() ? 0 : Content.of(body).length());
        if (isHead()) {
            return out.end();
        } else if (body instanceof Body.File file) {
            return out.sendFile(file.path().toAbsolutePath().toString(), 0, file.length());
        }
        return out.end(buffer(body, wire));
    }

    /** The bytes themselves, without a copy; nobody changes them. */
    private static Buffer buffer(Body body, @Nullable ByteBuffer wire) {
        return BufferInternal.buffer(
                wire == null ? Unpooled.wrappedBuffer(body.bytes()) : Unpooled.wrappedBuffer(wire));
    }

    private Future<Void> stream(Content content, Parts parts, Script script, boolean whole, Ending ending) {
        Throttled dribble = parts.find(Effect.Dribble.class)
                .map(slow -> new Throttled(content.pieces().get(), content.every(), slow.rate()))
                .orElse(null);
        var conduct = new Stream.Conduct() {
            @Override
            public boolean pause(Runnable then) {
                if (dribble != null) {
                    return pauses.ofEffect(dribble.pause(), then);
                }
                return pauses.ofPace(content.every(), then) || content.length() < 0 && turns.pass(then);
            }

            @Override
            public void stopped(Stream stream, Script.Stop stop) {
                if (stop.end()) {
                    stream.sent().onComplete(left -> cut(parts, ending).onComplete(done -> stream.end()));
                } else if (!pauses.ofEffect(stop.time(), stream::go)) {
                    stream.go();
                }
            }

            @Override
            public void ending(long written) {
                ending.ends(whole, written);
            }
        };
        return new Stream(out, dribble == null ? content.pieces().get() : dribble, script, conduct).begin();
    }

    private Future<Void> cut(Parts parts, Ending ending) {
        ending.ends(false, out.bytesWritten());
        boolean reset = parts.find(Effect.Reset.class).isPresent();
        if (!reset) {
            breakOff();
        } else if (isHttp2()) {
            out.reset(Http2Error.CANCEL.code());
        } else {
            transport.reset();
        }
        return Future.succeededFuture();
    }

    /** Closes the HTTP/1.1 connection, or only the HTTP/2 stream, after what was sent of the answer. */
    public void breakOff() {
        if (isHttp2()) {
            out.reset(Http2Error.INTERNAL_ERROR.code());
        } else {
            transport.hangUp();
        }
    }
}
