package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.generate.Chance;
import dev.understudy.generate.values.Made.Value;
import java.util.ArrayList;
import java.util.List;

/** Names of properties that a document does not tell. */
final class Names {
    private final Making making;
    private final Demand ofNames;
    private final Place place;
    private final List<String> patterns = new ArrayList<>();

    Names(Making making, Shape shape, Demand ofNames, Place place) {
        this.making = making;
        this.ofNames = ofNames;
        this.place = place;
        for (JsonNode properties : shape.all("patternProperties")) {
            properties.fieldNames().forEachRemaining(patterns::add);
        }
    }

    /** One to try: now of a pattern, now of what all names must keep, now any word. */
    String next(int turn) {
        Chance chance = place.chance(making.seed(), 500 + turn);
        if (!patterns.isEmpty() && turn % 3 != 2) {
            return making.schemas()
                    .pattern(patterns.get(turn / 2 % patterns.size()))
                    .text(chance, turn < 2 ? 4 : 6 + turn % 4, 24);
        }
        if (!ofNames.all().isEmpty() && turn % 2 == 0) {
            var named = new Place(place.path() + "/*", "", place.who(), 0, true, place.turn() + turn / 2, null);
            if (making.make(ofNames, named) instanceof Value value
                    && value.value().isTextual()) {
                return value.value().textValue();
            }
        }
        String word = WordLists.NOUNS.get(Math.floorMod(chance.below(1_000) + turn, WordLists.NOUNS.size()));
        return turn < 20 ? word : word + turn;
    }
}
