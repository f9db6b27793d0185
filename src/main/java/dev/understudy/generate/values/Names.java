package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.generate.SeededRandom;
import dev.understudy.generate.values.GenerationResult.Value;
import java.util.ArrayList;
import java.util.List;

/** Names of properties that a document does not tell. */
final class Names {
    private final ValueGeneration generation;
    private final ValueConstraints ofNames;
    private final Place place;
    private final List<String> patterns = new ArrayList<>();

    Names(ValueGeneration generation, Shape shape, ValueConstraints ofNames, Place place) {
        this.generation = generation;
        this.ofNames = ofNames;
        this.place = place;
        for (JsonNode properties : shape.all("patternProperties")) {
            properties.fieldNames().forEachRemaining(patterns::add);
        }
    }

    /** One to try: now of a pattern, now of what all names must keep, now any word. */
    String next(int attempt) {
        SeededRandom chance = place.chance(generation.seed(), 500 + attempt);
        if (!patterns.isEmpty() && attempt % 3 != 2) {
            return generation
                    .schemas()
                    .pattern(patterns.get(attempt / 2 % patterns.size()))
                    .text(chance, attempt < 2 ? 4 : 6 + attempt % 4, 24);
        }
        if (!ofNames.all().isEmpty() && attempt % 2 == 0) {
            var named = new Place(place.path() + "/*", "", place.who(), 0, true, place.turn() + attempt / 2, null);
            if (generation.make(ofNames, named) instanceof Value value
                    && value.value().isTextual()) {
                return value.value().textValue();
            }
        }
        String word = WordLists.NOUNS.get(Math.floorMod(chance.below(1_000) + attempt, WordLists.NOUNS.size()));
        return attempt < 20 ? word : word + attempt;
    }
}
