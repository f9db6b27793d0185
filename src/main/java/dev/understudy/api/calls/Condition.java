package dev.understudy.api.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one argument of a call must be, as CallCondition of specs/control.yaml defines it; one of the last four is
 * there.
 *
 * @param in path, query, header, cookie or body
 * @param name of the parameter; null for the body
 * @param pointer into the argument (RFC 6901); null for all of it
 * @param equal a value that Jackson renders, which it must equal
 * @param oneOf values of which it must equal one
 * @param schema a JSON Schema (2020-12) that it must keep
 * @param present whether it must be there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Condition(
        String in,
        @Nullable String name,
        @Nullable String pointer,
        @JsonProperty("equals") @Nullable Object equal,
        @Nullable List<?> oneOf,
        @Nullable Object schema,
        @Nullable Boolean present) {
    /** The conditions, and that this argument equals this value. */
    public static List<Condition> and(List<Condition> others, String in, @Nullable String name, Object value) {
        var all = new ArrayList<>(others);
        all.add(new Condition(in, name, null, value, null, null, null));
        return List.copyOf(all);
    }
}
