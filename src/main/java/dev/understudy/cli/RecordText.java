package dev.understudy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Pointers;
import dev.understudy.load.Explanation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A record as JSON, with a column that has for each line the place that set it. */
final class RecordText {
    /** Longer lines do not widen the column. */
    private static final int WIDEST = 72;

    private final Explanation.Found found;
    private final List<Line> lines = new ArrayList<>();

    private record Line(String json, String place) {}

    RecordText(Explanation.Found found) {
        this.found = found;
        write("", "", "", found.record(), "");
    }

    List<String> lines() {
        int width = lines.stream()
                .mapToInt(line -> line.json().length())
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0);
        return lines.stream()
                .map(line ->
                        line.json() + " ".repeat(Math.max(0, width - line.json().length())) + "  " + line.place())
                .map(String::stripTrailing)
                .toList();
    }

    private void write(String indent, String key, String pointer, JsonNode value, String comma) {
        if (value.isEmpty()) {
            // That is, anything but an object or array with something in it.
            line(indent + key + value + comma, pointer);
            return;
        }
        line(indent + key + (value.isObject() ? "{" : "["), pointer);
        if (value.isObject()) {
            members(indent + "  ", pointer, value);
        } else {
            elements(indent + "  ", pointer, value);
        }
        lines.add(new Line(indent + (value.isObject() ? "}" : "]") + comma, ""));
    }

    private void members(String indent, String pointer, JsonNode object) {
        for (Iterator<Map.Entry<String, JsonNode>> members = object.fields(); members.hasNext(); ) {
            Map.Entry<String, JsonNode> member = members.next();
            String key = TextNode.valueOf(member.getKey()) + ": ";
            String below = Pointers.child(pointer, member.getKey());
            write(indent, key, below, member.getValue(), members.hasNext() ? "," : "");
        }
    }

    private void elements(String indent, String pointer, JsonNode array) {
        for (int i = 0; i < array.size(); i++) {
            write(indent, "", pointer + "/" + i, array.get(i), i + 1 < array.size() ? "," : "");
        }
    }

    private void line(String json, String pointer) {
        Explanation.Place place = found.places().get(pointer);
        lines.add(new Line(json, pointer.isEmpty() || place == null ? "" : shown(place)));
    }

    private static String shown(Explanation.Place place) {
        return place.isBuiltIn() ? place.text() + " (built-in)" : place.text();
    }
}
