package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.generate.values.Made.Impossible;
import dev.understudy.generate.values.Made.Value;
import dev.understudy.generate.values.Making.Mode;
import dev.understudy.generate.values.Members.Member;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes an object: first which properties it has, then each of them. */
final class ObjectMaking {
    /** A map has so many entries, if it may. */
    private static final int ENTRIES = 2;

    private static final int MOST_TRIES = 60;

    private final Making making;
    private final Demand demand;
    private final Place place;
    private final Mode mode;
    private final int attempt;

    ObjectMaking(Making making, Demand demand, Place place, Mode mode, int attempt) {
        this.making = making;
        this.demand = demand;
        this.place = place;
        this.mode = mode;
        this.attempt = attempt;
    }

    Made make(Shape shape) {
        var members = new Members(making.schemas(), shape);
        var avoided = new Avoided(making.schemas(), shape, demand, mode, attempt / Mode.values().length);
        Set<String> required = PropertyChoice.required(shape);
        Map<String, Member> chosen =
                new PropertyChoice(making, place, mode, attempt).of(shape, members, required, avoided);
        List<String> more = PropertyChoice.brought(shape, chosen);
        Shape brought = more.isEmpty() ? shape : shape.with(more, making.choices(place, attempt));
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
        if (making.schemas().accept(demand, object)) {
            return new Value(object);
        }
        return new Impossible(missing(shape).orElseGet(() -> Reasons.broken(making, demand, object)), demand.first());
    }

    /** What stands in the way of a property that must be there; null if each is. */
    private @Nullable Impossible fill(
            ObjectNode object, Shape shape, Map<String, Member> chosen, Set<String> required, Avoided avoided) {
        int holding = (int) chosen.values().stream().filter(Member::holding).count();
        int share = Math.max(0, place.budget() - chosen.size()) / Math.max(1, holding);
        Set<String> siblings = chosen.keySet();
        for (Map.Entry<String, Member> entry : chosen.entrySet()) {
            String name = entry.getKey();
            Demand wanted = entry.getValue().demand().without(avoided.of(name));
            String meant = PropertyName.meant(name, place.name(), siblings);
            Made made = making.make(wanted, place.property(name, meant, share, shape.names.get(name)));
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
                && !making.hasEnough();
        int most = shape.least("maxProperties", Integer.MAX_VALUE);
        int wanted = Math.min(most, Math.max(least, isMap ? ENTRIES : 0));
        Demand ofNames = members.ofNames();
        var names = new Names(making, shape, ofNames, place);
        for (int i = 0; object.size() < wanted && i < MOST_TRIES + 2 * wanted && i < 5_000; i++) {
            String name = names.next(i);
            Member member = shape.member(name);
            if (object.has(name)
                    || member.refused()
                    || member.leftOut()
                    || avoided.names().contains(name)) {
                continue;
            }
            if (object.size() >= least && making.isOpen(member.demand())) {
                return;
            }
            if (making.schemas().accept(ofNames, TextNode.valueOf(name))) {
                int share = place.budget() / (wanted + 1);
                Made made = making.make(
                        member.demand(), place.property(name, PropertyName.singular(place.name()), share, null));
                if (made instanceof Value value) {
                    object.set(name, value.value());
                } else if (i > MOST_TRIES) {
                    return;
                }
            }
        }
        avoided.spoil(object, making, place);
    }

    /** Names a property that must be there and must not. */
    private static Optional<String> missing(Shape shape) {
        Set<String> both = PropertyChoice.required(shape).stream()
                .filter(name -> shape.member(name).refused())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return both.stream().findFirst().map(name -> "\"" + name + "\" is required and not allowed");
    }
}
