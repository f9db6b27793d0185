package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.generate.values.GenerationResult.Impossible;
import dev.understudy.generate.values.GenerationResult.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Generates one value with all that is inside it. A value that breaks its schemas is made again, a bounded number of
 * times.
 */
final class ValueGeneration {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String ENDLESS = "a value of it must hold another one of it, without end";
    private static final int MOST_STEPS = 20_000;
    private static final int MOST_TURNS = 40;
    private static final int DEEPEST = 60;

    /** Beyond that many steps only what must be there is made. */
    private static final int ENOUGH = 4_000;

    private final Schemas schemas;
    private final long seed;

    /** The schemas of the values around, and how often each is there. */
    private final Map<String, Integer> open = new HashMap<>();

    /** What nothing was found for; what is endless in one place may not be so in another. */
    private final Map<ValueConstraints, Impossible> failed = new HashMap<>();

    private int steps;
    private int depth;

    ValueGeneration(Schemas schemas, long seed) {
        this.schemas = schemas;
        this.seed = seed;
    }

    /** What of an object is there. */
    enum Mode {
        /** All that may be. */
        FULL,
        /** Without what the other branches of a choice ask for. */
        APART,
        /** What must be, and no more. */
        LEAN,
        /** All, with something that each other branch refuses. */
        SPOILT
    }

    private static final Mode[] MODES = Mode.values();

    Schemas schemas() {
        return schemas;
    }

    long seed() {
        return seed;
    }

    /** Something was tried: there is an end to that. */
    void step() {
        steps++;
    }

    boolean hasEnough() {
        return steps > ENOUGH;
    }

    /** Whether the value would be inside of another with the same schemas. */
    boolean isOpen(ValueConstraints constraints) {
        return open.containsKey(key(constraints));
    }

    private String key(ValueConstraints constraints) {
        return constraints.all().size() == 1
                ? schemas.canonical(constraints.first())
                : String.join(
                        " ", constraints.all().stream().map(schemas::canonical).toList());
    }

    GenerationResult make(ValueConstraints constraints, Place place) {
        if (++steps > MOST_STEPS) {
            return new Impossible("no value was found in " + MOST_STEPS + " steps", constraints.first());
        }
        String key = key(constraints);
        if (open.getOrDefault(key, 0) > 2 || depth > DEEPEST) {
            return new Impossible(ENDLESS, constraints.first());
        }
        Impossible known = failed.get(constraints);
        if (known != null) {
            return known;
        }
        open.merge(key, 1, Integer::sum);
        depth++;
        try {
            GenerationResult made = attempts(constraints, place);
            if (made instanceof Impossible impossible && !impossible.why().equals(ENDLESS)) {
                failed.put(constraints, impossible);
            }
            return made;
        } finally {
            depth--;
            open.computeIfPresent(key, (any, count) -> count == 1 ? null : count - 1);
        }
    }

    Choices choices(Place place, int attempt) {
        return new Choices(schemas, seed, place.path(), attempt / MODES.length, open.keySet());
    }

    private GenerationResult attempts(ValueConstraints constraints, Place place) {
        Impossible failure = null;
        int attempts = MODES.length;
        for (int attempt = 0; attempt < attempts && steps <= MOST_STEPS; attempt++) {
            Shape shape = schemas.shape(constraints.all(), choices(place, attempt));
            GenerationResult made = attempt(shape, constraints, place, MODES[attempt % MODES.length], attempt);
            if (made instanceof Value) {
                return made;
            }
            if (failure == null) {
                failure = (Impossible) made;
                attempts = shape.isChosen() || !shape.broken.isEmpty()
                        ? MODES.length * Math.min(shape.branches + 6, MOST_TURNS)
                        : attempts;
            }
        }
        if (schemas.accept(constraints, NODES.nullNode())) {
            return new Value(NODES.nullNode());
        }
        return failure == null ? new Impossible("no value was found", constraints.first()) : failure;
    }

    private GenerationResult attempt(Shape shape, ValueConstraints constraints, Place place, Mode mode, int attempt) {
        if (shape.refusing != null) {
            return new Impossible("the schema false admits no value", shape.refusing);
        }
        List<JsonNode> fixed = Candidates.fixed(shape, place, seed);
        if (fixed != null) {
            return fixed(fixed, constraints);
        }
        List<String> types = shape.types();
        if (types.isEmpty()) {
            return new Impossible("no type is left, as its schemas name different ones", constraints.first());
        }
        if (mode == Mode.FULL) {
            JsonNode example = example(shape, constraints, place);
            if (example != null) {
                return new Value(example);
            }
        }
        Impossible failure = null;
        for (String type : types) {
            boolean container = type.equals("object") || type.equals("array");
            if (mode != Mode.FULL && !container) {
                continue;
            }
            GenerationResult made = ofType(type, shape, constraints, place, mode, attempt);
            if (made instanceof Value) {
                return made;
            }
            failure = failure == null ? (Impossible) made : failure;
        }
        return failure == null ? new Impossible("no value was found", constraints.first()) : failure;
    }

    private GenerationResult fixed(List<JsonNode> values, ValueConstraints constraints) {
        for (JsonNode value : values) {
            if (schemas.accept(constraints, value)) {
                return new Value(value);
            }
        }
        return new Impossible(
                values.isEmpty()
                        ? "no value is in all lists of allowed values"
                        : "none of the allowed values keeps the other keywords: "
                                + FailureReasons.broken(this, constraints, values.get(0)),
                constraints.first());
    }

    private @Nullable JsonNode example(Shape shape, ValueConstraints constraints, Place place) {
        for (JsonNode example : Candidates.examples(shape, place)) {
            if (schemas.accept(constraints, example)) {
                JsonNode left = new Pruning(this).of(constraints, example, place);
                if (left == example || schemas.accept(constraints, left)) {
                    return left;
                }
            }
        }
        return null;
    }

    private GenerationResult ofType(
            String type, Shape shape, ValueConstraints constraints, Place place, Mode mode, int attempt) {
        return switch (type) {
            case "object" -> new ObjectGenerator(this, constraints, place.inside(seed), mode, attempt).make(shape);
            case "array" -> new ArrayGenerator(this, shape, constraints, place, mode).make();
            case "string" -> new TextGenerator(this, shape, constraints, place).make();
            case "integer" -> new NumberGenerator(this, shape, constraints, place).make(true);
            case "number" -> new NumberGenerator(this, shape, constraints, place).make(false);
            case "boolean" -> fixed(booleans(place), constraints);
            case "null" -> fixed(List.of(NODES.nullNode()), constraints);
            default -> new Impossible("there is no type " + type, constraints.first());
        };
    }

    private List<JsonNode> booleans(Place place) {
        boolean first = place.chance(seed, 0).percent(60);
        return List.of(NODES.booleanNode(first), NODES.booleanNode(!first));
    }
}
