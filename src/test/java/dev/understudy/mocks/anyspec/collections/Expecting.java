package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.mocks.anyspec.roles.parameters.Comparison;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import dev.understudy.mocks.anyspec.roles.parameters.Sorting;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a list must answer, worked out in the plainest way from all of its records. */
final class Expecting {
    private static final int VALUES = 2;

    private Expecting() {}

    /** Values to ask for: some of those that the records have. */
    static List<JsonNode> values(ParameterUse.Filter filter, List<JsonNode> records) {
        if (filter.comparison() == Comparison.PRESENT) {
            return List.of(BooleanNode.TRUE, BooleanNode.FALSE);
        }
        var values = new LinkedHashSet<JsonNode>();
        for (JsonNode record : records) {
            for (JsonNode value : each(filter.property(), record)) {
                // These stand for several values, or for a word inside.
                boolean plain = !value.isTextual() || value.textValue().matches("[^,|*]+");
                if (plain && value.isValueNode() && values.size() < VALUES) {
                    values.add(value);
                }
            }
        }
        return List.copyOf(values);
    }

    /** The records that a filter leaves. */
    static List<JsonNode> left(ParameterUse.Filter filter, JsonNode value, List<JsonNode> records) {
        return records.stream()
                .filter(record -> stays(filter, value, each(filter.property(), record)))
                .toList();
    }

    private static boolean stays(ParameterUse.Filter filter, JsonNode value, List<JsonNode> own) {
        return switch (filter.comparison()) {
            case PRESENT -> own.isEmpty() != value.booleanValue();
            case DIFFERENT -> own.stream().noneMatch(each -> compare(each, value) == 0);
            case EQUAL -> own.stream().anyMatch(each -> compare(each, value) == 0);
            case LESS -> own.stream().anyMatch(each -> compare(each, value) < 0);
            case AT_MOST -> own.stream().anyMatch(each -> compare(each, value) <= 0);
            case GREATER -> own.stream().anyMatch(each -> compare(each, value) > 0);
            case AT_LEAST -> own.stream().anyMatch(each -> compare(each, value) >= 0);
            case CONTAINS -> own.stream().anyMatch(each -> low(each).contains(low(value)));
            case BEGINS -> own.stream().anyMatch(each -> low(each).startsWith(low(value)));
            case ENDS -> own.stream().anyMatch(each -> low(each).endsWith(low(value)));
        };
    }

    private static List<JsonNode> each(Property property, JsonNode record) {
        JsonNode value = property.of(record);
        var values = new ArrayList<JsonNode>();
        if (value.isArray()) {
            value.forEach(values::add);
        } else if (!value.isMissingNode()) {
            values.add(value);
        }
        return values;
    }

    private static String low(JsonNode value) {
        return value.asText().toLowerCase(Locale.ROOT);
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        Optional<Instant> first = instant(one);
        Optional<Instant> second = instant(other);
        return first.isPresent() && second.isPresent()
                ? first.get().compareTo(second.get())
                : one.asText().compareTo(other.asText());
    }

    private static Optional<Instant> instant(JsonNode value) {
        try {
            return Optional.of(Instant.parse(value.asText()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Words that stand in texts of the records. */
    static List<JsonNode> words(ParameterUse.Search search, List<JsonNode> records) {
        return Stream.concat(texts(search, records.stream().limit(1)), Stream.of("no such word"))
                .limit(2)
                .<JsonNode>map(TextNode::valueOf)
                .toList();
    }

    private static Stream<String> texts(ParameterUse.Search search, Stream<JsonNode> records) {
        return records.flatMap(record -> search.properties().stream()
                .flatMap(property -> each(property, record).stream())
                .filter(JsonNode::isTextual)
                .map(text -> text.textValue().strip().split(" ")[0])
                .filter(word -> !word.isEmpty()));
    }

    static List<JsonNode> found(ParameterUse.Search search, JsonNode word, List<JsonNode> records) {
        return records.stream()
                .filter(record -> search.properties().stream()
                        .flatMap(property -> each(property, record).stream())
                        .anyMatch(value -> value.isTextual() && low(value).contains(low(word))))
                .toList();
    }

    /** Values that ask for an order, of those that mean one. */
    static List<String> orders(Sorting by, List<JsonNode> records) {
        Stream<String> listed = by.values().stream();
        Stream<String> open = by.names().stream().limit(4).flatMap(name -> Stream.of(name, "-" + name, name + ":desc"));
        return (by.isOpen() ? open : listed)
                .filter(value -> by.key(value).isPresent())
                .toList();
    }

    /** Whether records that have the property are in its order, and come before those that have it not. */
    static boolean isOrdered(Sorting.Key key, List<JsonNode> records) {
        JsonNode last = null;
        boolean over = false;
        for (JsonNode record : records) {
            JsonNode value = key.property().of(record);
            if (value.isMissingNode()) {
                over = true;
                continue;
            } else if (over) {
                return false;
            }
            int order = last == null ? 0 : texts(last, value);
            if (key.descending() ? order < 0 : order > 0) {
                return false;
            }
            last = value;
        }
        return true;
    }

    private static int texts(JsonNode one, JsonNode other) {
        boolean plain = one.isTextual() && other.isTextual() && instant(one).isEmpty();
        return plain ? one.textValue().compareToIgnoreCase(other.textValue()) : compare(one, other);
    }

    /** How often each record is there. */
    static Map<JsonNode, Long> counted(List<JsonNode> records) {
        return records.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
