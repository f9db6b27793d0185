package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.generate.values.Made.Impossible;
import dev.understudy.generate.values.Made.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value in the making, with all that is inside. What does not keep its schemas is made anew, so many times. */
final class Making {
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
    private final Map<Demand, Impossible> failed = new HashMap<>();

    private int steps;
    private int depth;

    Making(Schemas schemas, long seed) {
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
    boolean isOpen(Demand demand) {
        return open.containsKey(key(demand));
    }

    private String key(Demand demand) {
        return demand.all().size() == 1
                ? schemas.canonical(demand.first())
                : String.join(" ", demand.all().stream().map(schemas::canonical).toList());
    }

    Made make(Demand demand, Place place) {
        if (++steps > MOST_STEPS) {
            return new Impossible("no value was found in " + MOST_STEPS + " steps", demand.first());
        }
        String key = key(demand);
        if (open.getOrDefault(key, 0) > 2 || depth > DEEPEST) {
            return new Impossible(ENDLESS, demand.first());
        }
        Impossible known = failed.get(demand);
        if (known != null) {
            return known;
        }
        open.merge(key, 1, Integer::sum);
        depth++;
        try {
            Made made = attempts(demand, place);
            if (made instanceof Impossible impossible && !impossible.why().equals(ENDLESS)) {
                failed.put(demand, impossible);
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

    private Made attempts(Demand demand, Place place) {
        Impossible failure = null;
        int attempts = MODES.length;
        for (int attempt = 0; attempt < attempts && steps <= MOST_STEPS; attempt++) {
            Shape shape = schemas.shape(demand.all(), choices(place, attempt));
            Made made = attempt(shape, demand, place, MODES[attempt % MODES.length], attempt);
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
        if (schemas.accept(demand, NODES.nullNode())) {
            return new Value(NODES.nullNode());
        }
        return failure == null ? new Impossible("no value was found", demand.first()) : failure;
    }

    private Made attempt(Shape shape, Demand demand, Place place, Mode mode, int attempt) {
        if (shape.refusing != null) {
            return new Impossible("the schema false admits no value", shape.refusing);
        }
        List<JsonNode> fixed = Candidates.fixed(shape, place, seed);
        if (fixed != null) {
            return fixed(fixed, demand);
        }
        List<String> types = shape.types();
        if (types.isEmpty()) {
            return new Impossible("no type is left, as its schemas name different ones", demand.first());
        }
        if (mode == Mode.FULL) {
            JsonNode example = example(shape, demand, place);
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
            Made made = ofType(type, shape, demand, place, mode, attempt);
            if (made instanceof Value) {
                return made;
            }
            failure = failure == null ? (Impossible) made : failure;
        }
        return failure == null ? new Impossible("no value was found", demand.first()) : failure;
    }

    private Made fixed(List<JsonNode> values, Demand demand) {
        for (JsonNode value : values) {
            if (schemas.accept(demand, value)) {
                return new Value(value);
            }
        }
        return new Impossible(
                values.isEmpty()
                        ? "no value is in all lists of allowed values"
                        : "none of the allowed values keeps the other keywords: "
                                + Reasons.broken(this, demand, values.get(0)),
                demand.first());
    }

    private @Nullable JsonNode example(Shape shape, Demand demand, Place place) {
        for (JsonNode example : Candidates.examples(shape, place)) {
            if (schemas.accept(demand, example)) {
                JsonNode left = new Pruning(this).of(demand, example, place);
                if (left == example || schemas.accept(demand, left)) {
                    return left;
                }
            }
        }
        return null;
    }

    private Made ofType(String type, Shape shape, Demand demand, Place place, Mode mode, int attempt) {
        return switch (type) {
            case "object" -> new ObjectMaking(this, demand, place.inside(seed), mode, attempt).make(shape);
            case "array" -> new ArrayMaking(this, shape, demand, place, mode).make();
            case "string" -> new TextMaking(this, shape, demand, place).make();
            case "integer" -> new NumberMaking(this, shape, demand, place).make(true);
            case "number" -> new NumberMaking(this, shape, demand, place).make(false);
            case "boolean" -> fixed(booleans(place), demand);
            case "null" -> fixed(List.of(NODES.nullNode()), demand);
            default -> new Impossible("there is no type " + type, demand.first());
        };
    }

    private List<JsonNode> booleans(Place place) {
        boolean first = place.chance(seed, 0).percent(60);
        return List.of(NODES.booleanNode(first), NODES.booleanNode(!first));
    }
}
