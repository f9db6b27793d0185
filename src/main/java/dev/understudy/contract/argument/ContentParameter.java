package dev.understudy.contract.argument;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.text.Percent;
import dev.understudy.schema.SchemaCheck;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parameter whose text is a document of a media type: JSON, or plain text.
 *
 * @param json whether it is JSON
 * @param check what the value must keep; null if anything passes
 * @param fallback the value when none is given
 */
public record ContentParameter(
        Place place,
        String name,
        boolean required,
        boolean json,
        @Nullable SchemaCheck check,
        @Nullable JsonNode fallback)
        implements Argument {
    @Override
    public String schema() {
        return check == null ? "" : check.pointer();
    }

    @Override
    public Decoded read(RawArguments received) {
        List<String> raws = received.all(place, name);
        if (raws.isEmpty()) {
            if (required) {
                return wrong("required", Expected.to("be given"), "missing");
            }
            return fallback == null ? Decoded.NOTHING : Decoded.right(fallback);
        } else if (raws.size() > 1) {
            return wrong("once", Expected.to("be given once"), "given " + raws.size() + " times");
        }
        String raw = raws.get(0);
        Optional<String> text = place == Place.HEADER ? Optional.of(raw) : Percent.decode(raw, place == Place.QUERY);
        return text.map(this::value)
                .orElseGet(() -> wrong("encoding", Expected.to("be percent-encoded UTF-8"), MessageText.text(raw)));
    }

    /** The value of a text that is not encoded any more. */
    Decoded value(String text) {
        try {
            JsonNode value = json ? Json.read(text.getBytes(UTF_8)) : TextNode.valueOf(text);
            List<Violation> violations = check == null ? List.of() : check.violations(place, name, value);
            return Decoded.read(value, violations);
        } catch (MalformedJson e) {
            return Decoded.wrong(
                    new Violation(place, name, e.pointer(), "json", e.expected(), e.got()).noting(e.hint()));
        }
    }

    Decoded wrong(String keyword, Expected expected, String got) {
        return Decoded.wrong(new Violation(place, name, "", keyword, expected, got));
    }
}
