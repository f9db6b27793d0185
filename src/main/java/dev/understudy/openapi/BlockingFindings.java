package dev.understudy.openapi;

import dev.understudy.openapi.source.Note;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the fault or the gap that stops an operation: in its own parts, or in what these reach by {@code $ref}. */
public final class BlockingFindings {
    private final NavigableMap<String, Note> notes = new TreeMap<>();
    private final NavigableMap<String, String> references;
    private final Map<String, List<String>> leading = new HashMap<>();

    BlockingFindings(Document document, List<Note> all) {
        Outline outline = document.outline();
        references = outline.references();
        all.stream()
                .filter(note -> note.level().stops() && !outline.isAside(note.pointer()))
                .forEach(note -> notes.putIfAbsent(note.pointer(), note));
    }

    /** Whether nothing stops anything. */
    public boolean isEmpty() {
        return notes.isEmpty();
    }

    /**
     * The pointer of what stops an operation that is made of these parts; empty if nothing does.
     *
     * @param alone the pointers of what counts without its parts
     * @param whole the pointers of what counts with its parts, and with all that these refer to
     */
    public Optional<String> first(Collection<String> alone, Collection<String> whole) {
        if (notes.isEmpty()) {
            return Optional.empty();
        }
        for (String pointer : alone) {
            if (notes.containsKey(pointer)) {
                return Optional.of(pointer);
            }
        }
        var seen = new HashSet<String>(whole);
        Deque<String> next = new ArrayDeque<>(whole);
        while (!next.isEmpty()) {
            String pointer = next.remove();
            Optional<String> own = within(notes, pointer).keySet().stream().findFirst();
            if (own.isPresent()) {
                return own;
            }
            leading.computeIfAbsent(pointer, this::leading).stream()
                    .filter(seen::add)
                    .forEach(next::add);
        }
        return Optional.empty();
    }

    private List<String> leading(String pointer) {
        return new ArrayList<>(within(references, pointer).values());
    }

    /** What stands at the pointer or below it. */
    private static <T> NavigableMap<String, T> within(NavigableMap<String, T> all, String pointer) {
        var within = new TreeMap<>(all.subMap(pointer + "/", true, pointer + "0", false));
        if (all.containsKey(pointer)) {
            within.put(pointer, all.get(pointer));
        }
        return within;
    }
}
