package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.api.Pointers;
import dev.understudy.generate.values.GenerationResult.Impossible;
import dev.understudy.generate.values.GenerationResult.Value;
import dev.understudy.generate.values.Shape.Atom;
import dev.understudy.generate.values.ValueGeneration.Mode;
import java.util.ArrayList;
import java.util.List;

/** Makes a list: of three elements, if it may have as many and there is room. */
final class ArrayGenerator {
    private static final int USUAL = 3;
    private static final int MOST = 10_000;
    private static final int MOST_TRIES = 25;

    private final ValueGeneration generation;
    private final Shape shape;
    private final ValueConstraints constraints;
    private final Place place;
    private final Mode mode;

    ArrayGenerator(ValueGeneration generation, Shape shape, ValueConstraints constraints, Place place, Mode mode) {
        this.generation = generation;
        this.shape = shape;
        this.constraints = constraints;
        this.place = place;
        this.mode = mode;
    }

    GenerationResult make() {
        int least = least();
        int most = most();
        if (least > most) {
            return new Impossible(
                    "there must be at least %d elements and at most %d".formatted(least, most), constraints.first());
        } else if (least > MOST) {
            return new Impossible("there must be at least %d elements".formatted(least), constraints.first());
        }
        int count = Math.min(most, Math.max(least, usual()));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        boolean unique = shape.all("uniqueItems").stream().anyMatch(JsonNode::asBoolean);
        for (int i = 0; i < count; i++) {
            GenerationResult made = element(list, i, count, unique);
            if (made instanceof Value value) {
                list.add(value.value());
            } else if (i >= least) {
                break;
            } else {
                return made;
            }
        }
        return generation.schemas().accept(constraints, list)
                ? new Value(list)
                : new Impossible(FailureReasons.broken(generation, constraints, list), constraints.first());
    }

    private GenerationResult element(ArrayNode list, int index, int count, boolean unique) {
        ValueConstraints wanted = wanted(index, count);
        GenerationResult made = new Impossible("", constraints.first());
        for (int again = 0; again < MOST_TRIES; again++) {
            made = generation.make(wanted, place.element(generation.seed(), index, again, place.budget() / count));
            if (!(made instanceof Value value) || !unique || !contains(list, value.value())) {
                return made;
            }
        }
        return new Impossible(
                "there are not enough different values for %d elements, which must be unique".formatted(count),
                constraints.first());
    }

    private static boolean contains(ArrayNode list, JsonNode value) {
        for (JsonNode other : list) {
            if (other.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private int least() {
        return Math.max(shape.greatest("minItems", 0), contained());
    }

    private int contained() {
        int contained = 0;
        for (Atom atom : shape.with("contains")) {
            contained = Math.max(contained, atom.schema().path("minContains").asInt(1));
        }
        return contained;
    }

    private int most() {
        int most = shape.least("maxItems", Integer.MAX_VALUE);
        for (Atom atom : shape.with("items")) {
            if (isFalse(atom.schema().path("items"))) {
                most = Math.min(most, atom.schema().path("prefixItems").size());
            }
        }
        if (shape.all("items").isEmpty() && shape.all("contains").isEmpty()) {
            for (Atom atom : shape.with("unevaluatedItems")) {
                if (isFalse(atom.schema().path("unevaluatedItems"))) {
                    most = Math.min(most, tuple());
                }
            }
        }
        return most;
    }

    private static boolean isFalse(JsonNode schema) {
        return schema.isBoolean() && !schema.booleanValue();
    }

    private int tuple() {
        return shape.all("prefixItems").stream().mapToInt(JsonNode::size).max().orElse(0);
    }

    private int usual() {
        int tuple = tuple();
        if (mode == Mode.LEAN || generation.hasEnough() || generation.isOpen(at(tuple))) {
            return Math.min(tuple, mode == Mode.LEAN ? 0 : tuple);
        } else if (tuple > 0) {
            return mode == Mode.FULL ? tuple : tuple + contained();
        }
        int room = place.budget() / 8;
        return mode == Mode.APART ? 1 : Math.max(1, Math.min(USUAL, room));
    }

    private ValueConstraints wanted(int index, int count) {
        var contained = new ArrayList<String>();
        var broken = new ArrayList<String>();
        for (Atom atom : shape.with("contains")) {
            String contains = Pointers.child(atom.pointer(), "contains");
            int least = atom.schema().path("minContains").asInt(1);
            // Now the first of the elements, now the last: others may have a say about either.
            boolean chosen = mode == Mode.FULL || mode == Mode.SPOILT ? index >= count - least : index < least;
            if (chosen) {
                contained.add(contains);
            } else if (atom.schema().has("maxContains")) {
                broken.add(contains);
            }
        }
        // What is contained is evaluated by that.
        var pointers = new ArrayList<>(contained.isEmpty() ? at(index).all() : declared(index));
        pointers.addAll(contained);
        return new ValueConstraints(pointers, broken);
    }

    /** What the schemas say about the element with this index. */
    private ValueConstraints at(int index) {
        List<String> pointers = declared(index);
        if (pointers.isEmpty()) {
            shape.with("unevaluatedItems")
                    .forEach(atom -> pointers.add(Pointers.child(atom.pointer(), "unevaluatedItems")));
        }
        return new ValueConstraints(pointers, List.of());
    }

    private List<String> declared(int index) {
        var pointers = new ArrayList<String>();
        for (Atom atom : shape.atoms) {
            if (index < atom.schema().path("prefixItems").size()) {
                pointers.add(Pointers.child(Pointers.child(atom.pointer(), "prefixItems"), index));
            } else if (atom.schema().has("items")) {
                pointers.add(Pointers.child(atom.pointer(), "items"));
            }
        }
        return pointers;
    }
}
