package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Expected;
import dev.understudy.mocks.anyspec.roles.parameters.Comparison;
import dev.understudy.mocks.anyspec.roles.schemas.Instants;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rejects values in a filter object that cannot be compared with their property: a word for a number, a boolean or a
 * time. If the contract does not define the filter's properties, such a value would otherwise give an empty list, as if
 * nothing matched. Separate filter parameters are validated by the contract itself.
 */
final class FilterValueCheck {
    private static final Expected NUMBER = Expected.be("a number");
    private static final Expected TRUTH = Expected.be("true or false", List.of("true", "false"));
    private static final Expected MOMENT =
            Expected.be("a date such as 2026-03-01, or a time such as 2026-03-01T12:00:00Z");
    private static final Expected SIGNED =
            Expected.be("a time such as 2026-03-01T12:00:00+01:00, with its + written as %2B");

    private FilterValueCheck() {}

    /** What the value must be; empty if it can be compared, or the property accepts any text. */
    static Optional<Expected> demand(Property property, Comparison comparison, JsonNode given) {
        boolean literal = comparison == Comparison.CONTAINS
                || comparison == Comparison.BEGINS
                || comparison == Comparison.ENDS
                || comparison == Comparison.PRESENT;
        if (literal || Matching.isAll(property, given)) {
            return Optional.empty();
        }
        SchemaView schema = property.schema();
        if (schema.isText()) {
            boolean strange = schema.isMoment() && !schema.isNumeric() && !all(given, FilterValueCheck::isMoment);
            return strange ? Optional.of(isUnsigned(given) ? SIGNED : MOMENT) : Optional.empty();
        } else if (schema.isNumeric() && !schema.isBoolean()) {
            return all(given, each -> isNumber(each) || isMoment(each)) ? Optional.empty() : Optional.of(NUMBER);
        }
        boolean truth = schema.isBoolean() && schema.items().isEmpty();
        return truth && !all(given, Matching::isTruth) ? Optional.of(TRUTH) : Optional.empty();
    }

    /**
     * Whether all values meet the condition: the elements of a list, or the text, or its parts between commas or pipes.
     */
    private static boolean all(JsonNode given, Predicate<JsonNode> holds) {
        for (JsonNode option : Matching.values(given)) {
            List<JsonNode> parts = Matching.options(option);
            boolean whole = option.isContainerNode() || holds.test(option);
            boolean each =
                    parts.size() > 1 && parts.subList(1, parts.size()).stream().allMatch(holds);
            if (!whole && !each) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(JsonNode value) {
        return Matching.number(value).isPresent();
    }

    private static boolean isMoment(JsonNode value) {
        return isNumber(value) || Instants.of(value).isPresent();
    }

    /** Whether it is a time whose plus sign was not encoded, and so arrived as a space. */
    private static boolean isUnsigned(JsonNode given) {
        return Instants.of(TextNode.valueOf(given.asText().replaceFirst(" (?=[0-9]{2}:[0-9]{2}$)", "+")))
                .isPresent();
    }
}
