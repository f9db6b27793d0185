package dev.understudy.callbacks;

import dev.understudy.api.Response;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to resolved addresses, with up to 8 connections to each receiver. It allows 2 seconds to connect, 10
 * seconds for each request as a whole, and 1 MiB for an answer, and follows no redirects.
 */
final class SendingClient implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;
    static final int WHOLE_SECONDS = 10;
    private static final int MOST_CONNECTIONS = 8;

    private static final String CLOSED = "the server is closed";

    /** In bytes. */
    private static final int LARGEST_ANSWER = 1 << 20;

    private @Nullable Loop loop;
    private boolean closed;

    /** The event loop that everything runs on. */
    private record Loop(Vertx vertx, Context context, HttpClient client) {}

    private synchronized @Nullable Loop loop() {
        if (loop == null && !closed) {
            var files = new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
            Vertx vertx = Vertx.vertx(new VertxOptions()
                    .setEventLoopPoolSize(1)
                    .setWorkerPoolSize(1)
                    .setInternalBlockingPoolSize(1)
                    .setFileSystemOptions(files));
            HttpClient client = vertx.createHttpClient(
                    new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS),
                    new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
            loop = new Loop(vertx, vertx.getOrCreateContext(), client);
        }
        return loop;
    }

    /** The receiver's answer, or the reason why there is none. */
    Future<Response> send(PreparedRequest request) {
        Loop own = loop();
        if (own == null) {
            return Future.failedFuture(CLOSED);
        }
        Promise<Response> answered = Promise.promise();
        try {
            // On another thread, an answer might end before anything listens for its body.
            own.context().runOnContext(now -> begin(own.client(), request).onComplete(answered));
        } catch (RejectedExecutionException e) {
            return Future.failedFuture(CLOSED);
        }
        return answered.future();
    }

    private static Future<Response> begin(HttpClient own, PreparedRequest request) {
        try {
            return send(own, request, 0);
        } catch (RuntimeException e) {
            // The request has an invalid header or method.
            return Future.failedFuture(e);
        }
    }

    /** Tries this address of the receiver, and the following ones if nothing listens there. */
    private static Future<Response> send(HttpClient own, PreparedRequest request, int address) {
        Future<Response> sent = send(own, options(request, request.to().found().get(address)), request);
        return address + 1 == request.to().found().size()
                ? sent
                : sent.recover(failure -> failure instanceof ConnectException
                        ? send(own, request, address + 1)
                        : Future.failedFuture(failure));
    }

    private static Future<Response> send(HttpClient own, RequestOptions options, PreparedRequest request) {
        AtomicReference<@Nullable HttpClientRequest> sent = new AtomicReference<>();
        var late = new AtomicBoolean();
        return own.request(options)
                .compose(opened -> {
                    sent.set(opened);
                    return late.get()
                            ? Future.<HttpClientResponse>failedFuture("too late")
                            : opened.send(Buffer.buffer(request.body()));
                })
                .compose(SendingClient::whole)
                .timeout(WHOLE_SECONDS, TimeUnit.SECONDS)
                .onFailure(failure -> {
                    late.set(true);
                    HttpClientRequest open = sent.get();
                    if (open != null) {
                        open.reset();
                    }
                });
    }

    private static RequestOptions options(PreparedRequest request, InetAddress address) {
        String path = request.url().getRawPath().isEmpty() ? "/" : request.url().getRawPath();
        String query = request.url().getRawQuery();
        var options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method()))
                .setServer(server(address, request.to().port()))
                .setHost(request.url().getHost())
                .setPort(request.to().port())
                .setSsl("https".equalsIgnoreCase(request.url().getScheme()))
                .setFollowRedirects(false)
                .setURI(query == null ? path : path + "?" + query);
        request.headers().forEach(options::putHeader);
        return options;
    }

    /**
     * Use the numeric address: the client would resolve names again, and cannot parse an IPv6 address without brackets.
     */
    private static SocketAddress server(InetAddress address, int port) {
        String number = address.getHostAddress();
        return SocketAddress.inetSocketAddress(port, number.contains(":") ? "[" + number + "]" : number);
    }

    private static Future<Response> whole(HttpClientResponse response) {
        var body = Buffer.buffer();
        response.handler(piece -> {
            body.appendBuffer(piece);
            if (body.length() > LARGEST_ANSWER) {
                response.request().reset();
            }
        });
        return response.end()
                .map(end -> new Response(response.statusCode(), headers(response), body.getBytes()))
                .recover(failure -> Future.failedFuture(
                        body.length() > LARGEST_ANSWER
                                ? new IOException("it answered more than " + LARGEST_ANSWER + " bytes")
                                : failure));
    }

    private static Map<String, String> headers(HttpClientResponse response) {
        var headers = new HashMap<String, String>();
        response.headers()
                .forEach((name, value) ->
                        headers.put(name.equalsIgnoreCase("Content-Type") ? "Content-Type" : name, value));
        return headers;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (loop != null) {
            loop.vertx().close().await();
        }
    }
}
