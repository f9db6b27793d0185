package dev.understudy.mocks.anyspec.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Spelling;
import dev.understudy.mocks.anyspec.odata.Term.Literal;
import dev.understudy.mocks.anyspec.roles.parameters.Comparison;
import dev.understudy.mocks.anyspec.roles.schemas.Instants;
import dev.understudy.mocks.anyspec.roles.schemas.Name;
import dev.understudy.mocks.anyspec.roles.schemas.Properties;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses a filter from left to right, up to its end or the first error or unsupported part. */
public final class ODataFilter {
    /** The result of parsing a filter. */
    public sealed interface Read {
        record Understood(Term term) implements Read {}

        /** Valid OData that is not supported here. */
        record Unknown(String why) implements Read {}

        record Wrong(Expected expected) implements Read {}
    }

    private static final Map<String, Comparison> OPERATORS = Map.of(
            "eq", Comparison.EQUAL,
            "ne", Comparison.DIFFERENT,
            "gt", Comparison.GREATER,
            "ge", Comparison.AT_LEAST,
            "lt", Comparison.LESS,
            "le", Comparison.AT_MOST);

    private static final Map<Comparison, Comparison> MIRRORED = Map.of(
            Comparison.GREATER, Comparison.LESS,
            Comparison.LESS, Comparison.GREATER,
            Comparison.AT_LEAST, Comparison.AT_MOST,
            Comparison.AT_MOST, Comparison.AT_LEAST);

    private static final Map<String, Comparison> TESTS = Map.of(
            "contains", Comparison.CONTAINS,
            "startswith", Comparison.BEGINS,
            "endswith", Comparison.ENDS);

    private static final List<String> CASES = List.of("tolower", "toupper");

    /** OData functions and operators that are not supported here. */
    private static final List<String> FOREIGN = Name.listed(
            """
            length indexof substring substringof trim concat matchespattern year month day hour minute second
            fractionalseconds totalseconds date time totaloffsetminutes mindatetime maxdatetime now round floor ceiling
            cast isof case hassubset hassubsequence add sub mul div divby mod has
            """);

