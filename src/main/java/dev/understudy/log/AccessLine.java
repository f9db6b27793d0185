package dev.understudy.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request in the log; its query and headers stay out, since they may hold secrets. */
record AccessLine(String method, String path, int status, @Nullable String operation, long micros, int violations)
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
        return fields;
    }

    @Override
    public String toString() {
        String name = operation == null ? "-" : operation;
        return method + " " + path + " " + status + " " + name + " " + micros + "us violations=" + violations;
    }
}
