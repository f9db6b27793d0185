package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.mocks.anyspec.odata.Term;
import dev.understudy.mocks.anyspec.roles.parameters.Comparison;
import dev.understudy.mocks.anyspec.roles.schemas.Instants;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tests whether an OData filter is true for a record. A missing node is null: a function of it is neither true nor
 * false, and it is compared as OData 4.01 defines (part 2, section 5.1.1.1).
 */
final class ODataMatching {
    /** The case of its digits does not matter (RFC 9562, section 4). */
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

    private ODataMatching() {}

    static boolean holds(Term term, JsonNode record) {
        return value(term, record).booleanValue();
    }

    private static JsonNode value(Term term, JsonNode record) {
        if (term instanceof Term.Path path) {
            return path.property().of(record);
        } else if (term instanceof Term.Literal literal) {
            return literal.value();
        } else if (term instanceof Term.Cased cased) {
            return cased(cased, value(cased.text(), record));
        } else if (term instanceof Term.Compared compared) {
            return BooleanNode.valueOf(
                    compares(value(compared.left(), record), compared.comparison(), value(compared.right(), record)));
        }
        if (term instanceof Term.OneOf one) {
            JsonNode value = value(one.value(), record);
            return BooleanNode.valueOf(
                    one.options().stream().anyMatch(option -> compares(value, Comparison.EQUAL, option.value())));
        } else if (term instanceof Term.Within within) {
            return within(within, value(within.text(), record), value(within.part(), record));
        } else if (term instanceof Term.Not not) {
            JsonNode value = value(not.term(), record);
            return value.isBoolean() ? BooleanNode.valueOf(!value.booleanValue()) : MissingNode.getInstance();
        }
        return joined((Term.Joined) term, record);
    }

    /** A value that decides alone takes precedence, then null, then the other value. */
    private static JsonNode joined(Term.Joined joined, JsonNode record) {
        JsonNode result = BooleanNode.valueOf(joined.all());
        for (Term term : joined.terms()) {
            JsonNode value = value(term, record);
            if (value.isBoolean() && value.booleanValue() != joined.all()) {
                return value;
            }
            result = value.isBoolean() ? result : MissingNode.getInstance();
        }
        return result;
    }

    private static JsonNode cased(Term.Cased cased, JsonNode text) {
        if (!text.isTextual()) {
            return MissingNode.getInstance();
        }
        String value = text.textValue();
        return TextNode.valueOf(cased.upper() ? value.toUpperCase(Locale.ROOT) : value.toLowerCase(Locale.ROOT));
    }

    private static JsonNode within(Term.Within within, JsonNode text, JsonNode part) {
        if (!text.isTextual() || !part.isTextual()) {
            return MissingNode.getInstance();
        }
        String value = text.textValue();
        return BooleanNode.valueOf(
                switch (within.comparison()) {
                    case BEGINS -> value.startsWith(part.textValue());
                    case ENDS -> value.endsWith(part.textValue());
                    default -> value.contains(part.textValue());
                });
    }

    private static boolean compares(JsonNode value, Comparison comparison, JsonNode other) {
        if (value.isMissingNode() || other.isMissingNode()) {
            return switch (comparison) {
                case EQUAL, AT_LEAST, AT_MOST -> value.isMissingNode() && other.isMissingNode();
                case DIFFERENT -> value.isMissingNode() != other.isMissingNode();
                default -> false;
            };
        }
        return switch (comparison) {
            case EQUAL -> equal(value, other);
            case DIFFERENT -> !equal(value, other);
            default -> ordered(value, comparison, other);
        };
    }

    private static boolean equal(JsonNode value, JsonNode other) {
        if (value.isContainerNode() || other.isContainerNode() || value.isBoolean() != other.isBoolean()) {
            return false;
        }
        if (value.isTextual() && GUID.matcher(value.textValue()).matches()) {
            return value.textValue().equalsIgnoreCase(other.asText());
        }
        // A number may be written as a text, and a time as a number; a date equals all times on it.
        return value.isNumber() == other.isNumber()
                ? Matching.equal(value, other) || value.isTextual() && other.isTextual() && Matching.equal(other, value)
                : ordered(value, Comparison.AT_LEAST, other) && ordered(value, Comparison.AT_MOST, other);
    }

    /** Texts are compared by character, even if they look like numbers; true is greater than false. */
    private static boolean ordered(JsonNode value, Comparison comparison, JsonNode other) {
        boolean texts = value.isTextual()
                && other.isTextual()
                && (moment(value).isEmpty() || moment(other).isEmpty());
        boolean truths = value.isBoolean() && other.isBoolean();
        if (!texts && !truths) {
            return Matching.compares(value, comparison, other);
        }
        int order = truths
                ? Boolean.compare(value.booleanValue(), other.booleanValue())
                : value.textValue().compareTo(other.textValue());
        return comparison.holds(order);
    }

    private static Optional<Instant> moment(JsonNode value) {
        return value.isTextual() ? Instants.of(value) : Optional.empty();
    }
}
