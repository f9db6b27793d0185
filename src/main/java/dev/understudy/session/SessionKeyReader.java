package dev.understudy.session;

import dev.understudy.api.Headers;
import dev.understudy.api.MessageText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the session key of a request from the header {@code Understudy-Session}, the member {@code understudy-session}
 * of the header {@code baggage} (W3C Baggage), and {@code /-/in/KEY} at the start of the path. The same key may appear
 * in several places, since bridges also send the member as a header.
 */
public final class SessionKeyReader {
    /** The name of the header, and, ignoring case, of the baggage member. */
    public static final String HEADER = "Understudy-Session";

    /** What precedes the key in a path. */
    public static final String PREFIX = "/-/in/";

    private static final int LONGEST = 64;

    private SessionKeyReader() {}

    private record Found(String key, String place) {}

    /**
     * The session that a request names.
     *
     * @param prefix the text after {@code /-/in/} in the path, up to the next slash; null if the path has none
     */
    public static RequestedSession of(Headers headers, @Nullable String prefix) {
        List<String> fields = headers.all(HEADER);
        List<String> baggage = headers.all(Baggage.HEADER);
        if (fields.isEmpty() && baggage.isEmpty()) {
            // The most common case.
            return prefix == null
                    ? RequestedSession.NONE
                    : isKey(prefix) ? new RequestedSession.Of(prefix, true) : wrong(path(prefix));
        }
        if (fields.size() == 1 && baggage.isEmpty() && prefix == null && isKey(fields.get(0))) {
            return new RequestedSession.Of(fields.get(0), false);
        }
        var found = new ArrayList<Found>();
        for (String field : fields) {
            for (String one : field.split(",", -1)) {
                found.add(new Found(one.strip(), "header \"" + HEADER + "\""));
            }
        }
        Baggage.values(baggage, HEADER)
                .forEach(key -> found.add(new Found(key, "member understudy-session of header \"baggage\"")));
        if (prefix != null) {
            found.add(path(prefix));
        }
        return only(found);
    }

    private static RequestedSession only(List<Found> found) {
        for (Found each : found) {
            Found first = found.get(0);
            if (!isKey(each.key)) {
                return wrong(each);
            } else if (!each.key.equals(first.key)) {
                return new RequestedSession.Wrong("A request must name one session, was " + first.key + " ("
                        + first.place + ") and " + each.key + " (" + each.place + ").");
            }
        }
        return found.isEmpty()
                ? RequestedSession.NONE
                : new RequestedSession.Of(found.get(0).key, found.get(0).place.equals(path("").place));
    }

    private static Found path(String prefix) {
        return new Found(prefix, "path after " + PREFIX);
    }

    private static RequestedSession wrong(Found found) {
        return new RequestedSession.Wrong(found.place + " must name a session by 1 to " + LONGEST
                + " of the characters A-Z, a-z, 0-9, \".\", \"_\" and \"-\", was " + MessageText.text(found.key) + ".");
    }

    /**
     * Whether this is a valid key: {@code [A-Za-z0-9._-]{1,64}}. Proxies and clients may re-encode any other
     * characters.
     */
    public static boolean isKey(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!plain && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }
}
