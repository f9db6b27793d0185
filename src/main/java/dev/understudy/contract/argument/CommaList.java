package dev.understudy.contract.argument;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.text.Percent;
import dev.understudy.schema.SchemaCheck;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A query parameter that is forgiving about lists ({@code x-comma-list}): comma lists, repeated names and the alias all
 * mean the union of their items; blanks around items and empty items do not count.
 *
 * @param spellings the name and, if there is one, the alias
 * @param fallback the items when the parameter is not mentioned at all
 */
record CommaList(String name, boolean required, List<String> spellings, SchemaCheck items, List<String> fallback)
        implements Argument {
    @Override
    public Place place() {
        return Place.QUERY;
    }

    @Override
    public String schema() {
        return items.pointer();
    }

    @Override
    public boolean listed() {
        return true;
    }

    /** One that is given without items has no value, whatever its default. */
    @Override
    public boolean always() {
        return required;
    }

    @Override
    public Decoded read(RawArguments received) {
        var found = new LinkedHashMap<String, String>();
        var violations = new LinkedHashSet<Violation>();
        boolean mentioned = false;
        for (String spelling : spellings) {
            for (String raw : received.query().all(spelling)) {
                mentioned = true;
                Percent.decode(raw, true)
                        .ifPresentOrElse(
                                text -> split(text).forEach(item -> found.putIfAbsent(item, spelling)),
                                () -> violations.add(malformed(spelling, raw)));
            }
        }
        boolean malformed = !violations.isEmpty();
        found.forEach(
                (item, spelling) -> violations.addAll(items.violations(Place.QUERY, spelling, TextNode.valueOf(item))));
        if (!violations.isEmpty()) {
            return malformed
                    ? Decoded.wrong(List.copyOf(violations))
                    : Decoded.read(array(found.keySet()), List.copyOf(violations));
        } else if (!found.isEmpty()) {
            return Decoded.right(array(found.keySet()));
        } else if (required) {
            return Decoded.wrong(new Violation(Place.QUERY, name, "", "required", "be given", "missing"));
        }
        return mentioned || fallback.isEmpty() ? Decoded.NOTHING : Decoded.right(array(fallback));
    }

    /** The items between the commas. */
    static List<String> split(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static ArrayNode array(Collection<String> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return array;
    }

    private static Violation malformed(String spelling, String raw) {
        return new Violation(Place.QUERY, spelling, "", "encoding", "be percent-encoded UTF-8", MessageText.text(raw));
    }
}
