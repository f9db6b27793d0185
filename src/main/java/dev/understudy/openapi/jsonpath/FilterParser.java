package dev.understudy.openapi.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the expression of a filter (RFC 9535 sections 2.3.5 and 2.4). */
final class FilterParser {
    /** How deep expressions may nest. */
    private static final int DEEPEST = 20;

    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,99})?([eE][-+]?[0-9]{1,3})?");
    private static final Pattern FUNCTION = Pattern.compile("[a-z][a-z0-9_]*(?=\\()");

    private final Scanner scanner;
    private final QueryParser queries;
    private int depth;

    FilterParser(Scanner scanner, QueryParser queries) {
        this.scanner = scanner;
        this.queries = queries;
    }

    /** One side of a comparison, or what is tested; the query is there if it is one. */
    private record Term(Operand operand, Optional<Query> query) {}

    Condition condition() throws BadPath {
        if (++depth > DEEPEST) {
            throw scanner.wrong("at most " + DEEPEST + " levels of expressions");
        }
        Condition any = all();
        while (scanner.takeAfterBlanks("||")) {
            scanner.blanks();
            Condition left = any;
            Condition right = all();
            any = (current, run) -> left.holds(current, run) || right.holds(current, run);
        }
        depth--;
        return any;
    }

    private Condition all() throws BadPath {
        Condition all = basic();
        while (scanner.takeAfterBlanks("&&")) {
            scanner.blanks();
            Condition left = all;
            Condition right = basic();
            all = (current, run) -> left.holds(current, run) && right.holds(current, run);
        }
        return all;
    }

    private Condition basic() throws BadPath {
        boolean not = scanner.take("!");
        if (not) {
            scanner.blanks();
        }
        Condition condition = scanner.take("(") ? grouped() : tested(not);
        return not ? (current, run) -> !condition.holds(current, run) : condition;
    }

    private Condition grouped() throws BadPath {
        scanner.blanks();
        Condition condition = condition();
        scanner.blanks();
        scanner.expect(")");
        return condition;
    }

    private Condition tested(boolean negated) throws BadPath {
        Term left = term();
        Optional<Comparison> comparison = negated ? Optional.empty() : comparison();
        if (comparison.isPresent()) {
            scanner.blanks();
            Operand one = single(left);
            Operand other = single(term());
            Comparison how = comparison.get();
            return (current, run) -> how.holds(one.value(current, run), other.value(current, run));
        }
        Query query = left.query().orElseThrow(() -> scanner.wrong("a comparison"));
        return (current, run) -> !query.nodes(current, run).isEmpty();
    }

    private Optional<Comparison> comparison() {
        for (Comparison each : Comparison.values()) {
            if (scanner.takeAfterBlanks(each.sign())) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private Operand single(Term term) throws BadPath {
        if (term.query().filter(query -> !query.isSingular()).isPresent()) {
            throw scanner.wrong("a query for one value, to compare it, before this");
        }
        return term.operand();
    }

    private Term term() throws BadPath {
        if (scanner.take("@")) {
            return term(queries.query(false));
        } else if (scanner.take("$")) {
            return term(queries.query(true));
        } else if (scanner.isQuote()) {
            return literal(TextNode.valueOf(scanner.quoted()));
        }
        String function = scanner.matched(FUNCTION);
        if (!function.isEmpty()) {
            return new Term(called(function), Optional.empty());
        }
        String number = scanner.matched(NUMBER);
        if (!number.isEmpty()) {
            return literal(DecimalNode.valueOf(new BigDecimal(number)));
        } else if (scanner.take("true")) {
            return literal(BooleanNode.TRUE);
        } else if (scanner.take("false")) {
            return literal(BooleanNode.FALSE);
        } else if (scanner.take("null")) {
            return literal(NullNode.getInstance());
        }
        throw scanner.wrong("@, $, a value or a function");
    }

    private static Term term(Query query) {
        return new Term((current, run) -> only(query.nodes(current, run)), Optional.of(query));
    }

    private static Term literal(JsonNode value) {
        return new Term((current, run) -> value, Optional.empty());
    }

    static JsonNode only(List<Located> nodes) {
        return nodes.size() == 1 ? nodes.get(0).value() : MissingNode.getInstance();
    }

    private Operand called(String name) throws BadPath {
        if (!Function.isKnown(name)) {
            throw scanner.wrong("one of the functions length, count and value, not " + name + ",");
        }
        if (++depth > DEEPEST) {
            throw scanner.wrong("at most " + DEEPEST + " levels of expressions");
        }
        scanner.expect("(");
        scanner.blanks();
        Term argument = term();
        scanner.blanks();
        scanner.expect(")");
        depth--;
        if (name.equals("length")) {
            Operand of = single(argument);
            return (current, run) -> Function.length(of.value(current, run));
        }
        Query query = argument.query().orElseThrow(() -> scanner.wrong("a query in " + name + " before this"));
        return name.equals("count")
                ? (current, run) -> Function.count(query.nodes(current, run))
                : (current, run) -> only(query.nodes(current, run));
    }
}
