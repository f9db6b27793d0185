package dev.understudy.mocks.anyspec.roles.corrections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.mocks.anyspec.roles.parameters.Comparison;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterRules;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import dev.understudy.mocks.anyspec.roles.parameters.Sorting;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Determines the use of a parameter that {@code x-understudy} declares. */
public record ParameterCorrection(Corrections corrections, ParameterRules rules) {
    /** The meaning of each word. */
    private static final Map<String, Reading> WORDS = Map.ofEntries(
            Map.entry("limit", ParameterCorrection::limit),
            Map.entry("offset", (all, said, schema) -> Optional.of(new ParameterUse.Offset())),
            Map.entry("page", ParameterCorrection::page),
            Map.entry("after", (all, said, schema) -> Optional.of(new ParameterUse.Cursor(false))),
            Map.entry("before", (all, said, schema) -> Optional.of(new ParameterUse.Cursor(true))),
            Map.entry("sort", ParameterCorrection::sort),
            Map.entry("direction", (all, said, schema) -> Optional.of(all.rules.direction("desc", schema))),
            Map.entry("filter", ParameterCorrection::filter),
            Map.entry("search", ParameterCorrection::search),
            Map.entry("fields", (all, said, schema) -> Optional.of(new ParameterUse.Projection(false))),
            Map.entry("except", (all, said, schema) -> Optional.of(new ParameterUse.Projection(true))),
            Map.entry("nothing", (all, said, schema) -> Optional.of(new ParameterUse.Nothing("x-understudy says so"))));

    /** Keys that alone determine what the parameter does. */
    private static final Map<String, String> TELLING =
            Map.of("property", "filter", "is", "filter", "properties", "search", "first", "page", "values", "sort");

    private static final Set<Comparison> ORDERING =
            EnumSet.of(Comparison.LESS, Comparison.AT_MOST, Comparison.GREATER, Comparison.AT_LEAST);

    private static final Set<Comparison> TEXTUAL = EnumSet.of(Comparison.CONTAINS, Comparison.BEGINS, Comparison.ENDS);

    @FunctionalInterface
    private interface Reading {
        Optional<ParameterUse> use(ParameterCorrection all, Said said, SchemaView schema);
    }

    /**
     * The declaration for a parameter.
     *
     * @param pointer the place of the declaration
     */
    private record Said(String name, String pointer, JsonNode value) {
        String at(String key) {
            return Pointers.child(pointer, key);
        }
    }

    /** The declared use; empty if the declaration is a mistake. */
    public Optional<ParameterUse> use(String name, String pointer, JsonNode value, SchemaView schema) {
        String does = value.path("does").asText("");
        String word = does.isEmpty()
                ? TELLING.entrySet().stream()
                        .filter(entry -> value.has(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("")
                : does;
        Reading reading = WORDS.get(word);
        return reading == null ? Optional.empty() : reading.use(this, new Said(name, pointer, value), schema);
    }

    private static Optional<ParameterUse> limit(ParameterCorrection all, Said said, SchemaView schema) {
        return Optional.of(new ParameterUse.Limit(
                ParameterRules.number(schema, "default"), ParameterRules.number(schema, "maximum")));
    }

    private static Optional<ParameterUse> page(ParameterCorrection all, Said said, SchemaView schema) {
        return Optional.of(new ParameterUse.Page(said.value().path("first").asInt(ParameterRules.firstPage(schema))));
    }

    private static Optional<ParameterUse> sort(ParameterCorrection all, Said said, SchemaView schema) {
        var meanings = new LinkedHashMap<String, String>();
        for (Map.Entry<String, JsonNode> entry : said.value().path("values").properties()) {
            meanings.put(entry.getKey(), entry.getValue().asText());
        }
        var sorting = new Sorting(all.rules.properties(), all.rules.owner(), all.rules.values(schema), meanings);
        meanings.forEach((value, meaning) -> {
            if (sorting.key(value).isEmpty()) {
                all.corrections.unknown(
                        Pointers.child(said.at("values"), value),
                        "the records have no property " + meaning,
                        meaning.replaceFirst("^[-+]", ""),
                        new Sorting(all.rules.properties(), all.rules.owner(), List.of()).names());
            } else if (!sorting.isOpen() && !sorting.values().contains(value)) {
                all.corrections.unknown(
                        Pointers.child(said.at("values"), value),
                        "the parameter has no value " + value,
                        value,
                        sorting.values());
            }
        });
        return Optional.of(new ParameterUse.Sort(sorting));
    }

    private static Optional<ParameterUse> filter(ParameterCorrection all, Said said, SchemaView schema) {
        boolean told = said.value().has("property");
        String name = said.value().path("property").asText(said.name());
        String comparison = said.value().path("is").asText("equal").toUpperCase(Locale.ROOT);
        return all.corrections
                .property(all.rules.properties(), name, told ? said.at("property") : said.pointer())
                .filter(property -> all.compares(property, Comparison.valueOf(comparison), said))
                .map(property -> new ParameterUse.Filter(property, Comparison.valueOf(comparison)));
    }

    /** Whether values of a property can be compared in this way; notes a mistake if they cannot. */
    private boolean compares(Property property, Comparison comparison, Said said) {
        SchemaView schema = property.schema();
        boolean texts = property.several() && !schema.isNumeric() && !schema.isMoment();
        boolean ordered = ORDERING.contains(comparison) && (texts || schema.isBoolean() || schema.isObject());
        boolean within = TEXTUAL.contains(comparison) && (schema.isBoolean() || schema.isObject());
        if (ordered || within) {
            String is = schema.isBoolean() ? "true or false" : schema.isObject() ? "an object" : "a list of texts";
            corrections.mistake(
                    said.at("is"),
                    property + " is " + is + ", which " + comparison.name().toLowerCase(Locale.ROOT)
                            + " does not compare",
                    "use one of equal, different, present"
                            + (within || schema.isBoolean() ? "" : ", contains, begins, ends"));
        }
        return !ordered && !within;
    }

    private static Optional<ParameterUse> search(ParameterCorrection all, Said said, SchemaView schema) {
        var properties = new ArrayList<Property>();
        JsonNode names = said.value().path("properties");
        for (int i = 0; i < names.size(); i++) {
            all.corrections
                    .property(all.rules.properties(), names.get(i).asText(), Pointers.child(said.at("properties"), i))
                    .ifPresent(properties::add);
        }
        List<Property> texts = names.isMissingNode() ? all.rules.texts() : properties;
        return Optional.of(new ParameterUse.Search(texts));
    }
}
