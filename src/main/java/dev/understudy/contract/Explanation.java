package dev.understudy.contract;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
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
        var violations = new LinkedHashMap<Violation, Violation>();
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

    private void add(Violation violation, Site site, Map<Violation, Violation> violations) {
        Violation ruled = violation.rule().isEmpty() ? violation.ruledBy(book.place(site.schema())) : violation;
        violations.putIfAbsent(violation.ruledBy(""), ruled);
    }

    /** Where an error comes from: the keyword's place in the document, and the value's place in the instance. */
    private record Site(String schema, String instance, String keyword) {
        boolean isChoice() {
            return keyword.equals("oneOf") || keyword.equals("anyOf");
        }
    }

    /** Follows the way that the validator took, up to its end or up to the first choice between variants. */
    private Site site(Error error) {
        NodePath way = error.getEvaluationPath();
        NodePath where = error.getInstanceLocation();
        String here = schema;
        int depth = 0;
        for (int i = 0; i < way.getNameCount(); i++) {
            here = book.dereferenced(here);
            String step = String.valueOf(way.getElement(i));
            if (step.equals("$ref")) {
                continue;
            }
            if (step.equals("oneOf") || step.equals("anyOf") || i == way.getNameCount() - 1) {
                return new Site(here, instanceTo(where, depth), step);
            }
            here = Pointers.child(here, step);
            if (DESCENDING.contains(step)) {
                depth++;
            }
            if (step.equals("properties") || step.equals("allOf")) {
                here = Pointers.child(here, String.valueOf(way.getElement(++i)));
            }
        }
        return new Site(here, instanceTo(where, depth), error.getKeyword());
    }

    private static String instanceTo(NodePath where, int depth) {
        String pointer = "";
        for (int i = 0; i < depth; i++) {
            pointer = Pointers.child(pointer, String.valueOf(where.getElement(i)));
        }
        return pointer;
    }

    private Violation violation(Error error, Site site) {
        String instance = instanceTo(
                error.getInstanceLocation(), error.getInstanceLocation().getNameCount());
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
