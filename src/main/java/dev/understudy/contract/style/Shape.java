package dev.understudy.contract.style;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.api.Expected;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.text.Scalar;
import dev.understudy.openapi.Part;
import dev.understudy.schema.DocumentSchemas;
import dev.understudy.schema.SchemaCheck;
import dev.understudy.schema.Wording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What values of a parameter may look like: the types, items and properties that its schema names, over all of its
 * references and alternatives. What of it a value must keep is for the schema itself to say.
 */
public final class Shape {
    private final DocumentSchemas documentSchemas;
    private final List<Part> schemas;
    private final List<SchemaCheck> checks;
    private final Set<Scalar> scalars = EnumSet.noneOf(Scalar.class);
    private final List<Part> items = new ArrayList<>();
    private final Map<String, List<Part>> properties = new LinkedHashMap<>();
    private final List<Part> others = new ArrayList<>();
    /** Made once: requests ask for them again and again. */
    private final Map<String, Shape> children = new ConcurrentHashMap<>();

    private boolean list;
    private boolean object;
    private boolean free;
    private boolean nullable;

    private Shape(DocumentSchemas documentSchemas, List<Part> schemas) {
        this.documentSchemas = documentSchemas;
        this.schemas = schemas;
        this.checks = schemas.stream()
                .map(schema -> documentSchemas.at(schema.pointer()))
                .toList();
        var seen = new HashSet<String>();
        schemas.forEach(schema -> collect(schema, true, seen));
        // Where no type is named, null is one of all that is meant.
        if (nullable && (list || object || !scalars.isEmpty())) {
            scalars.add(Scalar.NULL);
        }
    }

    public static Shape of(DocumentSchemas documentSchemas, Part schema) {
        return new Shape(documentSchemas, schema.isPresent() ? List.of(schema) : List.of());
    }

    /** @param typed whether the types count: not where the schema around has its own */
    private void collect(Part schema, boolean typed, Set<String> seen) {
        Part here = schema.resolved();
        if (!seen.add(here.pointer() + typed)) {
            return;
        }
        List<String> types = types(here);
        if (typed) {
            types.forEach(this::take);
            nullable |= here.at("nullable").isTrue();
            object |= types.isEmpty() && (here.has("properties") || here.has("additionalProperties"));
            list |= types.isEmpty() && here.has("items");
        }
        if (here.has("items")) {
            items.add(here.at("items"));
        }
        here.at("properties").children().forEach(property -> properties
                .computeIfAbsent(property.key(), key -> new ArrayList<>())
                .add(property));
        Part additional = here.at("additionalProperties");
        free |= here.has("patternProperties")
                || additional.isPresent()
                        && !(additional.value().isBoolean()
                                && !additional.value().booleanValue());
        if (additional.value().isObject()) {
            others.add(additional);
        }
        for (String alternatives : List.of("allOf", "anyOf", "oneOf")) {
            here.at(alternatives).children().forEach(each -> collect(each, typed && types.isEmpty(), seen));
        }
    }

    private static List<String> types(Part schema) {
        Part type = schema.at("type");
        return type.value().isTextual()
                ? List.of(type.text())
                : type.children().stream().map(Part::text).toList();
    }

    private void take(String type) {
        list |= type.equals("array");
        object |= type.equals("object");
        Scalar.of(type).ifPresent(scalars::add);
    }

    /** The schemas that it is of, as the document has them; none where anything may be meant. */
    public List<Part> schemas() {
        return schemas;
    }

    public boolean isList() {
        return list;
    }

    public boolean isObject() {
        return object;
    }

    /** Whether a text without structure may be meant: null alone is not. */
    public boolean isScalar() {
        return scalars.stream().anyMatch(scalar -> scalar != Scalar.NULL) || !list && !object;
    }

    /** Whether an object takes keys that it does not declare. */
    public boolean isFree() {
        return object && (free || properties.isEmpty());
    }

    public Set<String> properties() {
        return properties.keySet();
    }

    /** Whether a value holds a list or an object in it. */
    public boolean isNested() {
        return list && items().isContainer()
                || object
                        && (properties.keySet().stream()
                                        .anyMatch(key -> property(key).isContainer())
                                || property("").isContainer());
    }

    public boolean isContainer() {
        return list || object;
    }

    public Shape items() {
        return children.computeIfAbsent("items", key -> new Shape(documentSchemas, items));
    }

    /** The same with this index, which may have a schema of its own place. */
    public Shape item(int index) {
        List<Part> own = schemas.stream()
                .map(schema -> schema.resolved().at("prefixItems").at(index))
                .filter(Part::isPresent)
                .toList();
        return own.isEmpty() ? items() : new Shape(documentSchemas, own);
    }

    public Shape property(String key) {
        return properties.containsKey(key)
                ? children.computeIfAbsent(
                        " " + key, none -> new Shape(documentSchemas, properties.getOrDefault(key, others)))
                : children.computeIfAbsent("others", none -> new Shape(documentSchemas, others));
    }

    /** Whether the schema admits the value; any does where there is none. */
    public boolean admits(JsonNode value) {
        return checks.isEmpty()
                || checks.stream()
                        .anyMatch(check -> check.isCompiled()
                                ? check.passes(value)
                                : check.violations(Place.QUERY, "", value).isEmpty());
    }

    /** What a text without structure may mean. */
    public Leaf leaf() {
        return new Leaf(List.copyOf(scalars), expected(), this::admits);
    }

    /** What a value must be, by the names of its types. */
    public Expected expected() {
        var types = JsonNodeFactory.instance.arrayNode();
        scalars.forEach(scalar -> types.add(scalar.name().toLowerCase(Locale.ROOT)));
        Optional.of("array").filter(type -> list).ifPresent(types::add);
        Optional.of("object").filter(type -> object).ifPresent(types::add);
        return Wording.expected("type", JsonNodeFactory.instance.objectNode().set("type", types));
    }
}
