package dev.understudy.contract.argument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.style.KeyTree;
import dev.understudy.contract.style.LikelyMeaning;
import dev.understudy.contract.style.Shape;
import dev.understudy.contract.style.Style;
import dev.understudy.contract.style.StyleHint;
import dev.understudy.contract.style.StyledKeys;
import dev.understudy.contract.style.TreeReader;
import dev.understudy.contract.text.Query;
import dev.understudy.schema.SchemaCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a brought document that may be a list or an object, or is written in another style than the default.
 *
 * @param emptyAllowed whether an empty text stands for a value that cannot be empty ({@code allowEmptyValue})
 * @param keys what of a request it is written in
 * @param fallback the value when none is given
 */
public record StyledParameter(
        Place place,
        String name,
        boolean required,
        boolean emptyAllowed,
        StyledKeys keys,
        Shape shape,
        SchemaCheck check,
        @Nullable JsonNode fallback)
        implements Argument {
    @Override
    public String schema() {
        return check.pointer();
    }

    @Override
    public Decoded read(RawArguments received) {
        Map<String, List<String>> values = values(received);
        List<String> foreign = keys.foreign(values);
        if (!foreign.isEmpty()) {
            return Decoded.wrong(respelling().ofKeys(foreign, values));
        }
        Decoded decoded = decode(values);
        if (decoded.violations().isEmpty() || !values.containsKey(name)) {
            return decoded;
        }
        Optional<Violation> otherwise = respelling().ofTexts(values.getOrDefault(name, List.of()));
        return otherwise.map(Decoded::wrong).orElse(decoded);
    }

    private StyleHint respelling() {
        return new StyleHint(keys, written -> decode(written).violations().isEmpty());
    }

    /** What the request has where it may be written; a header in several lines is one (RFC 9110 section 5.3). */
    private Map<String, List<String>> values(RawArguments received) {
        if (place == Place.QUERY) {
            return received.query().values();
        } else if (place == Place.COOKIE) {
            return keys.style() == Style.COOKIE ? unescaped(received.cookies()) : received.cookies();
        }
        List<String> raws = received.all(place, name);
        return raws.isEmpty() ? Map.of() : Map.of(name, List.of(String.join(",", raws)));
    }

    /** In the style "cookie" nothing is percent-encoded, so that there is nothing to decode (OpenAPI 3.2.0). */
    private static Map<String, List<String>> unescaped(Map<String, List<String>> cookies) {
        var unescaped = new LinkedHashMap<String, List<String>>();
        cookies.forEach((key, raws) -> unescaped.put(
                key, raws.stream().map(raw -> raw.replace("%", "%25")).toList()));
        return unescaped;
    }

    /** The same beside others that these keys of the query belong to. */
    StyledParameter beside(Set<String> others) {
        var beside = new StyledKeys(place, name, keys.style(), keys.explode(), shape, others, keys.repeated());
        return new StyledParameter(place, name, required, emptyAllowed, beside, shape, check, fallback);
    }

    /** Whether a key of the query is its own, or is it in the spelling of another style. */
    boolean claims(String key, Query query) {
        return keys.isOwn(key) || keys.foreign(query.values()).contains(key);
    }

    /** How it would be written. */
    String written(LikelyMeaning meant) {
        return keys.style().write(name, meant, keys.explode());
    }

    Decoded decode(Map<String, List<String>> values) {
        KeyTree tree;
        try {
            tree = keys.tree(values);
        } catch (StyledKeys.OtherStyle e) {
            return Decoded.wrong(e.violation(place, name));
        }
        if (tree.isEmpty()) {
            return required ? wrong("required", Expected.to("be given"), "missing") : ungiven();
        }
        boolean empty = tree.children().isEmpty() && tree.raws().equals(List.of(""));
        if (empty && emptyAllowed && !shape.admits(TextNode.valueOf(""))) {
            return ungiven();
        }
        var violations = new ArrayList<Violation>();
        JsonNode value = new TreeReader(place, name, violations).value(tree, shape, "");
        if (empty && !required && shape.isList() && !violations.isEmpty()) {
            return wrong("style", Expected.to("be left out where the list is empty"), "sent without a value");
        }
        return violations.isEmpty()
                ? Decoded.read(value, check.violations(place, name, value))
                : Decoded.wrong(violations);
    }

    private Decoded ungiven() {
        return fallback == null ? Decoded.NOTHING : Decoded.right(fallback);
    }

    private Decoded wrong(String keyword, Expected expected, String got) {
        return Decoded.wrong(new Violation(place, name, "", keyword, expected, got));
    }
}
