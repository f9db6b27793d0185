package dev.understudy.journal;

import java.util.Locale;
import java.util.Set;

/** Writes a call as a curl command for a POSIX shell. */
public final class Curl {
    /** Headers that curl sets itself, or that were only for the original connection. */
    private static final Set<String> LEFT_OUT = Set.of(
            "host", "content-length", "connection", "accept-encoding", "transfer-encoding", "expect", "te", "upgrade");

    private Curl() {}

    /** The command that repeats this call. */
    public static String of(RedactedCall call) {
        String url = quoted(address(call));
        var command = new StringBuilder("curl -sSg");
        boolean body = call.content().size() > 0;
        if (call.method().equals("HEAD")) {
            command.append(" -I");
        } else if (!call.method().equals(body ? "POST" : "GET")) {
            command.append(" -X ").append(quoted(call.method()));
        }
        for (RedactedCall.Field field : call.fields()) {
            if (!LEFT_OUT.contains(field.name().toLowerCase(Locale.ROOT))) {
                command.append(" -H ").append(quoted(field.name() + ": " + field.value()));
            }
        }
        String text = call.content().text();
        if (body && text != null && call.content().whole()) {
            return call.content().base64()
                    ? "echo " + text + " | base64 -d | " + command + " --data-binary @- " + url
                    : command + " --data-raw " + quoted(text) + " " + url;
        }
        // A body that is no longer kept cannot be sent again.
        String lost = body ? " --data-binary @BODY" : "";
        return command + lost + " " + url;
    }

    /** A target in absolute form (RFC 9112 section 3.2.2) is already an address. */
    static String address(RedactedCall call) {
        return call.target().startsWith("/") ? call.base() + call.target() : call.target();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
