package dev.understudy.http;

import dev.understudy.api.Response;
import dev.understudy.kept.Memo;
import dev.understudy.road.Answer;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** The header fields of an answer as Vert.x sends them. */
final class HeaderFields {
    private HeaderFields() {}

    /** Puts them where there are none yet. */
    static void put(Answer answer, MultiMap into) {
        Memo memo = answer.memo();
        if (memo == null) {
            set(answer.response(), into);
        } else {
            into.setAll(memo.get(HeaderFields.class, MultiMap.class, () -> unchangeable(answer.response())));
        }
    }

    /** Vert.x takes fields that cannot be changed as they are; all others it checks and copies one by one. */
    private static MultiMap unchangeable(Response response) {
        return set(response, HttpHeaders.headers()).copy(false);
    }

    private static MultiMap set(Response response, MultiMap into) {
        response.headers().forEach((name, value) -> into.set(FieldName.of(name), value));
        // RFC 9110 section 8.6
        boolean sized = response.status() != 204 && response.status() != 304;
        return sized
                ? into.set(HttpHeaders.CONTENT_LENGTH, AsciiString.of(String.valueOf(response.bytes().length)))
                : into;
    }
}
