package dev.understudy.mocks.anyspec.roles.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.mocks.anyspec.roles.schemas.Name;
import dev.understudy.mocks.anyspec.roles.schemas.Properties;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaViews;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Determines the use of a list parameter by its name, its type and the properties of the records. The first of these
 * that applies decides: order, place of the page, what is shown, the exact name of a property, text search, comparison,
 * a name that means a property, what is not about records.
 *
 * @param owner the plain name of the collection
 * @param siblings the plain names of all parameters of the list
 */
public record ParameterRules(SchemaViews views, Properties properties, String owner, Set<String> siblings) {
    /** Prefixes of filter names that have no other meaning: {@code filter[status]}. */
    private static final String FILTERING = "^(filters?|where|search|query)-(?=.)";

    public ParameterUse use(String name, String pointer) {
        return use(name, Name.plain(name), views.at(pointer), 0);
    }

    private ParameterUse use(String name, String plain, SchemaView schema, int depth) {
        if (schema.isObject() && depth < 2) {
            return parts(name, plain, schema, depth);
        }
        Stream<Optional<ParameterUse>> answers = Stream.<Supplier<Optional<ParameterUse>>>of(
                        () -> order(plain, schema),
                        () -> paging(plain, schema),
                        () -> shown(name, plain),
                        () -> identity(properties.identities(plain), schema),
                        () -> properties.exactly(plain).map(property -> filter(property, schema)),
                        () -> search(name, plain, schema),
                        () -> compared(bare(name, plain), schema),
                        () -> identity(properties.identitiesMeant(bare(name, plain)), schema),
                        () -> meant(bare(name, plain), schema),
                        () -> event(bare(name, plain), schema),
                        () -> technical(plain))
                .map(Supplier::get);
        return answers.flatMap(Optional::stream).findFirst().orElseGet(this::unknown);
    }

    private ParameterUse parts(String name, String plain, SchemaView schema, int depth) {
        var parts = new LinkedHashMap<String, ParameterUse>();
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
        return parts.values().stream().allMatch(ParameterUse.Unknown.class::isInstance)
                ? new ParameterUse.Unknown("none of its keys is known")
                : new ParameterUse.Parts(parts);
    }

    /** JSON:API allows any keys below {@code page} and {@code filter}; other APIs also do so below {@code sort}. */
    private ParameterUse anyKeys(String name, String plain) {
        boolean known = !properties.all().isEmpty();
        if (plain.equals("page")) {
            var page = new LinkedHashMap<String, ParameterUse>();
            page.put("number", new ParameterUse.Page(1));
            page.put("size", new ParameterUse.Limit(Optional.empty(), Optional.empty()));
            return new ParameterUse.Parts(page);
        } else if (known && ConventionalName.SORT.has(plain)) {
            return new ParameterUse.Keyed(new KeyRules(this, name), true);
        } else if (known && plain.matches("filters?|filterby|where|query|q|search|conditions|criteria")) {
            return new ParameterUse.Keyed(new KeyRules(this, name), false);
        }
        return new ParameterUse.Unknown("it is an object of any keys");
    }

    /** The use of a key in a filter object. */
    Optional<ParameterUse> filtering(String name, String plain) {
        SchemaView any = views.at("");
        return identity(properties.identities(plain), any)
                .or(() -> properties.exactly(plain).map(property -> filter(property, any)))
                .or(() -> compared(plain, any))
                .or(() -> identity(properties.identitiesMeant(plain), any))
                .or(() -> meant(plain, any));
    }

    private Optional<ParameterUse> order(String plain, SchemaView schema) {
        List<String> values = values(schema);
        boolean ways = !values.isEmpty() && values.stream().allMatch(Sorting::isDirection);
        boolean field = ConventionalName.SORT.has(plain);
        boolean direction = ConventionalName.DIRECTION.has(plain);
        boolean flag = schema.isBoolean() && direction;
        boolean beside = siblings.stream().anyMatch(each -> !each.equals(plain) && ConventionalName.SORT.has(each));
        if ((direction && (ways || flag || beside)) || (field && ways)) {
            return Optional.of(direction(plain, schema));
        }
        if (field || (direction && plain.matches("order|sortorder|sorttype|ordertype") && !schema.isObject())) {
            var by = new Sorting(properties, owner, values);
            return Optional.of(by.isUseless() ? useless(values) : new ParameterUse.Sort(by));
        }
        return Optional.empty();
    }

