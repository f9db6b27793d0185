package dev.understudy.mocks.anyspec.roles;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a parameter of a list does, by its name, its type and the properties of the records. The questions are asked in
 * this order, and the first that has an answer decides: order, place of the page, what is shown, the very name of a
 * property, text search, comparison, a name that means a property, what is not about records.
 *
 * @param owner the plain name of the collection
 * @param siblings the plain names of all parameters of the list
 */
record ParameterRules(Views views, Properties properties, String owner, Set<String> siblings) {
    /** What names of filters begin with that say nothing else: {@code filter[status]}. */
    private static final String FILTERING = "^(filters?|where|search|query)-(?=.)";

    Use use(String name, String pointer) {
        return use(name, Name.plain(name), views.at(pointer), 0);
    }

    private Use use(String name, String plain, SchemaView schema, int depth) {
        if (schema.isObject() && depth < 2) {
            return parts(name, plain, schema, depth);
        }
        Stream<Optional<Use>> answers = Stream.<Supplier<Optional<Use>>>of(
                        () -> order(plain, schema),
                        () -> paging(plain, schema),
                        () -> shown(name, plain),
                        () -> properties.exactly(plain).map(property -> filter(property, schema)),
                        () -> search(name, plain, schema),
                        () -> compared(bare(name, plain), schema),
                        () -> meant(bare(name, plain), schema),
                        () -> technical(plain))
                .map(Supplier::get);
        return answers.flatMap(Optional::stream).findFirst().orElseGet(this::unknown);
    }

    private Use parts(String name, String plain, SchemaView schema, int depth) {
        var parts = new LinkedHashMap<String, Use>();
        String before =
                plain.matches("filters?|where|q|query|search|params|options|criteria|paging|pagination|pager|pageable")
                        ? ""
                        : plain;
        for (Map.Entry<String, String> part : schema.properties().entrySet()) {
            String whole = before + Name.plain(part.getKey());
            parts.put(
                    part.getKey(), use(name + "[" + part.getKey() + "]", whole, views.at(part.getValue()), depth + 1));
        }
        if (parts.isEmpty()) {
            return anyKeys(name, plain);
        }
        return parts.values().stream().allMatch(Use.Unknown.class::isInstance)
                ? new Use.Unknown("none of its keys is known")
                : new Use.Parts(parts);
    }

    /** JSON:API has any keys below {@code page} and {@code filter}; others have them below {@code sort}. */
    private Use anyKeys(String name, String plain) {
        boolean known = !properties.all().isEmpty();
        if (plain.equals("page")) {
            var page = new LinkedHashMap<String, Use>();
            page.put("number", new Use.Page(1));
            page.put("size", new Use.Limit(Optional.empty(), Optional.empty()));
            return new Use.Parts(page);
        } else if (known && Habit.SORT.has(plain)) {
            return new Use.Keyed(new KeyRules(this, name), true);
        } else if (known && plain.matches("filters?|filterby|where|query|q|search|conditions|criteria")) {
            return new Use.Keyed(new KeyRules(this, name), false);
        }
        return new Use.Unknown("it is an object of any keys");
    }

    /** What a key of an object of filters does. */
    Optional<Use> filtering(String name, String plain) {
        SchemaView any = views.at("");
        return properties
                .exactly(plain)
                .map(property -> filter(property, any))
                .or(() -> compared(plain, any))
                .or(() -> meant(plain, any));
    }

    private Optional<Use> order(String plain, SchemaView schema) {
        List<String> values = values(schema);
        boolean ways = !values.isEmpty() && values.stream().allMatch(Sorting::isDirection);
        boolean field = Habit.SORT.has(plain);
        boolean direction = Habit.DIRECTION.has(plain);
        boolean flag = schema.isBoolean() && direction;
        boolean beside = siblings.stream().anyMatch(each -> !each.equals(plain) && Habit.SORT.has(each));
        if ((direction && (ways || flag || beside)) || (field && ways)) {
            return Optional.of(direction(plain, schema));
        }
        if (field || (direction && plain.matches("order|sortorder|sorttype|ordertype") && !schema.isObject())) {
            var by = new Sorting(properties, owner, values);
            return Optional.of(by.isUseless() ? useless(values) : new Use.Sort(by));
        }
        return Optional.empty();
    }

