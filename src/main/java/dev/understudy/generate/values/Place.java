package dev.understudy.generate.values;

import dev.understudy.generate.SeededRandom;
import org.jspecify.annotations.Nullable;

/**
 * Where a value will stand.
 *
 * @param path from the whole value, as a JSON pointer
 * @param name of the property, as words are known by it; of an element, the name of one of its list
 * @param who what the object around is about
 * @param budget how many values are to be inside, roughly
 * @param varied whether it is one of many, which should not all be the example of the document
 * @param turn counts the elements of a list, and what is tried anew
 * @param wanted what a discriminator should say here
 */
record Place(String path, String name, Persona who, int budget, boolean varied, int turn, @Nullable String wanted) {
    static Place whole(long seed, boolean varied, int budget) {
        return new Place("", "", new Persona(new SeededRandom(seed, "", 0)), budget, varied, 0, null);
    }

    /** What is decided here. */
    SeededRandom chance(long seed, int attempt) {
        return new SeededRandom(seed, path, turn * 1_000L + attempt);
    }

    Place property(String key, String meant, int share, @Nullable String said) {
        return new Place(path + "/" + key, meant, who, share, varied, turn, said);
    }

    Place element(long seed, int index, int again, int share) {
        var other = new Persona(new SeededRandom(seed, path + "/" + index, again));
        String one = PropertyName.singular(name);
        return new Place(path + "/" + index, one, other, share, varied || index > 0, turn + index + again, null);
    }

    /** The same, for an object that is about something of its own. */
    Place inside(long seed) {
        return new Place(path, name, new Persona(new SeededRandom(seed, path, turn)), budget, varied, turn, wanted);
    }
}
