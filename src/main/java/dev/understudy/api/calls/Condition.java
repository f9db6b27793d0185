package dev.understudy.api.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one argument of a call, as CallCondition of specs/control.yaml defines it. Exactly one of the last
 * four parameters is set.
 *
 * @param in path, query, header, cookie or body
 * @param name the parameter's name; null for the body
 * @param pointer a JSON pointer (RFC 6901) into the argument; null for the whole argument
 * @param equal the value that the argument must equal; Jackson renders it
 * @param oneOf the values of which the argument must equal one
 * @param schema the JSON Schema (2020-12) that the argument must be valid against
 * @param present whether the argument must be present or absent
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
    /** These conditions, and one more: the argument must equal this value. */
    public static List<Condition> and(List<Condition> others, String in, @Nullable String name, Object value) {
        var all = new ArrayList<>(others);
        all.add(new Condition(in, name, null, value, null, null, null));
        return List.copyOf(all);
    }
}