    /** Which values of the parameter turn the order around. */
    Use direction(String plain, SchemaView schema) {
        List<String> values = values(schema);
        boolean ways = !values.isEmpty() && values.stream().allMatch(Sorting::isDirection);
        List<String> descending = schema.isBoolean()
                ? List.of(plain.contains("asc") ? "false" : "true")
                : ways ? values.stream().filter(Sorting::isDescending).toList() : List.of("desc", "descending", "-1");
        return new Use.Direction(descending);
    }

    private Use useless(List<String> values) {
        return values.isEmpty() ? unknown() : new Use.Unknown("no property is meant by " + String.join(", ", values));
    }

    /** The values that the contract lists for a parameter, or for each of a list. */
    List<String> values(SchemaView schema) {
        List<JsonNode> options = schema.isArray() ? views.at(schema.items()).options() : schema.options();
        return options.stream()
                .filter(option -> !option.isNull())
                .map(JsonNode::asText)
                .distinct()
                .toList();
    }

    private Optional<Use> paging(String plain, SchemaView schema) {
        boolean property = properties.exactly(plain).isPresent();
        if (schema.isNumeric() || (schema.isText() && schema.options().isEmpty() && Habit.LIMIT.has(plain))) {
            if (Habit.LIMIT.has(plain) || (Habit.LIMIT_OR_PROPERTY.has(plain) && !property && !isOffset(plain))) {
                return Optional.of(new Use.Limit(number(schema, "default"), number(schema, "maximum")));
            } else if (isOffset(plain) || Habit.OFFSET.has(plain)) {
                return Optional.of(new Use.Offset());
            }
        } else if (Habit.OFFSET.has(plain) && schema.isText() && !schema.isMoment() && !property) {
            return Optional.of(new Use.Cursor(false));
        }
        boolean numbered = schema.isNumeric() || (schema.isText() && !schema.isMoment());
        if (Habit.PAGE.has(plain) && numbered && !property) {
            return Optional.of(new Use.Page(firstPage(schema)));
        }
        if (schema.isMoment() || schema.isBoolean() || schema.isArray() || property) {
            return Optional.empty();
        } else if (Habit.AFTER.has(plain) || (plain.equals("token") && isLimited()) || isSinceId(plain, schema)) {
            return Optional.of(new Use.Cursor(false));
        }
        return Habit.BEFORE.has(plain) ? Optional.of(new Use.Cursor(true)) : Optional.empty();
    }

    /** The number of the first page: 0 if that is the default, or the least number without one. */
    static int firstPage(SchemaView schema) {
        int usual = schema.note("default").asInt(-1);
        return usual == 0 || (usual < 0 && schema.note("minimum").asInt(1) == 0) ? 0 : 1;
    }

    /** A word such as {@code start} counts records only beside another that says how many there are on a page. */
    private boolean isOffset(String plain) {
        return Habit.OFFSET_OR_PROPERTY.has(plain)
                && properties.exactly(plain).isEmpty()
                && siblings.stream().anyMatch(each -> !each.equals(plain) && isLimit(each));
    }

    private static boolean isLimit(String plain) {
        return Habit.LIMIT.has(plain) || (Habit.LIMIT_OR_PROPERTY.has(plain) && !Habit.OFFSET_OR_PROPERTY.has(plain));
    }

    /** A number that says since when, of records without a moment, is an id. */
    private boolean isSinceId(String plain, SchemaView schema) {
        return plain.equals("since")
                && schema.isNumeric()
                && !schema.isText()
                && properties.mainMoment().isEmpty()
                && properties.exactly("id").filter(ParameterRules::isNumber).isPresent();
    }

    private boolean isLimited() {
        return siblings.stream().anyMatch(each -> Habit.LIMIT.has(each) || Habit.LIMIT_OR_PROPERTY.has(each));
    }

    /** A positive number that the schema has at this key. */
    static Optional<Long> number(SchemaView schema, String key) {
        JsonNode value = schema.note(key);
        return value.canConvertToLong() && value.asLong() > 0 ? Optional.of(value.asLong()) : Optional.empty();
    }

