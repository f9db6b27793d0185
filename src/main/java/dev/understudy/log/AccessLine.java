package dev.understudy.log;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request in the log; the values of its query and its headers stay out, since they may hold secrets, but for what
 * the reason repeats of one of them.
 */
record AccessLine(
        String method,
        String path,
        int status,
        @Nullable String operation,
        long micros,
        int violations,
        @Nullable Reason reason,
        List<String> ignored,
        @Nullable String rule)
        implements LogLine {
    /** Of more keys, the rest is left out. */
    private static final int MOST = 20;

    /** In characters; what is longer may be no name at all, but a secret. */
    private static final int LONGEST = 40;

    AccessLine {
        ignored = ignored.isEmpty()
                ? ignored
                : ignored.stream().limit(MOST).map(AccessLine::encoded).toList();
    }

    /** A request whose query has nothing but parameters. */
    AccessLine(
            String method,
            String path,
            int status,
            @Nullable String operation,
            long micros,
            int violations,
            @Nullable Reason reason) {
        this(method, path, status, operation, micros, violations, reason, List.of());
    }

    /** A request that no rule has decided about. */
    AccessLine(
            String method,
            String path,
            int status,
            @Nullable String operation,
            long micros,
            int violations,
            @Nullable Reason reason,
            List<String> ignored) {
        this(method, path, status, operation, micros, violations, reason, ignored, null);
    }

    /** As a query has it, so that a key cannot look like another part of the line. */
    private static String encoded(String key) {
        String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8);
        return encoded.length() <= LONGEST ? encoded : encoded.substring(0, LONGEST / 4) + "…";
    }

    @Override
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("method", method);
        fields.put("path", path);
        fields.put("status", status);
        if (operation != null) {
            fields.put("operation", operation);
        }
        fields.put("micros", micros);
        fields.put("violations", violations);
        if (rule != null) {
            fields.put("rule", rule);
        }
        if (reason != null) {
            fields.put("keys", reason.keys());
            fields.put("reason", reason.sentence());
        }
        if (!ignored.isEmpty()) {
            fields.put("ignored", ignored);
        }
        return fields;
    }

    @Override
    public String toString() {
        String name = operation == null ? "-" : operation;
        String line = method + " " + path + " " + status + " " + name + " " + micros + "us violations=" + violations
                + (rule == null ? "" : " rule=" + rule)
                + (ignored.isEmpty() ? "" : " ignored=" + String.join(",", ignored));
        if (reason == null) {
            return line;
        }
        String keys = reason.keys().isEmpty() ? "" : " keys=" + String.join(",", reason.keys());
        return line + keys + " reason=" + reason.sentence();
    }
}
