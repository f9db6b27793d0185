package dev.understudy.contract.argument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.text.Percent;
import dev.understudy.contract.style.Leaf;
import dev.understudy.contract.text.HeaderList;
import dev.understudy.schema.SchemaCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A documented parameter or header: how its text becomes a value, and what that value must keep.
 *
 * @param form how the text writes the value
 * @param fallback the value when none is given
 */
public record Parameter(
        Place place, String name, boolean required, Form form, SchemaCheck check, @Nullable JsonNode fallback)
        implements Argument {

    /**
     * How text writes a value.
     *
     * @param leaf what the value, or each element of the list, must be
     * @param separate whether the elements of a list are occurrences of their own, not between commas
     */
    public record Form(Leaf leaf, boolean list, boolean separate) {}

    @Override
    public String schema() {
        return check.pointer();
    }

    /** Whether the text, as it is, writes a value that keeps its schema. */
    public boolean takes(String text) {
        return decode(List.of(text)).violations().isEmpty();
    }

    @Override
    public Decoded read(RawArguments received) {
        return decode(received.all(place, name));
    }

    /** Reads the occurrences, still encoded as they came. */
    public Decoded decode(List<String> occurrences) {
        if (occurrences.isEmpty()) {
            if (required) {
                return Decoded.wrong(violation("", "required", Expected.to("be given"), "missing"));
            }
            return fallback == null ? Decoded.NOTHING : Decoded.right(fallback);
        }
        if (occurrences.size() > 1 && !mayRepeat()) {
            return Decoded.wrong(
                    violation("", "once", Expected.to("be given once"), "given " + occurrences.size() + " times"));
        }
        return form.list() ? elements(occurrences) : checked(element(occurrences.get(0), ""));
    }

    /** A header that is a list may come in several lines (RFC 9110 section 5.3). */
    private boolean mayRepeat() {
        return form.list() && (form.separate() || place == Place.HEADER);
    }

    private Decoded elements(List<String> occurrences) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        var violations = new ArrayList<Violation>();
        int index = 0;
        for (String occurrence : occurrences) {
            for (String raw : form.separate() ? List.of(occurrence) : split(occurrence)) {
                Decoded element = element(raw, "/" + index++);
                violations.addAll(element.violations());
                if (element.value() != null) {
                    array.add(element.value());
                }
            }
        }
        return violations.isEmpty() ? checked(Decoded.right(array)) : Decoded.wrong(violations);
    }

    private List<String> split(String occurrence) {
        return place == Place.HEADER ? HeaderList.split(occurrence) : List.of(occurrence.split(",", -1));
    }

    private Decoded element(String raw, String pointer) {
        Optional<String> text = place == Place.HEADER ? Optional.of(raw) : Percent.decode(raw, place == Place.QUERY);
        if (text.isEmpty()) {
            return Decoded.wrong(
                    violation(pointer, "encoding", Expected.to("be percent-encoded UTF-8"), MessageText.text(raw)));
        }
        return form.leaf()
                .read(text.get())
                .map(Decoded::right)
                .orElseGet(() ->
                        Decoded.wrong(violation(pointer, "type", form.leaf().type(), MessageText.text(text.get()))));
    }

    private Decoded checked(Decoded decoded) {
        JsonNode value = decoded.value();
        if (value == null) {
            return decoded;
        }
        List<Violation> violations = check.violations(place, name, value);
        return violations.isEmpty() ? decoded : Decoded.read(value, violations);
    }

    private Violation violation(String pointer, String keyword, Expected expected, String got) {
        return new Violation(place, name, pointer, keyword, expected, got);
    }
}
