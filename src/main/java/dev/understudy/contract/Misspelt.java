package dev.understudy.contract;

import static java.util.stream.Collectors.joining;

import dev.understudy.api.Shown;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a query no argument would take, though it was meant for one. Unknown keys pass, as proxies add them; a list
 * that the contract does not have would be lost without a word.
 */
final class Misspelt {
    private static final String BRACKETS = "[]";

    private Misspelt() {}

    static List<Violation> of(Operation operation, Query query) {
        if (query.values().isEmpty() && query.malformed().isEmpty()) {
            return List.of();
        }
        Map<String, Argument> known = known(operation);
        var violations = new ArrayList<Violation>();
        query.malformed()
                .forEach(piece -> violations.add(
                        new Violation(Place.QUERY, "", "", "encoding", "be percent-encoded UTF-8", Shown.text(piece))));
        query.values().forEach((name, values) -> {
            String plain = name.endsWith(BRACKETS) ? name.substring(0, name.length() - BRACKETS.length()) : name;
            Argument meant = known.get(plain);
            if (meant != null && !known.containsKey(name)) {
                violations.add(
                        new Violation(Place.QUERY, name, "", "name", "be sent as " + plain + "=…", "sent with brackets")
                                .spelt(repeated(name, values), read(meant, plain, values)));
            }
        });
        return violations;
    }

    private static Map<String, Argument> known(Operation operation) {
        var known = new HashMap<String, Argument>();
        for (Argument argument : operation.arguments()) {
            if (argument instanceof CommaList list) {
                list.spellings().forEach(spelling -> known.put(spelling, list));
            } else if (argument.place() == Place.QUERY) {
                known.put(argument.name(), argument);
            }
        }
        return known;
    }

    private static String read(Argument argument, String name, List<String> values) {
        boolean commas = argument instanceof Parameter parameter
                && parameter.form().list()
                && !parameter.form().separate();
        return commas ? name + "=" + String.join(",", values) : repeated(name, values);
    }

    private static String repeated(String name, List<String> values) {
        return values.stream().map(value -> name + "=" + value).collect(joining("&"));
    }
}
