package dev.understudy.http;

import dev.understudy.api.Response;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;

/** The last answer on an HTTP/1.1 connection, as bytes, for a request that is not read. */
final class PlainAnswer {
    private PlainAnswer() {}

    static ByteBuf last(Response response) {
        var head = new StringBuilder("HTTP/1.1 ").append(HttpResponseStatus.valueOf(response.status()));
        response.headers()
                .forEach((name, value) ->
                        head.append("\r\n").append(name).append(": ").append(value));
        head.append("\r\nDate: ").append(DateField.NOW.text());
        head.append("\r\nContent-Length: ").append(response.bytes().length).append("\r\nConnection: close\r\n\r\n");
        return Unpooled.wrappedBuffer(head.toString().getBytes(StandardCharsets.US_ASCII), response.bytes());
    }
}
