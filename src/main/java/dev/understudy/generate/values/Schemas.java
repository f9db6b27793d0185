package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.api.text.Percent;
import dev.understudy.openapi.Lowered;
import dev.understudy.openapi.SchemaKeyword;
import dev.understudy.openapi.SchemaKeyword.Effect;
import dev.understudy.schema.DocumentSchemas;
import dev.understudy.schema.SchemaCheck;
import dev.understudy.schema.pattern.EcmaPattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The schemas of a document, as values that go in one direction are judged by them. */
final class Schemas {
    private static final int DEEPEST = 8;

    private final Lowered document;
    private final DocumentSchemas schemas;
    private final String leftOut;
    private final Map<String, JsonNode> known = new ConcurrentHashMap<>();
    private final Map<List<String>, Shape> shapes = new ConcurrentHashMap<>();
    private final Map<String, String> canonical = new ConcurrentHashMap<>();
    private final Map<String, Boolean> oneWay = new ConcurrentHashMap<>();
    private final Map<String, PatternTexts> patterns = new ConcurrentHashMap<>();
    private final Map<String, EcmaPattern> tests = new ConcurrentHashMap<>();

    /** @param schemas of the document as it is: its compiled schemas serve wherever they are right */
    Schemas(Lowered written, DocumentSchemas schemas, Direction direction) {
        this.document = OneWay.of(written, direction);
        this.schemas = document.judged() == written.judged() ? schemas : new DocumentSchemas(document, true);
        this.leftOut = direction.leftOut;
    }

    JsonNode at(String pointer) {
        JsonNode schema = known.get(pointer);
        return schema == null ? known.computeIfAbsent(pointer, document.judged()::at) : schema;
    }

    /** The place that a local reference names. */
    static String pointer(String reference) {
        String fragment = reference.substring(1);
        return Percent.decode(fragment, false).orElse(fragment);
    }

    /** All schemas that a value must keep at once; where nothing is to be chosen, they are the same each time. */
    Shape shape(List<String> demanded, Choices choices) {
        Shape known = shapes.get(demanded);
        if (known == null) {
            known = new Shape(this, choices, demanded);
            if (!known.isChosen()) {
                shapes.put(demanded, known);
            }
        }
        return known;
    }

    /** The schema that this one stands for, if it says nothing itself that decides. */
    String canonical(String pointer) {
        String found = canonical.get(pointer);
        return found == null ? canonical.computeIfAbsent(pointer, this::stoodFor) : found;
    }

    private String stoodFor(String pointer) {
        String here = pointer;
        for (int i = 0; i < DEEPEST; i++) {
            JsonNode schema = at(here);
            boolean alone = schema.properties().stream()
                            .filter(entry -> decides(entry.getKey()))
                            .count()
                    == 1;
            if (alone && schema.path("$ref").isTextual()) {
                here = pointer(schema.path("$ref").textValue());
            } else if (alone && schema.path("allOf").size() == 1) {
                here = Pointers.child(Pointers.child(here, "allOf"), 0);
            } else {
                return here;
            }
        }
        return here;
    }

    private static boolean decides(String key) {
        return SchemaKeyword.lowered(key)
                .map(keyword -> keyword.effect() != Effect.NOTE)
                .orElse(false);
    }

    /** Whether a property with this schema goes only the other way. */
    boolean isLeftOut(String pointer) {
        return oneWay.computeIfAbsent(pointer, this::goesTheOtherWay);
    }

    private boolean goesTheOtherWay(String pointer) {
        String here = pointer;
        for (int i = 0; i < DEEPEST; i++) {
            JsonNode schema = at(here);
            if (schema.path(leftOut).asBoolean()) {
                return true;
            } else if (schema.path("$ref").isTextual()) {
                here = pointer(schema.path("$ref").textValue());
            } else {
                for (JsonNode part : schema.path("allOf")) {
                    if (part.path(leftOut).asBoolean()) {
                        return true;
                    }
                }
                if (schema.path("allOf").size() != 1) {
                    return false;
                }
                here = Pointers.child(Pointers.child(here, "allOf"), 0);
            }
        }
        return false;
    }

    /** The types that a schema names itself or through its references; empty if it names none. */
    Set<String> types(String pointer) {
        JsonNode schema = at(canonical(pointer));
        var types = new LinkedHashSet<String>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(each -> types.add(each.asText()));
        return types;
    }

    /** Whether its values may be objects or lists. */
    boolean isHolding(String pointer) {
        JsonNode schema = at(canonical(pointer));
        Set<String> types = types(pointer);
        return types.contains("object")
                || types.contains("array")
                || Stream.of("properties", "allOf", "oneOf", "anyOf").anyMatch(schema::has);
    }

    /** Texts in which this expression finds a match. */
    PatternTexts pattern(String expression) {
        return patterns.computeIfAbsent(expression, PatternTexts::of);
    }

    /** Whether the name of a property is one that a key of {@code patternProperties} means. */
    boolean matches(String expression, String name) {
        return tests.computeIfAbsent(expression, EcmaPattern::of).matches(name);
    }

    /** Whether the value is what is wanted. */
    boolean accept(ValueConstraints constraints, JsonNode value) {
        for (String pointer : constraints.all()) {
            if (!passes(pointer, value)) {
                return false;
            }
        }
        for (String pointer : constraints.none()) {
            if (passes(pointer, value)) {
                return false;
            }
        }
        return true;
    }

    boolean passes(String pointer, JsonNode value) {
        try {
            SchemaCheck check = schemas.at(pointer);
            return check.isCompiled()
                    ? check.passes(value)
                    : broken(pointer, value).isEmpty();
        } catch (RuntimeException e) {
            throw new Unusable(pointer, e);
        }
    }

    /** A schema that no value can be judged by, as it is none. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String pointer;

        private Unusable(String pointer, RuntimeException cause) {
            super(cause.getMessage(), cause);
            this.pointer = pointer;
        }

        GenerationResult.Impossible result() {
            return new GenerationResult.Impossible("no value can be judged by it: " + getMessage(), pointer);
        }
    }

    /** What the value breaks first. */
    Optional<Violation> broken(ValueConstraints constraints, JsonNode value) {
        return constraints.all().stream()
                .flatMap(pointer -> broken(pointer, value).stream())
                .findFirst();
    }

    private List<Violation> broken(String pointer, JsonNode value) {
        return schemas.at(pointer).violations(Violation.Place.RECORD, "", value);
    }
}
