package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Arguments;
import dev.understudy.mocks.anyspec.odata.ODataFilter;
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
import org.jspecify.annotations.Nullable;

/** What a request asks of a list. */
final class ListQuery {
    /** A single range with any unit (RFC 9110, section 14.1.2): {@code items=0-9}; PostgREST omits the unit. */
    private static final Pattern RANGE = Pattern.compile("(?:[\\w-]+=)?([0-9]{1,18})-([0-9]{0,18})");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,1000}");

    /** That of a request without a query. */
    static final ListQuery NOTHING = new ListQuery(Map.of(), JsonNodeFactory.instance.objectNode());

    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Parameter> given = new ArrayList<>();
    private final List<Sorting.Key> order;

    /**
     * A parameter of the list, whether it was given or not.
     *
     * @param written its name as in a query, such as {@code page[size]}
     * @param value a missing node if it was not given
     * @param filter the parsed value of a given OData filter; null for others
     */
    record Parameter(String written, ParameterUse use, JsonNode value, ODataFilter.@Nullable Read filter) {
        Parameter(String written, ParameterUse use, JsonNode value) {
            this(
                    written,
                    use,
                    value,
                    use instanceof ParameterUse.ODataFilter filter && isGiven(value)
                            ? ODataFilter.read(value.asText(), filter.properties())
                            : null);
        }

        boolean isGiven() {
            return isGiven(value);
        }

        private static boolean isGiven(JsonNode value) {
            return !value.isNull() && (value.isValueNode() ? !value.asText().isEmpty() : !value.isEmpty());
        }

        /** Whether it has the default of its schema, as it does in every call that gives no other value. */
        boolean isDefault(SchemaView schema) {
            return value.equals(schema.note("default"));
        }

        /** The given whole number; empty if it is none. */
        Optional<BigInteger> number() {
            String text = value.isFloatingPointNumber() ? whole(value.decimalValue()) : value.asText("");
            return WHOLE_NUMBER.matcher(text).matches() ? Optional.of(new BigInteger(text)) : Optional.empty();
        }

        /** A parameter of type number may be written as 2.0. */
        private static String whole(BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
    }

    /** The values in the query of a request, in its body if that is an object, and in the header Range. */
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

    /** @param query the arguments by name */
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

    /** Adds a key of an object with arbitrary keys; a key inside its value is the comparison. */
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

    /** All given parameters. */
    List<Parameter> given() {
        return given;
    }

    /**
     * The first and last index of the requested range; the last is very large for an open range. Empty if there is no
     * range.
     */
    Optional<long[]> range() {
        return given(ParameterUse.Range.class)
                .flatMap(parameter -> range(parameter.value().asText()));
    }

    /** The unit before a range in an answer: the requested one, or empty if there was none. */
    String unit() {
        return given(ParameterUse.Range.class)
                .map(parameter -> parameter.value().asText())
                .map(text -> text.contains("=") ? text.replaceFirst("=.*", " ") : "")
                .orElse("items ");
    }

    /**
     * The first and last index of a range; empty if it is invalid, such as one that ends before it starts (RFC 9110
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

    /** The first parameter with this use; given ones take precedence. */
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

    /** The parameter for the place at which a page starts, or else ends. */
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

    /** The first given parameter with this use. */
    Optional<Parameter> given(Class<? extends ParameterUse> use) {
        return first(use, given);
    }

    /** The parameters that filter records. */
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

    /** The sort keys; empty for the order of creation. */
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

    /** Whether a separate parameter reverses the order. */
    boolean isTurned() {
        return given(ParameterUse.Direction.class)
                .filter(parameter -> ((ParameterUse.Direction) parameter.use())
                        .descending().stream()
                                .anyMatch(parameter.value().asText().toLowerCase(Locale.ROOT)::equalsIgnoreCase))
                .isPresent();
    }

    /** The property names in a projection; empty if there is none. */
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

    /** The words in a list, or in a text separated by commas or semicolons. */
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
