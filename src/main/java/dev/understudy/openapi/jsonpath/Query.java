package dev.understudy.openapi.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Segments that are applied one after the other (RFC 9535 sections 2.1 and 2.5).
 *
 * @param absolute whether it begins at the root, and not at the value that a filter looks at
 */
record Query(boolean absolute, List<Segment> segments) {
    /**
     * The children of a value, or those of all values in it.
     *
     * @param singular whether it chooses one value at most
     */
    record Segment(boolean descendant, boolean singular, List<Selector> selectors) {
        void apply(Located from, Run run, Consumer<Located> chosen) {
            selectors.forEach(selector -> selector.select(from, run, chosen));
            if (descendant) {
                Selector.children(from, run, child -> apply(child, run, chosen));
            }
        }
    }

    List<Located> nodes(JsonNode current, Run run) {
        List<Located> nodes = List.of(Located.root(absolute ? run.root() : current));
        for (Segment segment : segments) {
            var next = new ArrayList<Located>();
            nodes.forEach(node -> segment.apply(node, run, next::add));
            nodes = next;
        }
        return nodes;
    }

    /** Whether it chooses one value at most, whatever it is applied to. */
    boolean isSingular() {
        return segments.stream().allMatch(Segment::singular);
    }
}
