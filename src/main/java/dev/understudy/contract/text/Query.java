package dev.understudy.contract.text;

import dev.understudy.api.text.Percent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query as forms write it: values by decoded name, still percent-encoded themselves, in the order of arrival.
 *
 * @param malformed the pieces whose name cannot be decoded
 * @param raw the whole as it came, without the question mark; empty when there is none
 */
public record Query(Map<String, List<String>> values, List<String> malformed, String raw) {
    /** A request without a query. */
    public static final Query NONE = new Query(Map.of(), List.of(), "");

    public static Query of(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return NONE;
        }
        var values = new LinkedHashMap<String, List<String>>();
        var malformed = new ArrayList<String>();
        for (String piece : raw.split("&", -1)) {
            int equals = piece.indexOf('=');
            String value = equals < 0 ? "" : piece.substring(equals + 1);
            Optional<String> name = Percent.decode(equals < 0 ? piece : piece.substring(0, equals), true);
            if (name.isEmpty()) {
                malformed.add(piece);
            } else if (!piece.isEmpty()) {
                values.computeIfAbsent(name.get(), n -> new ArrayList<>()).add(value);
            }
        }
        return new Query(values, malformed, raw);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
