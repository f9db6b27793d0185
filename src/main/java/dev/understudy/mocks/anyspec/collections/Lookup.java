package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import dev.understudy.fixture.Positions;
import dev.understudy.mocks.anyspec.collections.Column.Range;
import dev.understudy.mocks.anyspec.roles.parameters.Comparison;
import dev.understudy.mocks.anyspec.roles.schemas.Instants;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Finds in a column the records that {@link Matching} accepts, by testing only a few values: those that may be equal,
 * or those at which the result changes.
 */
final class Lookup {
    private final Column column;
    private final Column.Finding finding;

    private Lookup(Column column) {
        this.column = column;
        this.finding = column.finding();
    }

    /** The positions of the records that the filter accepts. */
    static Positions of(Column column, Property property, Comparison comparison, JsonNode given) {
        if (Matching.isAll(property, given)) {
            return Positions.ALL;
        } else if (comparison == Comparison.PRESENT) {
            return Matching.isWanted(given) ? column.missing().not() : column.missing();
        }
        var lookup = new Lookup(column);
        for (JsonNode option : Matching.options(given)) {
            switch (comparison) {
                case EQUAL, DIFFERENT -> lookup.equal(option);
                case LESS, AT_MOST, GREATER, AT_LEAST -> lookup.compared(comparison, option);
                default -> lookup.each(new Range(0, column.size()), comparison, option);
            }
        }
        Positions found = lookup.finding.positions();
        return comparison == Comparison.DIFFERENT ? found.not() : found;
    }

    private void each(Range range, Comparison comparison, JsonNode option) {
        for (int value = range.from(); value < range.to(); value++) {
            if (Matching.compares(column.value(value), comparison, option)) {
                finding.add(value);
            }
        }
    }

    private void equal(JsonNode option) {
        column.withText(option.asText(), value -> addIfEqual(value, option));
        each(column.kind(ValueKind.OTHER), Comparison.EQUAL, option);
        Optional<BigDecimal> number = Matching.number(option);
        if (number.isPresent()) {
            numbers(ValueKind.WHOLE_NUMBER, number.get(), option);
            numbers(ValueKind.OTHER_NUMBER, number.get(), option);
        }
        String text = option.asText();
        Optional<Instant> day = Instants.isDay(text) ? Instants.of(option) : Optional.empty();
        if (day.isPresent()) {
            day(day.get(), option);
        } else if (option.isTextual()) {
            Instants.of(option).ifPresent(moment -> time(moment, option));
        }
    }

    /** The same time may be written with different offsets. */
    private void time(Instant time, JsonNode option) {
        Range range = column.kind(ValueKind.MOMENT);
        int first = first(range, each -> moment(each).compareTo(time) >= 0);
        for (int value = first; value < range.to() && moment(value).equals(time); value++) {
            addIfEqual(value, option);
        }
    }

    private void addIfEqual(int value, JsonNode option) {
        if (Matching.equal(column.value(value), option)) {
            finding.add(value);
        }
    }

    private void numbers(ValueKind kind, BigDecimal number, JsonNode option) {
        Range range = column.kind(kind);
        int first = first(range, each -> column.value(each).decimalValue().compareTo(number) >= 0);
        for (int value = first; value < range.to() && Matching.equal(column.value(value), option); value++) {
            finding.add(value);
        }
    }

    /** Times that are written with this date may be on the day before or after in UTC. */
    private void day(Instant day, JsonNode option) {
        Range range = column.kind(ValueKind.MOMENT);
        Instant begin = day.minus(Duration.ofDays(1));
        Instant end = day.plus(Duration.ofDays(2));
        int last = first(range, each -> moment(each).compareTo(end) >= 0);
        for (int value = first(range, each -> moment(each).compareTo(begin) >= 0); value < last; value++) {
            addIfEqual(value, option);
        }
        Range texts = column.kind(ValueKind.TEXT);
        String prefix = option.asText() + "T";
        int from = first(texts, each -> column.value(each).textValue().compareTo(prefix) >= 0);
        for (int value = from; value < texts.to() && Matching.equal(column.value(value), option); value++) {
            finding.add(value);
        }
    }

    private Instant moment(int value) {
        return Instants.of(column.value(value)).orElseThrow();
    }

    private void compared(Comparison comparison, JsonNode option) {
        Optional<BigDecimal> number = Matching.number(option);
        JsonNode asked = option.isTextual() && number.isPresent()
                ? BigIntegerNode.valueOf(number.get().toBigInteger())
                : option;
        compared(ValueKind.WHOLE_NUMBER, number.isPresent(), comparison, option);
        compared(ValueKind.OTHER_NUMBER, number.isPresent(), comparison, option);
        compared(ValueKind.MOMENT, Instants.of(asked).isPresent(), comparison, option);
        // Some texts are numbers, and compare with numbers as such.
        compared(ValueKind.TEXT, number.isEmpty() && option.isTextual(), comparison, option);
        each(column.kind(ValueKind.OTHER), comparison, option);
    }

    /** @param ordered whether the kind's own order applies to the comparison with the option */
    private void compared(ValueKind kind, boolean ordered, Comparison comparison, JsonNode option) {
        Range range = column.kind(kind);
        if (!ordered) {
            each(range, comparison, option);
            return;
        }
        boolean upwards = comparison == Comparison.GREATER || comparison == Comparison.AT_LEAST;
        int turn = first(range, value -> Matching.compares(column.value(value), comparison, option) == upwards);
        finding.add(upwards ? turn : range.from(), upwards ? range.to() : turn);
    }

    /** The first value for which this holds, as it does for all after it; the end if it holds for none. */
    private static int first(Range range, IntPredicate holds) {
        int low = range.from();
        int high = range.to();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
