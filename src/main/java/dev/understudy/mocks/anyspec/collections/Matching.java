package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.mocks.anyspec.roles.parameters.Comparison;
import dev.understudy.mocks.anyspec.roles.schemas.Instants;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tests whether a record matches a filter. */
final class Matching {
    /** Separates several values in one text. */
    private static final Pattern SEPARATOR = Pattern.compile("[,|]");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Pattern YES = Pattern.compile("true|1|yes", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO = Pattern.compile("false|0|no", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALL = Pattern.compile("all|any|\\*", Pattern.CASE_INSENSITIVE);

    private Matching() {}

    /** Accepts values that compare with the given one in this way; a missing value never does. */
    static Predicate<JsonNode> of(Property property, Comparison comparison, JsonNode given) {
        if (isAll(property, given)) {
            return record -> true;
        } else if (comparison == Comparison.PRESENT) {
            boolean wanted = isWanted(given);
            return record -> property.of(record).isMissingNode() != wanted;
        }
        List<JsonNode> options = options(given);
        if (comparison == Comparison.DIFFERENT) {
            return record -> values(property.of(record)).stream()
                    .noneMatch(value -> options.stream().anyMatch(option -> equal(value, option)));
        }
        return record -> values(property.of(record)).stream()
                .anyMatch(value -> options.stream().anyMatch(option -> compares(value, comparison, option)));
    }

    /** Accepts records that contain the text in one of these properties. */
    static Predicate<JsonNode> search(List<Property> properties, JsonNode given) {
        String wanted = given.asText().toLowerCase(Locale.ROOT).strip();
        return record -> properties.stream()
                .flatMap(property -> values(property.of(record)).stream())
                .anyMatch(value -> value.isTextual() && low(value).contains(wanted));
    }

    /**
     * Accepts records with an object that has one of these properties; {@code *} accepts any object, {@code none}
     * requires none.
     */
    static Predicate<JsonNode> identity(List<Property> properties, JsonNode given) {
        List<JsonNode> options = options(given);
        boolean any = options.stream().anyMatch(option -> option.asText().equals("*"));
        boolean none = options.stream().anyMatch(option -> option.asText().equalsIgnoreCase("none"));
        return record -> {
            List<JsonNode> values = properties.stream()
                    .flatMap(property -> values(property.of(record)).stream())
                    .toList();
            return values.isEmpty()
                    ? none
                    : any
                            || values.stream()
                                    .anyMatch(value -> options.stream().anyMatch(option -> equal(value, option)));
        };
    }

    /** Whether the value is a word such as {@code all}, which the parameter lists but the property does not. */
    static boolean isAll(Property property, JsonNode given) {
        List<JsonNode> options = property.schema().options();
        return given.isTextual()
                && !options.isEmpty()
                && ALL.matcher(given.asText()).matches()
                && options.stream().noneMatch(given::equals);
    }

    /** Whether the filter asks for present values, not absent ones. */
    static boolean isWanted(JsonNode given) {
        return !NO.matcher(given.asText()).matches();
    }

    /** Whether the value means true or false. */
    static boolean isTruth(JsonNode given) {
        return YES.matcher(given.asText()).matches()
                || NO.matcher(given.asText()).matches();
    }

    static List<JsonNode> values(JsonNode value) {
        if (!value.isArray()) {
            return value.isMissingNode() || value.isNull() ? List.of() : List.of(value);
        }
        var values = new ArrayList<JsonNode>();
        value.forEach(values::add);
        return values;
    }

    /** The elements of a list; for a text with commas or pipes, the text itself and its parts. */
    static List<JsonNode> options(JsonNode given) {
        var options = new ArrayList<JsonNode>();
        for (JsonNode option : values(given)) {
            options.add(option);
            if (option.isTextual()) {
                SEPARATOR
                        .splitAsStream(option.textValue())
                        .filter(part -> !part.isBlank()
                                && part.length() < option.textValue().length())
                        .forEach(part -> options.add(TextNode.valueOf(part.strip())));
            }
        }
        return options;
    }

    static boolean compares(JsonNode value, Comparison comparison, JsonNode given) {
        return switch (comparison) {
            case EQUAL -> equal(value, given);
            case CONTAINS -> low(value).contains(low(given));
            case BEGINS -> low(value).startsWith(low(given));
            case ENDS -> low(value).endsWith(low(given));
            case LESS, AT_LEAST ->
                order(value, given, false).filter(comparison::holds).isPresent();
            case AT_MOST, GREATER ->
                order(value, given, true).filter(comparison::holds).isPresent();
            case DIFFERENT, PRESENT -> throw new IllegalArgumentException(comparison + " is no comparison of two");
        };
    }

    /**
     * Whether two values are equal. A date equals all times on it, a time equals the same one with another offset, and
     * booleans may be given as 1 or yes, 0 or no.
     */
    static boolean equal(JsonNode value, JsonNode given) {
        if (value.isBoolean()) {
            return (value.booleanValue() ? YES : NO).matcher(given.asText()).matches();
        }
        Optional<BigDecimal> wanted = value.isNumber() ? number(given) : Optional.empty();
        if (wanted.isPresent()) {
            return value.decimalValue().compareTo(wanted.get()) == 0;
        }
        String text = value.asText();
        String asked = given.asText();
        boolean day = Instants.isDay(asked) && text.startsWith(asked + "T");
        return text.equals(asked) || (day && Instants.of(given).isPresent()) || isSameMoment(value, given);
    }

    /** Whether both are the same time, possibly with different offsets. */
    private static boolean isSameMoment(JsonNode value, JsonNode given) {
        if (!value.isTextual() || !given.isTextual()) {
            return false;
        }
        boolean days = Instants.isDay(value.textValue()) || Instants.isDay(given.textValue());
        Optional<Instant> moment = days ? Optional.empty() : Instants.of(given);
        return moment.isPresent() && moment.equals(Instants.of(value));
    }

    /**
     * Compares two values as numbers, as times, or else as texts; empty if only one is a number.
     *
     * @param end whether a given date means its end
     */
    private static Optional<Integer> order(JsonNode value, JsonNode given, boolean end) {
        Optional<BigDecimal> number = number(value);
        Optional<BigDecimal> wanted = number(given);
        if (number.isPresent() && wanted.isPresent()) {
            return Optional.of(number.get().compareTo(wanted.get()));
        }
        JsonNode asked = given.isTextual() && wanted.isPresent()
                ? wanted.map(Matching::whole).get()
                : given;
        Optional<Instant> moment = Instants.of(value);
        Optional<Instant> limit = Instants.of(asked);
        if (moment.isPresent() && limit.isPresent()) {
            boolean day = end && given.isTextual() && Instants.isDay(given.textValue());
            boolean exact = value.isTextual() && Instants.isDay(value.textValue());
            Instant until = day && !exact ? limit.get().plus(Duration.ofDays(1)).minusNanos(1) : limit.get();
            return Optional.of(moment.get().compareTo(until));
        }
        return value.isTextual() && given.isTextual()
                ? Optional.of(value.textValue().compareTo(given.textValue()))
                : Optional.empty();
    }

    private static JsonNode whole(BigDecimal number) {
        return BigIntegerNode.valueOf(number.toBigInteger());
    }

    static Optional<BigDecimal> number(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        String text = value.isTextual() ? value.textValue() : "";
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static String low(JsonNode value) {
        return value.asText().toLowerCase(Locale.ROOT);
    }
}
