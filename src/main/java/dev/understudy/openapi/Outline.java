package dev.understudy.openapi;

import dev.understudy.api.Pointers;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What is known of a document once it was put together.
 *
 * @param schemas all schemas in it, each once
 * @param references the pointers of all objects with a {@code $ref} that leads anywhere, with the pointers that these
 *     lead to
 * @param examples the values that parameters, headers and bodies give as examples
 * @param asides the pointers of callbacks and links, which no answer needs; none of them stands in another
 */
record Outline(
        List<Part> schemas,
        NavigableMap<String, String> references,
        List<Example> examples,
        NavigableSet<String> asides) {
    /** Whether a place is in one of these, or in what they refer to, however many references away. */
    Predicate<String> reached(Collection<String> whole) {
        var reached = new TreeSet<String>(whole);
        Deque<String> next = new ArrayDeque<>(whole);
        while (!next.isEmpty()) {
            String pointer = next.remove();
            references.subMap(pointer, true, pointer + "0", false).forEach((from, to) -> {
                if ((from.equals(pointer) || from.startsWith(pointer + "/")) && reached.add(to)) {
                    next.add(to);
                }
            });
        }
        return place -> {
            for (String around = place; !around.isEmpty(); around = Pointers.parent(around)) {
                if (reached.contains(around)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** Whether what stands there is needed by no answer. */
    boolean isAside(String pointer) {
        String aside = asides.floor(pointer);
        return aside != null && (pointer.equals(aside) || pointer.startsWith(aside + "/"));
    }
}
