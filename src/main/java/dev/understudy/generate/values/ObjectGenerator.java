package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.generate.values.GenerationResult.Impossible;
import dev.understudy.generate.values.GenerationResult.Value;
import dev.understudy.generate.values.Members.Member;
import dev.understudy.generate.values.ValueGeneration.Mode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes an object: first which properties it has, then each of them. */
final class ObjectGenerator {
    /** A map has so many entries, if it may. */
    private static final int ENTRIES = 2;

    private static final int MOST_TRIES = 60;

    private final ValueGeneration generation;
    private final ValueConstraints constraints;
    private final Place place;
    private final Mode mode;
    private final int attempt;

    ObjectGenerator(ValueGeneration generation, ValueConstraints constraints, Place place, Mode mode, int attempt) {
        this.generation = generation;
        this.constraints = constraints;
        this.place = place;
        this.mode = mode;
        this.attempt = attempt;
    }

    GenerationResult make(Shape shape) {
        var members = new Members(generation.schemas(), shape);
        var avoided = new Avoided(generation.schemas(), shape, constraints, mode, attempt / Mode.values().length);
        Set<String> required = PropertyChoice.required(shape);
        Map<String, Member> chosen =
                new PropertyChoice(generation, place, mode, attempt).of(shape, members, required, avoided);
        List<String> more = PropertyChoice.brought(shape, chosen);
        Shape brought = more.isEmpty() ? shape : shape.with(more, generation.choices(place, attempt));
        if (brought.atoms.size() > shape.atoms.size()) {
            return brought.refusing == null
                    ? make(brought)
                    : new Impossible("the schema false admits no value", brought.refusing);
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Impossible failure = fill(object, shape, chosen, required, avoided);
        if (failure != null) {
            return failure;
        }
        invent(object, shape, members, avoided);
        if (generation.schemas().accept(constraints, object)) {
            return new Value(object);
        }
        return new Impossible(
                missing(shape).orElseGet(() -> FailureReasons.broken(generation, constraints, object)),
                constraints.first());
    }

    /** What stands in the way of a property that must be there; null if each is. */
    private @Nullable Impossible fill(
            ObjectNode object, Shape shape, Map<String, Member> chosen, Set<String> required, Avoided avoided) {
        int holding = (int) chosen.values().stream().filter(Member::holding).count();
        int share = Math.max(0, place.budget() - chosen.size()) / Math.max(1, holding);
        Set<String> siblings = chosen.keySet();
        for (Map.Entry<String, Member> entry : chosen.entrySet()) {
            String name = entry.getKey();
            ValueConstraints wanted = entry.getValue().constraints().without(avoided.of(name));
            String meant = PropertyName.meant(name, place.name(), siblings);
            GenerationResult made = generation.make(wanted, place.property(name, meant, share, shape.names.get(name)));
            if (made instanceof Value value) {
                object.set(name, value.value());
            } else if (required.contains(name) && made instanceof Impossible impossible) {
                return impossible;
            }
        }
        return null;
    }

    /** Adds properties that no schema tells, where there must be more. */
    private void invent(ObjectNode object, Shape shape, Members members, Avoided avoided) {
        int least = shape.greatest("minProperties", 0);
        boolean isMap = members.isMap()
                && mode != Mode.LEAN
                && place.budget() >= PropertyChoice.LEAST_BUDGET
                && !generation.hasEnough();
        int most = shape.least("maxProperties", Integer.MAX_VALUE);
        int wanted = Math.min(most, Math.max(least, isMap ? ENTRIES : 0));
        ValueConstraints ofNames = members.ofNames();
        var names = new Names(generation, shape, ofNames, place);
        for (int i = 0; object.size() < wanted && i < MOST_TRIES + 2 * wanted && i < 5_000; i++) {
            String name = names.next(i);
            Member member = shape.member(name);
            if (object.has(name)
                    || member.refused()
                    || member.leftOut()
                    || avoided.names().contains(name)) {
                continue;
            }
            if (object.size() >= least && generation.isOpen(member.constraints())) {
                return;
            }
            if (generation.schemas().accept(ofNames, TextNode.valueOf(name))) {
                int share = place.budget() / (wanted + 1);
                GenerationResult made = generation.make(
                        member.constraints(), place.property(name, PropertyName.singular(place.name()), share, null));
                if (made instanceof Value value) {
                    object.set(name, value.value());
                } else if (i > MOST_TRIES) {
                    return;
                }
            }
        }
        avoided.spoil(object, generation, place);
    }

    /** Names a property that must be there and must not. */
    private static Optional<String> missing(Shape shape) {
        Set<String> both = PropertyChoice.required(shape).stream()
                .filter(name -> shape.member(name).refused())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return both.stream().findFirst().map(name -> "\"" + name + "\" is required and not allowed");
    }
}
