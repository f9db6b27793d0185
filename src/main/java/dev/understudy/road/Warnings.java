package dev.understudy.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Lists the violations of an answer or its call in the header {@code Understudy-Violations}: a list of quoted strings
 * (RFC 9110 sections 5.6.1 and 5.6.4), with at most 5 violations of 200 characters each.
 */
public final class Warnings {
    /** The name of the header. */
    public static final String HEADER = "Understudy-Violations";

    private static final int MOST = 5;

    /** In characters of the header. */
    private static final int LONGEST = 200;

    private Warnings() {}

    /** The answer with these violations in its header. */
    static Answer with(Answer answer, List<Violation> broken) {
        return broken.isEmpty() ? answer : answer.warning(broken, saying(answer, broken));
    }

    private static Response saying(Answer answer, List<Violation> broken) {
        var all = new ArrayList<>(answer.violations());
        all.addAll(broken);
        var headers = new HashMap<>(answer.response().headers());
        headers.put(HEADER, value(all));
        return new Response(
                answer.response().status(), headers, answer.response().body());
    }

    private static String value(List<Violation> all) {
        var strings = new ArrayList<String>();
        all.stream()
                .limit(MOST)
                .map(each -> quoted(side(each) + ": " + each.message()))
                .forEach(strings::add);
        if (all.size() > MOST) {
            strings.add("\"and " + (all.size() - MOST) + " more\"");
        }
        return String.join(", ", strings);
    }

    private static String side(Violation violation) {
        return violation.place() == Place.REPLY ? "response" : "request";
    }

    /** Percent-encodes everything except printable ASCII, and the percent sign itself. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String piece = piece(text.codePointAt(i));
            if (quoted.length() + piece.length() > LONGEST) {
                return quoted.append("...\"").toString();
            }
            quoted.append(piece);
        }
        return quoted.append('"').toString();
    }

    private static String piece(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + (char) c;
        } else if (c >= ' ' && c < 0x7f && c != '%') {
            return Character.toString(c);
        }
        var encoded = new StringBuilder();
        for (byte each : Character.toString(c).getBytes(UTF_8)) {
            encoded.append('%').append(String.format("%02X", each & 0xff));
        }
        return encoded.toString();
    }
}
