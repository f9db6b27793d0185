package dev.understudy.contract.argument;

import static java.util.stream.Collectors.joining;

import dev.understudy.api.Expected;
import dev.understudy.api.IgnoredKey;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.Violation.Spelt;
import dev.understudy.api.text.Printable;
import dev.understudy.contract.security.Access;
import dev.understudy.contract.style.LikelyMeaning;
import dev.understudy.contract.text.Query;
import dev.understudy.contract.text.QueryKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The keys that the query of an operation may have, and what others were meant for. What is a parameter in another
 * spelling would be lost without a word; keys that nobody knows pass, as browsers, proxies and signatures add them.
 */
public final class QueryNames {
    /** With fewer letters one that differs makes another word too often. */
    private static final int SURE = 5;

    /** With fewer still it makes nearly any. */
    private static final int LIKELY = 3;

    /** In characters. */
    private static final int LONGEST = 60;

    /** Parameters by their names and aliases. */
    private final Map<String, Argument> arguments = new LinkedHashMap<>();

    private final Set<String> known;
    /** Whether the whole query is one value, whatever its keys are. */
    private final boolean whole;

    private final List<StyledParameter> styled = new ArrayList<>();

    public QueryNames(List<Argument> all, Access access) {
        for (Argument argument : all) {
            if (argument instanceof CommaList list) {
                list.spellings().forEach(spelling -> arguments.put(spelling, list));
            } else if (argument instanceof StyledParameter parameter && argument.place() == Place.QUERY) {
                styled.add(parameter);
                parameter.keys().names().forEach(name -> arguments.put(name, parameter));
            } else if (argument.place() == Place.QUERY && !(argument instanceof QueryString)) {
                arguments.put(argument.name(), argument);
            }
        }
        whole = all.stream().anyMatch(QueryString.class::isInstance);
        known = new HashSet<>(arguments.keySet());
        known.addAll(access.queryKeys());
    }

    /**
     * What was found among the keys of a query.
     *
     * @param violations what is wrong with them
     * @param ignored those that nobody reads
     */
    public record Found(List<Violation> violations, List<IgnoredKey> ignored) {
        private static final Found NOTHING = new Found(List.of(), List.of());
    }

    /** What there is to say about the keys of this query; most have no others than parameters. */
    public Found in(Query query) {
        if (whole
                || known.containsAll(query.values().keySet())
                        && query.malformed().isEmpty()) {
            return Found.NOTHING;
        }
        var found = new Found(new ArrayList<>(), new ArrayList<>());
        query.malformed().forEach(piece -> found.violations().add(malformed(piece)));
        var spelt = new LinkedHashMap<String, List<String>>();
        for (String sent : query.values().keySet()) {
            if (!isKnown(sent, query)) {
                var key = new QueryKey(sent);
                first(key::isSpelling)
                        .ifPresentOrElse(
                                name -> spelt.computeIfAbsent(name, none -> new ArrayList<>())
                                        .add(sent),
                                () -> unknown(key, query, found));
            }
        }
        spelt.forEach((name, keys) -> found.violations().add(otherwise(name, keys, query)));
        return found;
    }

    private boolean isKnown(String key, Query query) {
        return known.contains(key) || styled.stream().anyMatch(parameter -> parameter.claims(key, query));
    }

    private void unknown(QueryKey key, Query query, Found found) {
        Optional<String> near = first(name -> letters(name) >= LIKELY && key.isOneLetterOff(name));
        if (near.isPresent() && letters(near.get()) >= SURE) {
            found.violations().add(misspelt(near.get(), key.sent(), query));
        } else {
            found.ignored().add(new IgnoredKey(key.sent(), near.orElse(null)));
        }
    }

    private static int letters(String name) {
        return QueryKey.letters(name).length();
    }

    private Optional<String> first(Predicate<String> test) {
        return arguments.keySet().stream().filter(test).findFirst();
    }

    private static Violation malformed(String piece) {
        return new Violation(Place.QUERY, "", "", "encoding", "be percent-encoded UTF-8", MessageText.text(piece));
    }

    private Violation misspelt(String name, String key, Query query) {
        List<String> values = query.all(key);
        return violation(key, Expected.be("a parameter of this operation"), "unknown")
                .suggesting(name)
                .spelt(repeated(key, values), read(name, values));
    }

    /** All keys that mean the same parameter together: a list may come with one for each item. */
    private Violation otherwise(String name, List<String> keys, Query query) {
        var values = new ArrayList<>(query.all(name));
        keys.forEach(key -> values.addAll(query.all(key)));
        String sent = keys.stream().map(key -> repeated(key, query.all(key))).collect(joining("&"));
        var spelt = new Spelt(sent, read(name, values));
        String expected = spelt.read().length() > LONGEST ? name + "=…" : spelt.read();
        String got = "sent " + new QueryKey(keys.get(0)).difference(name);
        return violation(keys.get(0), Expected.to("be sent as " + expected), got)
                .spelt(spelt.sent(), spelt.read());
    }

    private static Violation violation(String key, Expected expected, String got) {
        return new Violation(Place.QUERY, Printable.text(key), "", "name", expected, got);
    }

    private String read(String name, List<String> values) {
        if (arguments.get(name) instanceof Parameter parameter) {
            if (!parameter.form().list()) {
                return name + "=" + values.get(0);
            } else if (!parameter.form().separate()) {
                return name + "=" + String.join(",", values);
            }
        }
        return arguments.get(name) instanceof StyledParameter parameter
                        && parameter.name().equals(name)
                ? parameter.written(LikelyMeaning.list(values))
                : repeated(name, values);
    }

    private static String repeated(String name, List<String> values) {
        return values.stream().map(value -> Printable.text(name) + "=" + value).collect(joining("&"));
    }
}
