package dev.understudy.openapi.jsonpath;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the segments of a query (RFC 9535 section 2.5). */
final class QueryParser {
    private final Scanner scanner;
    private final FilterParser filters;

    QueryParser(Scanner scanner) {
        this.scanner = scanner;
        this.filters = new FilterParser(scanner, this);
    }

    /** The query that goes on here, behind its {@code $} or {@code @}. */
    Query query(boolean absolute) throws BadPath {
        var segments = new ArrayList<Query.Segment>();
        while (true) {
            if (scanner.takeAfterBlanks("[")) {
                segments.add(bracketed(false));
            } else if (scanner.takeAfterBlanks("..")) {
                segments.add(scanner.take("[") ? bracketed(true) : dotted(true));
            } else if (scanner.takeAfterBlanks(".")) {
                segments.add(dotted(false));
            } else {
                return new Query(absolute, List.copyOf(segments));
            }
        }
    }

    private Query.Segment dotted(boolean descendant) throws BadPath {
        boolean any = scanner.take("*");
        Selector selector = any ? Selector.wildcard() : Selector.name(scanner.name());
        return new Query.Segment(descendant, !descendant && !any, List.of(selector));
    }

    /** @param singular whether it chooses one value at most */
    private record Choice(Selector selector, boolean singular) {}

    private Query.Segment bracketed(boolean descendant) throws BadPath {
        var choices = new ArrayList<Choice>();
        do {
            scanner.blanks();
            choices.add(choice());
            scanner.blanks();
        } while (scanner.take(","));
        scanner.expect("]");
        boolean singular = !descendant && choices.size() == 1 && choices.get(0).singular();
        return new Query.Segment(
                descendant, singular, choices.stream().map(Choice::selector).toList());
    }

    private Choice choice() throws BadPath {
        if (scanner.isQuote()) {
            return new Choice(Selector.name(scanner.quoted()), true);
        } else if (scanner.take("*")) {
            return new Choice(Selector.wildcard(), false);
        } else if (scanner.take("?")) {
            scanner.blanks();
            return new Choice(Selector.filter(filters.condition()), false);
        }
        Long start = scanner.isInteger() ? (Long) scanner.integer() : null;
        if (scanner.takeAfterBlanks(":")) {
            Long end = bound();
            Long step = scanner.takeAfterBlanks(":") ? bound() : null;
            return new Choice(Selector.slice(new Slice(start, end, step == null ? 1 : step)), false);
        } else if (start == null) {
            throw scanner.wrong("a name in quotes, an index, a slice, \"*\" or \"?\"");
        }
        return new Choice(Selector.index(start), true);
    }

    private @Nullable Long bound() throws BadPath {
        scanner.blanks();
        return scanner.isInteger() ? (Long) scanner.integer() : null;
    }
}
