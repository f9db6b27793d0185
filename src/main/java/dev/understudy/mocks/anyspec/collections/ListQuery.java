package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Arguments;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import dev.understudy.mocks.anyspec.roles.parameters.Sorting;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request asks of a list. */
final class ListQuery {
    /** One range of any unit (RFC 9110, section 14.1.2): {@code items=0-9}; PostgREST has none in front of it. */
    private static final Pattern RANGE = Pattern.compile("(?:[\\w-]+=)?([0-9]{1,18})-([0-9]{0,18})");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,1000}");

    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Parameter> given = new ArrayList<>();
    private final List<Sorting.Key> order;

    /**
     * A parameter of the list, given or not.
     *
     * @param written its name as it is written in a query, such as {@code page[size]}
     * @param value a missing node if it was not given
     */
    record Parameter(String written, ParameterUse use, JsonNode value) {
        boolean isGiven() {
            return !value.isNull() && (value.isValueNode() ? !value.asText().isEmpty() : !value.isEmpty());
        }

        /** Whether it is the default of its schema, which is there in each call that does not give another. */
        boolean isDefault(SchemaView schema) {
            return value.equals(schema.note("default"));
        }

        /** The whole number that was given; empty if it is none. */
        Optional<BigInteger> number() {
            String text = value.isFloatingPointNumber() ? whole(value.decimalValue()) : value.asText("");
            return WHOLE_NUMBER.matcher(text).matches() ? Optional.of(new BigInteger(text)) : Optional.empty();
        }

        /** Parameters of the type number may be written as 2.0. */
        private static String whole(BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
    }

    /** What the query of a request says, its body, if that is an object, and the header Range. */
    static JsonNode values(Arguments arguments) {
        ObjectNode values =
                arguments.body() instanceof ObjectNode said ? said.deepCopy() : JsonNodeFactory.instance.objectNode();
        arguments.query().properties().forEach(entry -> values.putIfAbsent(entry.getKey(), entry.getValue()));
        for (Map.Entry<String, JsonNode> header : arguments.header().properties()) {
            if (header.getKey().equalsIgnoreCase("Range")) {
                values.putIfAbsent(header.getKey(), header.getValue());
            }
        }
        return values;
    }

    /** @param query the arguments by their names */
    ListQuery(Map<String, ParameterUse> uses, JsonNode query) {
        add("", uses, query);
        for (Parameter parameter : parameters) {
            if (parameter.isGiven()) {
                given.add(parameter);
            }
        }
        order = ordering();
    }

    private void add(String before, Map<String, ParameterUse> uses, JsonNode values) {
        uses.forEach((name, use) -> {
            String written = before.isEmpty() ? name : before + "[" + name + "]";
            JsonNode value = values.path(name);
            if (use instanceof ParameterUse.Parts parts) {
                add(written, parts.byKey(), value.isObject() ? value : MissingNode.getInstance());
            } else if (use instanceof ParameterUse.Keyed keyed) {
                value.properties().forEach(entry -> add(written, keyed, List.of(entry.getKey()), entry.getValue()));
            } else {
                parameters.add(new Parameter(written, use, value));
            }
        });
    }

    /** A key of an object that may have any; one in it says how it compares. */
    private void add(String before, ParameterUse.Keyed keyed, List<String> keys, JsonNode value) {
        String key = keys.get(keys.size() - 1);
        String written = before + "[" + key + "]";
        if (keyed.ordering()) {
            boolean descending = Sorting.isDirection(value.asText()) && Sorting.isDescending(value.asText());
            JsonNode word = JsonNodeFactory.instance.textNode(descending ? "-" + key : key);
            parameters.add(new Parameter(written, keyed.rules().order(), word));
        } else if (value.isObject()) {
            value.properties().forEach(entry -> {
                var inner = new ArrayList<>(keys);
                inner.add(entry.getKey());
                add(written, keyed, inner, entry.getValue());
            });
        } else {
            parameters.add(new Parameter(written, keyed.rules().use(keys), value));
        }
    }

    /** All parameters that were given. */
    List<Parameter> given() {
        return given;
    }

    /** The first and the last record that a range asks for, the last of all being far away; empty if none does. */
    Optional<long[]> range() {
        return given(ParameterUse.Range.class)
                .flatMap(parameter -> range(parameter.value().asText()));
    }

    /** What stands in front of a range of records in an answer: the unit that was asked for, or none if none was. */
    String unit() {
        return given(ParameterUse.Range.class)
                .map(parameter -> parameter.value().asText())
                .map(text -> text.contains("=") ? text.replaceFirst("=.*", " ") : "")
                .orElse("items ");
    }

    /**
     * The first and the last record of a range; empty if it is none, as where it ends before it begins (RFC 9110
     * section 14.1.1).
     */
    static Optional<long[]> range(String text) {
        return Optional.of(RANGE.matcher(text))
                .filter(Matcher::matches)
                .map(range -> new long[] {
                    Long.parseLong(range.group(1)),
                    range.group(2).isEmpty() ? Long.MAX_VALUE - 1 : Long.parseLong(range.group(2))
                })
                .filter(ends -> ends[0] <= ends[1]);
    }

    /** The first parameter with this use, one that was given before the others. */
    Optional<Parameter> first(Class<? extends ParameterUse> use) {
        return first(use, given).or(() -> first(use, parameters));
    }

    private static Optional<Parameter> first(Class<? extends ParameterUse> use, List<Parameter> among) {
        for (Parameter parameter : among) {
            if (use.isInstance(parameter.use())) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    /** The parameter for the place at which a page begins, or else for the one at which it ends. */
    Optional<Parameter> cursor() {
        Parameter first = null;
        for (Parameter parameter : parameters) {
            if (parameter.use() instanceof ParameterUse.Cursor cursor && !cursor.backwards()) {
                return Optional.of(parameter);
            } else if (parameter.use() instanceof ParameterUse.Cursor && first == null) {
                first = parameter;
            }
        }
        return Optional.ofNullable(first);
    }

    /** The same of a parameter that was given. */
    Optional<Parameter> given(Class<? extends ParameterUse> use) {
        return first(use, given);
    }

    /** The parameters that say which records stay. */
    List<Parameter> filters() {
        var filters = new ArrayList<Parameter>();
        for (Parameter parameter : given) {
            if (parameter.use() instanceof ParameterUse.Filter
                    || parameter.use() instanceof ParameterUse.Search
                    || parameter.use() instanceof ParameterUse.Identity
                    || parameter.use() instanceof ParameterUse.ODataFilter) {
                filters.add(parameter);
            }
        }
        return filters;
    }

    /** By what the records are ordered; nothing for the order of creation. */
    List<Sorting.Key> order() {
        return order;
    }

    private List<Sorting.Key> ordering() {
        var keys = new ArrayList<Sorting.Key>();
        for (Parameter parameter : given) {
            if (parameter.use() instanceof ParameterUse.Sort sort) {
                OrderWords.of(parameter.value(), sort.by())
                        .forEach(word -> sort.by().key(word).ifPresent(keys::add));
            }
        }
        return keys.isEmpty()
                ? List.of()
                : keys.stream()
                        .map(key -> key.signed() ? key : new Sorting.Key(key.property(), isTurned(), false))
                        .toList();
    }

    /** Whether a parameter of its own turns the order around. */
    boolean isTurned() {
        return given(ParameterUse.Direction.class)
                .filter(parameter -> ((ParameterUse.Direction) parameter.use())
                        .descending().stream()
                                .anyMatch(parameter.value().asText().toLowerCase(Locale.ROOT)::equalsIgnoreCase))
                .isPresent();
    }

    /** The names of properties that a projection has; none if there is no projection. */
    Set<String> projected(boolean excluding) {
        var names = new LinkedHashSet<String>();
        for (Parameter parameter : given) {
            if (parameter.use() instanceof ParameterUse.Projection projection && projection.excluding() == excluding) {
                words(parameter.value()).forEach(word -> names.add(word.replaceFirst("[.(/].*", "")));
            }
        }
        return names;
    }

    /** Whether there is a projection. */
    boolean isProjected() {
        return given(ParameterUse.Projection.class).isPresent();
    }

    /** The words of a value that is a list, or a text with commas or semicolons between. */
    static List<String> words(JsonNode value) {
        var words = new ArrayList<String>();
        if (value.isArray()) {
            value.forEach(each -> words.addAll(words(each)));
        } else {
            words.addAll(List.of(value.asText().split("\\s*[,;]\\s*")));
        }
        words.removeIf(String::isBlank);
        return words;
    }
}
