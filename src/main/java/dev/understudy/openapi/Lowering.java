package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Writes the schemas of a document anew in JSON Schema 2020-12, so that nothing behind it knows versions. Each of these
 * rules is put to each schema, in this order:
 *
 * <table>
 * <caption>What becomes of schemas</caption>
 * <tr><th>OpenAPI</th><th>written</th><th>lowered</th></tr>
 * <tr><td>3.0</td><td>keys beside {@code $ref}</td><td>none</td></tr>
 * <tr><td>3.0</td><td>{@code type: T, nullable: true}</td>
 *     <td>{@code type: [T, "null"]}; an enum beside it must have null of its own</td></tr>
 * <tr><td>3.0</td><td>{@code nullable} in any other place</td><td>nothing</td></tr>
 * <tr><td>3.0</td><td>{@code minimum: 5, exclusiveMinimum: true}</td><td>{@code exclusiveMinimum: 5}</td></tr>
 * <tr><td>3.0</td><td>{@code maximum: 5, exclusiveMaximum: true}</td><td>{@code exclusiveMaximum: 5}</td></tr>
 * <tr><td>3.0.0 to 3.0.3</td><td>{@code type: integer}</td>
 *     <td>the same with {@value #NO_FRACTION}, as 1.0 is none (JSON Schema Wright-00, 3.5)</td></tr>
 * <tr><td>all</td><td>{@code format: int32} or {@code int64}</td>
 *     <td>the same with its bounds, and {@code type: integer} for {@code type: number}</td></tr>
 * <tr><td>all</td><td>a count of more than 2147483647</td><td>2147483647, more than anything has</td></tr>
 * <tr><td>all</td><td>{@code example: E}</td><td>{@code examples: [E]}</td></tr>
 * <tr><td>3.1</td><td>{@code $ref} to an anchor, {@code $dynamicRef}, anchors</td>
 *     <td>{@code $ref} to the place; nothing, if a schema has an {@code $id}</td></tr>
 * <tr><td>3.0</td><td>{@code discriminator}</td><td>the same, spelled out where values are judged</td></tr>
 * </table>
 */
public final class Lowering {
    /** Beside the type integer: a number must be written without a fraction and an exponent. */
    public static final String NO_FRACTION = "x-no-fraction";

    /** Beside a type that has null, or the type null alone: null is admitted by a reading, and not by the letter. */
    public static final String NULL_BY_READING = "x-null-by-reading";

    private static final IntNode MOST = IntNode.valueOf(Integer.MAX_VALUE);
    private static final List<String> COUNTS = List.of(
            "maxLength",
            "minLength",
            "maxItems",
            "minItems",
            "maxContains",
            "minContains",
            "maxProperties",
            "minProperties");
    private static final List<String> ANCHORS = List.of("$anchor", "$dynamicAnchor");
    private static final List<String> LATER = SchemaKeyword.later();
    private static final List<Rule> RULES = List.of(
            new Rule("3[.]0[.].*", Lowering::reference),
            new Rule("3[.]0[.].*", Lowering::nullable),
            new Rule("3[.]0[.].*", schema -> exclusive(schema, "minimum", "exclusiveMinimum")),
            new Rule("3[.]0[.].*", schema -> exclusive(schema, "maximum", "exclusiveMaximum")),
            new Rule("3[.]0[.][0-3]", Lowering::noFraction),
            new Rule(".*", Lowering::bounds),
            new Rule(".*", Lowering::counts),
            new Rule(".*", Lowering::example));

    /** What is done to a schema of a document whose version matches. */
    private record Rule(Pattern versions, Consumer<ObjectNode> change) {
        Rule(String versions, Consumer<ObjectNode> change) {
            this(Pattern.compile(versions), change);
        }

        private static List<Consumer<ObjectNode>> of(String version) {
            return RULES.stream()
                    .filter(rule -> rule.versions().matcher(version).matches())
                    .map(Rule::change)
                    .toList();
        }
    }

    private Lowering() {}

    /** Whether schemas of this version of OpenAPI are no JSON Schema 2020-12 as they are written. */
    static boolean changes(String version) {
        return !version.matches("3\\.[1-9].*");
    }

    /** @param pointers those of all schemas in the document */
    public static Lowered of(Document document, List<String> pointers) {
        String version = document.root().at("openapi").text();
        List<Consumer<ObjectNode>> rules = Rule.of(version);
        JsonNode tree = document.tree().deepCopy();
        Map<String, ObjectNode> schemas = schemas(tree, pointers);
        schemas.values().forEach(schema -> rules.forEach(rule -> rule.accept(schema)));
        boolean oneResource = schemas.values().stream().noneMatch(schema -> schema.has("$id"));
        if (oneResource) {
            anchors(schemas);
        }
        return new Lowered(document, tree, changes(version) ? judged(tree, schemas) : tree, oneResource);
    }

    /**
     * A document that is not ours, for both directions: answers need not have what is {@code writeOnly}, nor requests
     * what is {@code readOnly}, be it required or not.
     */
    public record Directions(Lowered answers, Lowered requests) {}

    /**
     * The same of a document that is not ours, by the plain meaning of what its author wrote.
     *
     * @param letter the readings that are not taken
     */
    public static Directions brought(Document document, Set<Reading> letter) {
        var schemas = new SchemaRewriting(document.schemas());
        schemas.pass(document.tree().at("/components/examples"));
        JsonNode tree = schemas.rewritten(document.tree(), broughtRule(document, letter, schemas));
        var directions = new OneWayProperties(document, schemas);
        JsonNode answers = directions.without(tree, "writeOnly");
        JsonNode requests = directions.without(tree, "readOnly");
        Lowered ofAnswers = judged(document, answers, schemas);
        return new Directions(ofAnswers, requests == answers ? ofAnswers : judged(document, requests, schemas));
    }

    private static Lowered judged(Document document, JsonNode tree, SchemaRewriting schemas) {
        JsonNode judged =
                schemas.rewritten(tree, schema -> schema.has("discriminator"), schema -> Discriminator.of(schema)
                        .ifPresent(discriminator -> discriminator.spellOut(schema, false)));
        return new Lowered(document, tree, judged, true);
    }

    private static Consumer<ObjectNode> broughtRule(Document document, Set<Reading> letter, SchemaRewriting schemas) {
        String version = document.root().at("openapi").text();
        boolean later = !changes(version);
        var rules = new ArrayList<Consumer<ObjectNode>>();
        rules.add(schema -> exclusiveOfOtherVersion(schema, later));
        if (!letter.contains(Reading.LIMIT_AS_TEXT)) {
            Map<String, SchemaKeyword> keywords = SchemaKeyword.of(version);
            rules.add(schema -> KeywordValue.correct(schema, keywords));
        }
        if (!later) {
            rules.add(Lowering::laterKeywords);
        }
        rules.addAll(Rule.of(version));
        rules.add(new DiscriminatorReading(document.tree(), letter.contains(Reading.VARIANT_NAME))::complete);
        return schema -> {
            boolean nullable = NullReading.of(schema, later)
                    .filter(reading -> !letter.contains(reading))
                    .isPresent();
            boolean composed = NullReading.isComposed(schema);
            if (nullable && !composed) {
                NullReading.listed(schema);
            }
            rules.forEach(rule -> rule.accept(schema));
            if (nullable && composed) {
                schemas.know(NullReading.wrapped(schema));
            }
        };
    }

    /** A number in 3.0 and a flag in 3.1 is the other version's way to say the same. */
    private static void exclusiveOfOtherVersion(ObjectNode schema, boolean later) {
        for (String bound : List.of("minimum", "maximum")) {
            String exclusive = bound.equals("minimum") ? "exclusiveMinimum" : "exclusiveMaximum";
            JsonNode value = schema.path(exclusive);
            if (later && value.isBoolean()) {
                exclusive(schema, bound, exclusive);
            } else if (!later && value.isNumber() && !schema.has(bound)) {
                schema.set(bound, value);
                schema.put(exclusive, true);
            }
        }
    }

    /** Keywords that came with 3.1 say nothing in a 3.0 document. */
    private static void laterKeywords(ObjectNode schema) {
        schema.remove(LATER);
    }

    /** With one resource nothing is dynamic: each name stands for one place. */
    private static void anchors(Map<String, ObjectNode> schemas) {
        var places = new HashMap<String, String>();
        schemas.forEach((pointer, schema) -> {
            for (String kind : ANCHORS) {
                if (schema.has(kind)) {
                    places.put("#" + schema.path(kind).asText(), "#" + pointer);
                }
            }
        });
        for (ObjectNode schema : schemas.values()) {
            schema.remove(ANCHORS);
            String target = places.get(schema.path("$ref").asText());
            if (target != null) {
                schema.put("$ref", target);
            }
            String dynamic = schema.path("$dynamicRef").asText();
            if (!dynamic.isEmpty() && !schema.has("$ref")) {
                schema.remove("$dynamicRef");
                schema.put("$ref", places.getOrDefault(dynamic, dynamic));
            }
        }
    }

    private static JsonNode judged(JsonNode tree, Map<String, ObjectNode> schemas) {
        List<String> discriminated = schemas.entrySet().stream()
                .filter(schema -> Discriminator.of(schema.getValue()).isPresent())
                .map(Map.Entry::getKey)
                .toList();
        if (discriminated.isEmpty()) {
            return tree;
        }
        JsonNode judged = tree.deepCopy();
        for (ObjectNode schema : schemas(judged, discriminated).values()) {
            Discriminator.of(schema).ifPresent(discriminator -> discriminator.spellOut(schema));
        }
        return judged;
    }

    private static void reference(ObjectNode schema) {
        if (schema.path("$ref").isTextual()) {
            schema.retain("$ref");
        }
    }

    private static void nullable(ObjectNode schema) {
        JsonNode nullable = schema.remove("nullable");
        JsonNode type = schema.path("type");
        if (nullable != null && nullable.asBoolean() && type.isTextual()) {
            schema.putArray("type").add(type).add("null");
        }
    }

    private static void exclusive(ObjectNode schema, String bound, String exclusive) {
        JsonNode flag = schema.path(exclusive);
        JsonNode value = schema.path(bound);
        if (flag.asBoolean() && value.isNumber()) {
            schema.set(exclusive, value);
            schema.remove(bound);
        } else {
            schema.remove(exclusive);
        }
    }

    private static void noFraction(ObjectNode schema) {
        JsonNode type = schema.path("type");
        if (type.asText().equals("integer") || type.path(0).asText().equals("integer")) {
            schema.put(NO_FRACTION, true);
        }
    }

    private static void bounds(ObjectNode schema) {
        switch (schema.path("format").asText()) {
            case "int32" -> whole(schema, IntNode.valueOf(Integer.MIN_VALUE), IntNode.valueOf(Integer.MAX_VALUE));
            case "int64" -> whole(schema, LongNode.valueOf(Long.MIN_VALUE), LongNode.valueOf(Long.MAX_VALUE));
            default -> {}
        }
    }

    /** The formats are of whole numbers, also beside the type number (OAS format registry). */
    private static void whole(ObjectNode schema, NumericNode least, NumericNode most) {
        if (schema.path("type").asText().equals("number")) {
            schema.put("type", "integer");
        } else if (schema.path("type") instanceof ArrayNode types) {
            for (int i = 0; i < types.size(); i++) {
                if (types.get(i).asText().equals("number")) {
                    types.set(i, "integer");
                }
            }
        }
        bound(schema, least, most);
    }

    private static void bound(ObjectNode schema, NumericNode least, NumericNode most) {
        if (!narrows(schema.path("minimum"), least, 1) && !narrows(schema.path("exclusiveMinimum"), least, 1)) {
            schema.set("minimum", least);
        }
        if (!narrows(schema.path("maximum"), most, -1) && !narrows(schema.path("exclusiveMaximum"), most, -1)) {
            schema.set("maximum", most);
        }
    }

    private static boolean narrows(JsonNode bound, NumericNode widest, int inwards) {
        return bound.isNumber() && bound.decimalValue().compareTo(widest.decimalValue()) * inwards >= 0;
    }

    private static void counts(ObjectNode schema) {
        for (String key : COUNTS) {
            if (narrows(schema.path(key), MOST, 1)) {
                schema.set(key, MOST);
            }
        }
    }

    private static void example(ObjectNode schema) {
        JsonNode example = schema.remove("example");
        if (example != null && !schema.has("examples")) {
            schema.putArray("examples").add(example);
        }
    }

    /** Those at these places that are objects. */
    private static Map<String, ObjectNode> schemas(JsonNode tree, List<String> pointers) {
        var schemas = new LinkedHashMap<String, ObjectNode>();
        for (String pointer : pointers) {
            if (tree.at(pointer) instanceof ObjectNode schema) {
                schemas.put(pointer, schema);
            }
        }
        return schemas;
    }
}
