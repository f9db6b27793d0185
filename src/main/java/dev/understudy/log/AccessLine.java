package dev.understudy.log;

import java.util.LinkedHashMap;
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
        @Nullable Reason reason)
        implements LogLine {
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
        if (reason != null) {
            fields.put("keys", reason.keys());
            fields.put("reason", reason.sentence());
        }
        return fields;
    }

    @Override
    public String toString() {
        String name = operation == null ? "-" : operation;
        String line = method + " " + path + " " + status + " " + name + " " + micros + "us violations=" + violations;
        if (reason == null) {
            return line;
        }
        String keys = reason.keys().isEmpty() ? "" : " keys=" + String.join(",", reason.keys());
        return line + keys + " reason=" + reason.sentence();
    }
}