    /** Unsupported literals that start with a type name. */
    private static final Pattern UNREAD =
            Pattern.compile("(duration|binary|geography|geometry)'.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The maximum depth of parentheses, functions and {@code not}. */
    private static final int DEEPEST = 50;

    /** The maximum number of functions, properties and values in a filter, since each is evaluated for each record. */
    private static final int MOST = 400;

    /** The maximum number of names that a message lists. */
    private static final int NAMED = 8;

    private static final Term NOTHING = new Literal(MissingNode.getInstance(), Literal.Kind.NULL);

    private final Properties properties;
    private final List<Token> tokens;
    private int next;
    private int depth;
    private int count;
    private @Nullable Read problem;

    private ODataFilter(String text, Properties properties) {
        this.properties = properties;
        this.tokens = Token.of(text);
    }

    /** Parses a text as a filter of records with these properties. */
    public static Read read(String text, Properties properties) {
        var filter = new ODataFilter(text, properties);
        Term term = filter.expression();
        if (filter.here().kind() != Token.Kind.END) {
            filter.misplaced();
        }
        filter.judge(term);
        return filter.problem == null ? new Read.Understood(term) : filter.problem;
    }

    private Token here() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = here();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    private boolean takes(String sign) {
        boolean is = here().is(sign);
        next += is ? 1 : 0;
        return is;
    }

    /** Skips the rest; only the first problem is reported. */
    private Term stop(Read why) {
        problem = problem == null ? why : problem;
        next = tokens.size() - 1;
        return NOTHING;
    }

    /** @param what what is expected there */
    private Term wrong(Token at, String what) {
        return stop(new Read.Wrong(Expected.to("have, at character " + at.at() + ", " + what)));
    }

    private Term unknown(String why) {
        return stop(new Read.Unknown(why));
    }

    private Term misplaced() {
        Token token = here();
        boolean word = token.kind() == Token.Kind.WORD;
        if (word && FOREIGN.contains(token.text().toLowerCase(Locale.ROOT))) {
            return unknown("the operator " + token.text() + " of OData is not evaluated");
        }
        Optional<String> meant = word
                ? Spelling.nearest(token.text(), List.of("eq", "ne", "gt", "ge", "lt", "le", "in", "and", "or"))
                : Optional.empty();
        String question = meant.map(each -> "; " + Spelling.question(each)).orElse("");
        return token.kind() == Token.Kind.UNSIGNED
                ? unsigned(token)
                : wrong(token, "an operator such as eq, gt or and, or its end" + question);
    }

    private Term unsigned(Token token) {
        return wrong(token, "a time such as 2026-03-01T12:00:00+01:00, with its + written as %2B");
    }

    /** A condition, or a value in parentheses. */
    private Term expression() {
        return joined("or", () -> joined("and", this::comparison));
    }

    private Term joined(String word, Inner inner) {
        var terms = new ArrayList<>(List.of(inner.read()));
        while (here().isWord(word)) {
            judge(terms.get(terms.size() - 1));
            take();
            terms.add(inner.read());
        }
        if (terms.size() == 1) {
            return terms.get(0);
        }
        judge(terms.get(terms.size() - 1));
        return new Term.Joined(word.equals("and"), terms);
    }

    /** At the end of a term, checks that it can be true or false. */
    private void judge(Term term) {
        if (problem == null && !term.isCondition()) {
            wrong(here(), "eq, ne, gt, ge, lt, le or in, as the value before it is neither true nor false");
        }
    }

    private boolean takesWord(String word) {
        boolean is = here().isWord(word);
        next += is ? 1 : 0;
        return is;
    }

    /** An operand of {@code and} or {@code or}, which is true or false. */
    private Term comparison() {
        Term left = operand();
        Token operator = here();
        Comparison comparison = operator.kind() == Token.Kind.WORD
                ? OPERATORS.get(operator.text().toLowerCase(Locale.ROOT))
                : null;
        if (comparison != null) {
            take();
            Token second = here();
            return compared(left, comparison, operand(), second);
        }
        return left;
    }

    private interface Inner {
        Term read();
    }

    private Term deeper(Inner inner) {
        if (depth == DEEPEST) {
            return stop(new Read.Wrong(Expected.be("at most " + DEEPEST + " levels deep")));
        }
        depth++;
        Term term = inner.read();
        depth--;
        return term;
    }

    private Term compared(Term left, Comparison comparison, Term right, Token at) {
        if (left instanceof Literal && !(right instanceof Literal)) {
            return compared(right, MIRRORED.getOrDefault(comparison, comparison), left, at);
        }
        return demands(left, right, at) ? new Term.Compared(comparison, left, right) : NOTHING;
    }

    private Term oneOf(Term value) {
        var options = new ArrayList<Literal>();
        Token open = here();
        if (!takes("(")) {
            if (open.kind() == Token.Kind.WORD) {
                // A list property is allowed here.
                operand();
            }
            return wrong(open, "values in parentheses, such as ('a','b')");
        }
        do {
            Token at = here();
            if (!(operand() instanceof Literal option)) {
                return wrong(at, "a value such as 'red' or 5");
            } else if (!demands(value, option, at)) {
                return NOTHING;
            }
            options.add(option);
        } while (takes(","));
        return takes(")") ? new Term.OneOf(value, options) : wrong(here(), "a , or )");
    }

    /**
     * An operand of a comparison: {@code in} binds more tightly than {@code not}, which binds more tightly than
     * {@code eq}.
     */
    private Term operand() {
        Token token = take();
        if (token.isWord("not")) {
            return deeper(this::negated);
        }
        Term value = token.is("(") ? deeper(this::inner) : counted(token);
        return takesWord("in") ? oneOf(value) : value;
    }

    private Term counted(Token token) {
        count++;
        return count > MOST
                ? stop(new Read.Wrong(Expected.to("have at most " + MOST + " functions, properties and values")))
                : single(token);
    }

    /** {@code not a eq b} means {@code (not a) eq b} (4.01, part 2, section 5.1.1.17). */
    private Term negated() {
        Token at = here();
        Term term = operand();
        return term.isCondition()
                ? new Term.Not(term)
                : wrong(at, "what is true or false; a comparison behind not in parentheses, as in not (id eq 5)");
    }

    /** A value, or a function of values. */
    private Term single(Token token) {
        return switch (token.kind()) {
            case TEXT ->
                UNREAD.matcher(token.text()).matches()
                        ? unknown("the literal " + token.text() + " of OData is not evaluated")
                        : literal(Literal.Kind.TEXT, TextNode.valueOf(quoted(token.text())));
            case GUID -> literal(Literal.Kind.GUID, TextNode.valueOf(token.text()));
            case TIME -> time(token);
            case CLOCK -> unknown("the time of day " + token.text() + " of OData is not evaluated");
            case NUMBER -> literal(Literal.Kind.NUMBER, DecimalNode.valueOf(new BigDecimal(token.text())));
            case UNSIGNED -> unsigned(token);
            case WORD -> here().is("(") ? deeper(() -> function(token)) : word(token);
            case SIGN, OTHER, END ->
                token.text().equals("-") && here().kind() != Token.Kind.END
                        ? unknown("the operator - of OData is not evaluated")
                        : valueless(token);
        };
    }

    private Term time(Token token) {
        Literal literal = literal(Literal.Kind.TIME, TextNode.valueOf(token.text()));
        return Instants.of(literal.value()).isPresent() ? literal : wrong(token, ValueDemand.MOMENT);
    }

    private Term valueless(Token token) {
        return wrong(
                token,
                token.text().equals("'")
                        ? "a text that ends with another '"
                        : "a property or a value, such as 'red', 5 or null");
    }

    private static Literal literal(Literal.Kind kind, JsonNode value) {
        return new Literal(value, kind);
    }

    /** The text between quotes; a quote inside it is doubled. */
    private static String quoted(String written) {
        return written.substring(written.indexOf('\'') + 1, written.length() - 1)
                .replace("''", "'");
    }

    private Term inner() {
        Term term = expression();
        return takes(")") ? term : here().kind() == Token.Kind.END ? wrong(here(), "a )") : misplaced();
    }

    private Term word(Token token) {
        if (token.isWord("null")) {
            return NOTHING;
        }
        boolean truth = token.isWord("true");
        return truth || token.isWord("false")
                ? literal(Literal.Kind.TRUTH, BooleanNode.valueOf(truth))
                : property(token);
    }

    private Term property(Token token) {
        List<String> path = List.of(token.text().split("/"));
        Optional<Property> property = properties.at(path);
        if (property.isPresent()) {
            return property.get().several()
                    ? unknown(property.get() + " is a list, and any and all of OData are not evaluated")
                    : new Term.Path(property.get());
        } else if (token.text().startsWith("$")
                || token.text().startsWith("@")
                || token.text().contains("/$")
                || token.text().matches("INF|NaN")
                || isCast(path)) {
            return unknown(token.text() + " of OData is not evaluated");
        } else if (!properties.isKnown(path)) {
            return unknown("the document does not say that there is a property " + token.text());
        }
        List<String> names = properties.all().stream()
                .map(each -> String.join("/", each.path()))
                .toList();
        String meant = Spelling.nearest(token.text(), names)
                .map(each -> "; " + Spelling.question(each))
                .orElse("");
        return wrong(
                token,
                "the name of a property of the records, such as "
                        + String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                        + meant);
    }

    /** Whether a qualified type name comes before a property. */
    private static boolean isCast(List<String> path) {
        return path.subList(0, path.size() - 1).stream().anyMatch(step -> step.contains("."));
    }

    private Term function(Token name) {
        String function = name.text().toLowerCase(Locale.ROOT);
        take();
        Comparison test = TESTS.get(function);
        if (test != null) {
            Term text = text();
            if (!takes(",")) {
                return wrong(here(), "a , and what the text is to have");
            }
            Term part = text();
            return takes(")") ? new Term.Within(test, text, part) : wrong(here(), "a )");
        } else if (CASES.contains(function)) {
            Term text = text();
            return takes(")") ? new Term.Cased(function.equals("toupper"), text) : wrong(here(), "a )");
        }
        if (FOREIGN.contains(function) || function.matches(".*/(any|all)|.*[.$].*")) {
            return unknown("the function " + name.text() + " of OData is not evaluated");
        }
        var known = new ArrayList<>(TESTS.keySet().stream().sorted().toList());
        known.addAll(CASES);
        String meant = Spelling.nearest(function, known)
                .map(each -> "; " + Spelling.question(each))
                .orElse("");
        return wrong(name, "a function such as " + String.join(", ", known) + meant);
    }

    /** An argument that is a text, or null. */
    private Term text() {
        Token token = here();
        Term term = operand();
        boolean text = term instanceof Literal literal
                ? literal.kind() == Literal.Kind.TEXT || literal.kind() == Literal.Kind.NULL
                : term instanceof Term.Cased
                        || (term instanceof Term.Path path
                                && path.property().schema().isText());
        return text ? term : wrong(token, "a text, such as 'red'");
    }

    /** Whether two values can be compared; if not, reports what the second must be. */
    private boolean demands(Term left, Term right, Token at) {
        boolean literal = right instanceof Literal;
        if (!literal && ValueDemand.isObject(left) && ValueDemand.isObject(right)) {
            unknown("objects are not compared with each other");
        }
        String demand = literal ? ValueDemand.of(left, (Literal) right) : ValueDemand.of(left, right);
        if (problem == null && !demand.isEmpty()) {
            wrong(at, demand);
        }
        return problem == null;
    }
}
