package dev.understudy.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Exports calls in the HTTP Archive format, version 1.2. */
public final class Har {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Har() {}

    /** The archive of these calls. */
    public static ObjectNode of(List<RedactedCall> calls) {
        ObjectNode log = JSON.objectNode().put("version", "1.2");
        log.putObject("creator").put("name", "Understudy").put("version", "1");
        ArrayNode entries = log.putArray("entries");
        calls.forEach(call -> entries.add(entry(call)));
        ObjectNode archive = JSON.objectNode();
        archive.set("log", log);
        return archive;
    }

    private static ObjectNode entry(RedactedCall call) {
        double millis = call.micros() / 1000.0;
        ObjectNode entry = JSON.objectNode()
                .put("startedDateTime", call.time().toString())
                .put("time", millis)
                .put("_session", call.session())
                .put("_id", Long.toString(call.id()))
                .put("_direction", call.direction().name().toLowerCase(Locale.ROOT));
        entry.set("request", request(call));
        entry.set("response", response(call));
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
        if (call.operation() != null) {
            entry.put("_operation", call.operation());
        }
        entry.put("_verdict", call.verdict().name().toLowerCase(Locale.ROOT));
        if (call.reason() != null) {
            entry.put("_reason", call.reason());
        }
        if (call.rule() != null) {
            entry.put("_rule", call.rule().id()).put("_unchecked", call.rule().unchecked());
        }
        return entry;
    }

    private static ObjectNode request(RedactedCall call) {
        ObjectNode request = JSON.objectNode()
                .put("method", call.method())
                .put("url", Curl.address(call))
                .put("httpVersion", call.protocol());
        request.putArray("cookies");
        request.set("headers", fields(call.fields()));
        ArrayNode query = request.putArray("queryString");
        int mark = call.target().indexOf('?');
        if (mark >= 0) {
            for (String piece : call.target().substring(mark + 1).split("&")) {
                String[] pair = piece.split("=", 2);
                query.addObject().put("name", pair[0]).put("value", pair.length == 2 ? pair[1] : "");
            }
        }
        if (call.content().size() > 0) {
            ObjectNode data = request.putObject("postData").put("mimeType", type(call.fields()));
            String text = call.content().text();
            data.put("text", text == null ? "" : text);
            if (call.content().base64()) {
                data.put("encoding", "base64");
            }
            if (!call.content().whole()) {
                data.put("comment", "not all of it is kept, or may be shown");
            }
        }
        return request.put("headersSize", -1).put("bodySize", call.content().size());
    }

    private static ObjectNode response(RedactedCall call) {
        ObjectNode response = JSON.objectNode()
                .put("status", call.status())
                .put("statusText", "")
                .put("httpVersion", call.protocol());
        response.putArray("cookies");
        response.set("headers", fields(call.answerFields()));
        // An answer to HEAD states the length of another answer, and has no body itself.
        boolean bodiless = call.method().equals("HEAD");
        long size = bodiless ? 0 : call.answerContent().size();
        ObjectNode content = response.putObject("content").put("size", size).put("mimeType", type(call.answerFields()));
        String text = call.answerContent().text();
        if (text != null) {
            content.put("text", text);
        }
        if (call.answerContent().base64()) {
            content.put("encoding", "base64");
        }
        if (!call.answerContent().whole() && !bodiless) {
            content.put("comment", "not all of it is kept, or may be shown");
        }
        String location = call.answerFields().stream()
                .filter(field -> field.name().equalsIgnoreCase("Location"))
                .map(RedactedCall.Field::value)
                .findFirst()
                .orElse("");
        response.put("redirectURL", location).put("headersSize", -1).put("bodySize", size);
        if (call.end() == JournalEntry.End.CUT) {
            response.put("comment", "the connection ended before all of it was sent");
        } else if (call.end().isUnsent()) {
            response.put("comment", "the request was not sent");
        }
        return response;
    }

    private static ArrayNode fields(List<RedactedCall.Field> fields) {
        ArrayNode all = JSON.arrayNode();
        fields.forEach(field -> all.addObject().put("name", field.name()).put("value", field.value()));
        return all;
    }

    private static String type(List<RedactedCall.Field> fields) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase("Content-Type"))
                .map(RedactedCall.Field::value)
                .findFirst()
                .orElse("application/octet-stream");
    }
}