    private Optional<Use> shown(String name, String plain) {
        boolean several = name.toLowerCase(Locale.ROOT).matches("fields\\[.*");
        if (properties.exactly(plain).isPresent()) {
            return Optional.empty();
        } else if (Habit.PROJECTION.has(plain) || several) {
            return Optional.of(new Use.Projection(plain.startsWith("exclude")));
        }
        return Habit.EMBEDDING.has(plain)
                ? Optional.of(new Use.Nothing("what it names is there in any case"))
                : Optional.empty();
    }

    private Use filter(Property property, SchemaView schema) {
        boolean flag = schema.isBoolean() && !property.schema().isBoolean();
        return new Use.Filter(property, flag ? Comparison.PRESENT : Comparison.EQUAL);
    }

    private Optional<Use> search(String name, String plain, SchemaView schema) {
        if (name.startsWith("$") && plain.equals("filter")) {
            return Optional.of(new Use.Unknown("it is a language of its own"));
        }
        boolean text = schema.isText() && schema.options().isEmpty() && !schema.isMoment();
        if (!text || !(Habit.SEARCH.has(plain) || Habit.SEARCH_OR_PROPERTY.has(plain))) {
            return Optional.empty();
        }
        List<Property> texts = texts();
        return Optional.of(texts.isEmpty() ? new Use.Unknown("the records have no text") : new Use.Search(texts));
    }

    /** The properties that a text can be looked for in. */
    List<Property> texts() {
        return properties.all().stream()
                .filter(property ->
                        property.schema().isText() && !property.schema().isMoment())
                .toList();
    }

    private Optional<Use> compared(String plain, SchemaView schema) {
        for (ComparisonName way : ComparisonName.of(plain)) {
            Optional<Property> property = comparable(way, schema);
            if (property.isPresent()) {
                return property.map(each -> new Use.Filter(each, way.comparison()));
            }
        }
        return Optional.empty();
    }

    private Optional<Property> comparable(ComparisonName way, SchemaView schema) {
        String rest = way.rest();
        boolean ordered =
                switch (way.comparison()) {
                    case LESS, AT_MOST, GREATER, AT_LEAST -> true;
                    default -> false;
                };
        if (!ordered) {
            boolean flag = way.comparison() == Comparison.PRESENT;
            return rest.isEmpty() || (schema.isBoolean() && !flag) || (flag && !schema.isBoolean())
                    ? Optional.empty()
                    : properties.meant(rest, owner);
        } else if (schema.isBoolean() || schema.isArray() || !schema.options().isEmpty()) {
            return Optional.empty();
        } else if (rest.matches(
                "|date|time|datetime|timestamp|day|ts|date(time)?utc|period|timeframe|range|daterange")) {
            return properties.mainMoment().filter(property -> isTime(schema) || !rest.isEmpty());
        }
        return properties
                .exactly(rest)
                .filter(property -> !property.schema().isBoolean() && !property.several())
                .or(() -> properties.moment(rest))
                .or(() -> properties.meant(rest, owner).filter(property -> isNumber(property) && schema.isNumeric()));
    }

    private static boolean isNumber(Property property) {
        return property.schema().isNumeric() && !property.schema().isText() && !property.several();
    }

    private static boolean isTime(SchemaView schema) {
        return schema.isMoment() || schema.isText() || schema.isNumeric();
    }

    private Optional<Use> meant(String plain, SchemaView schema) {
        Optional<Property> property = properties.meant(plain, owner);
        if (property.isEmpty() && (schema.isMoment() || plain.matches(".*(date|time|at|on)"))) {
            property = properties.moment(plain);
        }
        return property.map(each -> filter(each, schema));
    }

    /** The plain name, without a word that only says that it is a filter. */
    private static String bare(String name, String plain) {
        String hyphened = Name.hyphened(name);
        String rest = hyphened.replaceFirst(FILTERING, "");
        return rest.equals(hyphened) ? plain : Name.plain(rest);
    }

    private static Optional<Use> technical(String plain) {
        return Habit.TECHNICAL.has(plain) ? Optional.of(new Use.Nothing("it is not about records")) : Optional.empty();
    }

    private Use unknown() {
        boolean open = properties.all().isEmpty();
        return new Use.Unknown(
                open ? "the document names no property of the records" : "no property of the records is called so");
    }
}
