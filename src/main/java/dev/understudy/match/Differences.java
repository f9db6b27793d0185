package dev.understudy.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Violation;
import dev.understudy.schema.EqualValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** In what two values differ, pointer by pointer: the innermost values that are not equal. */
final class Differences {
    /** More are not told. */
    private static final int MOST = 20;

    private final List<Violation> found = new ArrayList<>();

    private Differences() {}

    static List<Violation> between(JsonNode expected, JsonNode value, CallPlace spot) {
        var differences = new Differences();
        differences.add(expected, value, spot);
        return differences.found;
    }

    private void add(JsonNode expected, JsonNode value, CallPlace spot) {
        if (found.size() >= MOST || EqualValues.same(expected, value)) {
            return;
        }
        if (expected.isObject() && value.isObject()) {
            members(expected, value, spot);
        } else if (expected.isArray() && value.isArray()) {
            for (int i = 0; i < Math.max(expected.size(), value.size()); i++) {
                member(expected.path(i), value.path(i), spot.child(i));
            }
        } else {
            found.add(spot.differs("equals", Expected.be(CallPlace.shown(expected)), value));
        }
    }

    private void members(JsonNode expected, JsonNode value, CallPlace spot) {
        for (Map.Entry<String, JsonNode> each : expected.properties()) {
            member(each.getValue(), value.path(each.getKey()), spot.child(each.getKey()));
        }
        for (Map.Entry<String, JsonNode> each : value.properties()) {
            if (!expected.has(each.getKey())) {
                member(expected.path(each.getKey()), each.getValue(), spot.child(each.getKey()));
            }
        }
    }

    private void member(JsonNode expected, JsonNode value, CallPlace spot) {
        if (!expected.isMissingNode()) {
            add(expected, value, spot);
        } else if (found.size() < MOST) {
            found.add(spot.differs("equals", Expected.be("left out"), value));
        }
    }
}