    /** The values of the parameter that reverse the order. */
    public ParameterUse direction(String plain, SchemaView schema) {
        List<String> values = values(schema);
        boolean ways = !values.isEmpty() && values.stream().allMatch(Sorting::isDirection);
        List<String> descending = schema.isBoolean()
                ? List.of(plain.contains("asc") ? "false" : "true")
                : ways ? values.stream().filter(Sorting::isDescending).toList() : List.of("desc", "descending", "-1");
        return new ParameterUse.Direction(descending);
    }

    private ParameterUse useless(List<String> values) {
        return values.isEmpty()
                ? unknown()
                : new ParameterUse.Unknown("no property is meant by " + String.join(", ", values));
    }

    /** The values that the contract lists for a parameter, or for the items of a list. */
    public List<String> values(SchemaView schema) {
        List<JsonNode> options = schema.isArray() ? views.at(schema.items()).options() : schema.options();
        return options.stream()
                .filter(option -> !option.isNull())
                .map(JsonNode::asText)
                .distinct()
                .toList();
    }

    private Optional<ParameterUse> paging(String plain, SchemaView schema) {
        boolean property = properties.exactly(plain).isPresent();
        if (schema.isNumeric()
                || (schema.isText() && schema.options().isEmpty() && ConventionalName.LIMIT.has(plain))) {
            if (ConventionalName.LIMIT.has(plain)
                    || (ConventionalName.LIMIT_OR_PROPERTY.has(plain) && !property && !isOffset(plain))) {
                return Optional.of(new ParameterUse.Limit(number(schema, "default"), number(schema, "maximum")));
            } else if (isOffset(plain) || ConventionalName.OFFSET.has(plain)) {
                return Optional.of(new ParameterUse.Offset());
            }
        } else if (ConventionalName.OFFSET.has(plain) && schema.isText() && !schema.isMoment() && !property) {
            return Optional.of(new ParameterUse.Cursor(false));
        }
        boolean numbered = schema.isNumeric() || (schema.isText() && !schema.isMoment());
        if (ConventionalName.PAGE.has(plain) && numbered && !property) {
            return Optional.of(new ParameterUse.Page(firstPage(schema)));
        }
        if (schema.isMoment() || schema.isBoolean() || schema.isArray() || property) {
            return Optional.empty();
        } else if (ConventionalName.AFTER.has(plain)
                || (plain.equals("token") && isLimited())
                || isSinceId(plain, schema)) {
            return Optional.of(new ParameterUse.Cursor(false));
        }
        return ConventionalName.BEFORE.has(plain) ? Optional.of(new ParameterUse.Cursor(true)) : Optional.empty();
    }

    /** The number of the first page: 0 if that is the default, or the minimum without a default. */
    public static int firstPage(SchemaView schema) {
        int usual = schema.note("default").asInt(-1);
        return usual == 0 || (usual < 0 && schema.note("minimum").asInt(1) == 0) ? 0 : 1;
    }

    /** A word such as {@code start} means an offset only beside a parameter for the page size. */
    private boolean isOffset(String plain) {
        return ConventionalName.OFFSET_OR_PROPERTY.has(plain)
                && properties.exactly(plain).isEmpty()
                && siblings.stream().anyMatch(each -> !each.equals(plain) && isLimit(each));
    }

    private static boolean isLimit(String plain) {
        return ConventionalName.LIMIT.has(plain)
                || (ConventionalName.LIMIT_OR_PROPERTY.has(plain) && !ConventionalName.OFFSET_OR_PROPERTY.has(plain));
    }

    /** A number named since is an id if the records have no times. */
    private boolean isSinceId(String plain, SchemaView schema) {
        return plain.equals("since")
                && schema.isNumeric()
                && !schema.isText()
                && properties.mainMoment().isEmpty()
                && properties.exactly("id").filter(ParameterRules::isNumber).isPresent();
    }

    private boolean isLimited() {
        return siblings.stream()
                .anyMatch(each -> ConventionalName.LIMIT.has(each) || ConventionalName.LIMIT_OR_PROPERTY.has(each));
    }

    /** The positive number that the schema has under this key. */
    public static Optional<Long> number(SchemaView schema, String key) {
        JsonNode value = schema.note(key);
        return value.canConvertToLong() && value.asLong() > 0 ? Optional.of(value.asLong()) : Optional.empty();
    }

    private Optional<ParameterUse> shown(String name, String plain) {
        boolean several = name.toLowerCase(Locale.ROOT).matches("fields\\[.*");
        if (properties.exactly(plain).isPresent()) {
            return Optional.empty();
        } else if (ConventionalName.PROJECTION.has(plain) || several) {
            return Optional.of(new ParameterUse.Projection(plain.startsWith("exclude")));
        }
        return ConventionalName.EMBEDDING.has(plain)
                ? Optional.of(new ParameterUse.Nothing("what it names is there in any case"))
                : Optional.empty();
    }

