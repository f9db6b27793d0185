package dev.understudy.contract;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the validator found wrong with one value, in our words and without noise: of variants only the one that was
 * meant, nothing twice, and nothing about a value that is of the wrong type altogether.
 */
record Explanation(SchemaBook book, String schema, Place place, String name, String at, JsonNode value) {
    private static final int MOST = 100;
    private static final Set<String> DESCENDING = Set.of("properties", "items", "additionalProperties");

    List<Violation> of(List<Error> errors) {
        // One thing is said once, also when two schemas ask for it.
        var violations = new LinkedHashMap<String, Violation>();
        var explained = new LinkedHashSet<Site>();
        for (Error error : errors) {
            Site site = site(error);
            if (!site.isChoice()) {
                add(violation(error, site), site, violations);
            } else if (explained.add(site)) {
                JsonNode chooser = value.at(site.instance());
                new Choice(book, site.schema(), site.keyword(), place, name, at + site.instance(), chooser)
                        .violations()
                        .forEach(violation -> add(violation, site, violations));
            }
            if (violations.size() >= MOST) {
                break;
            }
        }
        return withoutConsequences(violations.values());
    }

    private void add(Violation violation, Site site, Map<String, Violation> violations) {
        violations.putIfAbsent(
                violation.keyword() + " " + violation.message(),
                violation.rule().isEmpty() ? violation.ruledBy(book.place(site.schema())) : violation);
    }

    /** Where an error comes from: the keyword's place in the document, and the value's place in the instance. */
    private record Site(String schema, String instance, String keyword) {
        boolean isChoice() {
            return keyword.equals("oneOf") || keyword.equals("anyOf");
        }
    }

    /** Follows the way that the validator took, up to its end or up to the first choice between variants. */
    private Site site(Error error) {
        List<String> way = steps(error.getEvaluationPath());
        List<String> where = steps(error.getInstanceLocation());
        String here = schema;
        int depth = 0;
        for (int i = 0; i < way.size(); i++) {
            here = book.dereferenced(here);
            String step = way.get(i);
            if (step.equals("$ref")) {
                continue;
            }
            if (step.equals("oneOf") || step.equals("anyOf") || i == way.size() - 1) {
                return new Site(here, pointer(where.subList(0, depth)), step);
            }
            here = Pointers.child(here, step);
            if (DESCENDING.contains(step)) {
                depth++;
            }
            if (step.equals("properties") || step.equals("allOf")) {
                here = Pointers.child(here, way.get(++i));
            }
        }
        return new Site(here, pointer(where.subList(0, depth)), error.getKeyword());
    }

    /** The steps of a path from its root; a path knows only its last one, and to ask it for each takes long. */
    private static List<String> steps(NodePath path) {
        var steps = new ArrayDeque<String>();
        for (NodePath here = path; here.getParent() != null; here = here.getParent()) {
            steps.addFirst(String.valueOf(here.getElement(-1)));
        }
        return new ArrayList<>(steps);
    }

    private static String pointer(List<String> steps) {
        String pointer = "";
        for (String step : steps) {
            pointer = Pointers.child(pointer, step);
        }
        return pointer;
    }

    private Violation violation(Error error, Site site) {
        String instance = pointer(steps(error.getInstanceLocation()));
        JsonNode found = value.at(instance);
        JsonNode keywords = book.schema(site.schema());
        String keyword = error.getKeyword();
        String key = error.getProperty();
        if (key != null && keyword.equals("required")) {
            return new Violation(place, name, Pointers.child(at + instance, key), keyword, "be given", "missing");
        }
        if (key != null && keyword.equals("additionalProperties")) {
            var known = new ArrayList<String>();
            keywords.path("properties").fieldNames().forEachRemaining(known::add);
            String hint = Nearest.to(key, known)
                    .map(near -> " (did you mean \"" + near + "\"?)")
                    .orElse("");
            String got = Shown.value(found.path(key));
            return new Violation(place, name, Pointers.child(at + instance, key), keyword, "be left out" + hint, got);
        }
        return new Violation(
                place, name, at + instance, keyword, Wording.expected(keyword, keywords), Shown.value(found));
    }

    /** A value of the wrong type is also none of the enum's, and so on: the type says it all. */
    private static List<Violation> withoutConsequences(Collection<Violation> violations) {
        Set<String> mistyped = violations.stream()
                .filter(violation -> violation.keyword().equals("type"))
                .map(Violation::pointer)
                .collect(toSet());
        return violations.stream()
                .filter(violation -> violation.keyword().equals("type") || !mistyped.contains(violation.pointer()))
                .toList();
    }
}
