package dev.understudy.load;

import dev.understudy.api.MessageText;
import dev.understudy.api.Spelling;
import dev.understudy.load.text.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that references lead somewhere, and where they may not lead back to their own record, that they do not. */
final class References {
    /** A misspelt id is looked for among so many; comparing it with a million would keep people waiting. */
    private static final int ENOUGH = 10_000;

    private References() {}

    static void checkTargets(List<Keys.Reference> references, Loaded<?> target, Report report) {
        Set<String> ids = target.keys().ids();
        String expected = "name a record of " + target.collection().path();
        for (Keys.Reference reference : references) {
            if (!ids.contains(reference.target())) {
                Finding finding = Finding.of(reference.location(), "reference", expected, quoted(reference));
                report.add(target.removals()
                        .apply(reference.target())
                        .map(place -> finding.hint(place.text() + " removes it"))
                        .orElseGet(() -> finding.suggesting(
                                meant(reference.target(), ids).orElse(null))));
            }
        }
    }

    /** The id that was probably meant. */
    static Optional<String> meant(String id, Set<String> ids) {
        return ids.size() > ENOUGH ? Optional.empty() : Spelling.nearest(id, ids);
    }

    /** Walks from record to record without recursion, since a chain may be as long as the collection. */
    static void checkCircles(List<Keys.Reference> references, Report report) {
        Map<String, List<Keys.Reference>> graph = new LinkedHashMap<>();
        for (Keys.Reference reference : references) {
            if (reference.owner() != null) {
                graph.computeIfAbsent(reference.owner(), owner -> new ArrayList<>())
                        .add(reference);
            }
        }
        Set<String> done = new HashSet<>();
        for (String start : graph.keySet()) {
            if (done.add(start)) {
                walk(start, graph, done, report);
            }
        }
    }

    private static void walk(String start, Map<String, List<Keys.Reference>> graph, Set<String> done, Report report) {
        // The records on the way from the start to here, each with the references that are still to be followed.
        Map<String, Iterator<Keys.Reference>> way = new LinkedHashMap<>();
        Deque<String> last = new ArrayDeque<>();
        way.put(start, follow(start, graph));
        last.push(start);
        while (!last.isEmpty()) {
            Iterator<Keys.Reference> rest =
                    way.getOrDefault(last.peek(), List.<Keys.Reference>of().iterator());
            if (!rest.hasNext()) {
                way.remove(last.pop());
                continue;
            }
            Keys.Reference reference = rest.next();
            String target = reference.target();
            if (way.containsKey(target)) {
                List<String> circle = new ArrayList<>(way.keySet());
                report.add(circle(reference, circle.subList(circle.indexOf(target), circle.size()), graph, report));
            } else if (done.add(target)) {
                way.put(target, follow(target, graph));
                last.push(target);
            }
        }
    }

    private static Iterator<Keys.Reference> follow(String id, Map<String, List<Keys.Reference>> graph) {
        return graph.getOrDefault(id, List.of()).iterator();
    }

    private static Finding circle(
            Keys.Reference closing, List<String> ids, Map<String, List<Keys.Reference>> graph, Report report) {
        // Of all that are part of it, the one in the highest layer made a circle of what was none below.
        Keys.Reference last = closing;
        for (int i = 0; i + 1 < ids.size(); i++) {
            String next = ids.get(i + 1);
            for (Keys.Reference reference : graph.getOrDefault(ids.get(i), List.of())) {
                boolean higher = report.layer(reference.location()) > report.layer(last.location());
                last = reference.target().equals(next) && higher ? reference : last;
            }
        }
        int start = ids.indexOf(last.target());
        List<String> circle = new ArrayList<>(ids.subList(start, ids.size()));
        circle.addAll(ids.subList(0, start));
        circle.add(last.target());
        return Finding.of(last.location(), "acyclic", "not lead back to its own record", quoted(last))
                .hint(String.join(" → ", circle));
    }

    private static String quoted(Keys.Reference reference) {
        return MessageText.text(reference.target());
    }
}