    private ParameterUse filter(Property property, SchemaView schema) {
        boolean flag = schema.isBoolean() && !property.schema().isBoolean();
        return new ParameterUse.Filter(property, flag ? Comparison.PRESENT : Comparison.EQUAL);
    }

    /**
     * A filter for an object in a record uses its identifying properties, which must be numeric if the parameter is.
     */
    private Optional<ParameterUse> identity(List<Property> properties, SchemaView schema) {
        return identity(properties, schema, false);
    }

    private Optional<ParameterUse> identity(List<Property> properties, SchemaView schema, boolean others) {
        SchemaView value = schema.isArray() ? views.at(schema.items()) : schema;
        boolean other = value.isBoolean()
                || value.isMoment()
                || value.isObject()
                || !value.options().isEmpty();
        List<Property> telling = properties.stream()
                .filter(property -> value.isText() || property.schema().isNumeric())
                .toList();
        return other || telling.isEmpty() ? Optional.empty() : Optional.of(new ParameterUse.Identity(telling, others));
    }

    /** A flag that asks whether something happened, for records with the time when it did. */
    private Optional<ParameterUse> event(String plain, SchemaView schema) {
        return schema.isBoolean()
                ? properties.event(plain).map(property -> new ParameterUse.Filter(property, Comparison.PRESENT))
                : Optional.empty();
    }

    private Optional<ParameterUse> search(String name, String plain, SchemaView schema) {
        if (name.startsWith("$") && plain.equals("filter")) {
            return Optional.of(
                    schema.isText() && !properties.all().isEmpty()
                            ? new ParameterUse.ODataFilter(properties)
                            : new ParameterUse.Unknown("it is a language of its own"));
        }
        boolean text = schema.isText() && schema.options().isEmpty() && !schema.isMoment();
        if (!text || !(ConventionalName.SEARCH.has(plain) || ConventionalName.SEARCH_OR_PROPERTY.has(plain))) {
            return Optional.empty();
        }
        List<Property> texts = texts();
        return Optional.of(
                texts.isEmpty()
                        ? new ParameterUse.Unknown("the records have no text")
                        : new ParameterUse.Search(texts));
    }

    /** The properties that a text can be searched in. */
    public List<Property> texts() {
        return properties.all().stream()
                .filter(property ->
                        property.schema().isText() && !property.schema().isMoment())
                .toList();
    }

    private Optional<ParameterUse> compared(String plain, SchemaView schema) {
        for (ComparisonName way : ComparisonName.of(plain)) {
            List<Property> things = things(way.rest());
            Optional<ParameterUse> use = things.isEmpty() || way.comparison() == Comparison.PRESENT
                    ? comparable(way, schema).map(each -> new ParameterUse.Filter(each, way.comparison()))
                    : compared(things, way.comparison(), schema);
            if (use.isPresent()) {
                return use;
            }
        }
        return Optional.empty();
    }

    /** An object can only be compared for equality. */
    private Optional<ParameterUse> compared(List<Property> things, Comparison comparison, SchemaView schema) {
        return switch (comparison) {
            case EQUAL -> identity(things, schema, false);
            case DIFFERENT -> identity(things, schema, true);
            default -> Optional.empty();
        };
    }

    /** The identifying properties of the objects that a name means, unless a property has that name. */
    private List<Property> things(String plain) {
        List<Property> own = properties.identities(plain);
        return own.isEmpty() && properties.exactly(plain).isEmpty() ? properties.identitiesMeant(plain) : own;
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

    private Optional<ParameterUse> meant(String plain, SchemaView schema) {
        Optional<Property> property = properties.meant(plain, owner);
        if (property.isEmpty() && (schema.isMoment() || plain.matches(".*(date|time|at|on)"))) {
            property = properties.moment(plain);
        }
        return property.map(each -> filter(each, schema));
    }

    /** The plain name without a word that only says that it is a filter. */
    private static String bare(String name, String plain) {
        String hyphened = Name.hyphened(name);
        String rest = hyphened.replaceFirst(FILTERING, "");
        return rest.equals(hyphened) ? plain : Name.plain(rest);
    }

    private static Optional<ParameterUse> technical(String plain) {
        return ConventionalName.TECHNICAL.has(plain)
                ? Optional.of(new ParameterUse.Nothing("it is not about records"))
                : Optional.empty();
    }

    private ParameterUse unknown() {
        boolean open = properties.all().isEmpty();
        return new ParameterUse.Unknown(
                open ? "the document names no property of the records" : "no property of the records is called so");
    }
}
