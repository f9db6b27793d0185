package dev.understudy.generate.values;

import dev.understudy.generate.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which of several branches is taken: from attempt to attempt another one.
 *
 * @param path where the value will stand
 * @param turn of the attempts; the first is 0
 * @param open the schemas of the values around it: a branch that leads back there comes last
 */
record Choices(Schemas schemas, long seed, String path, int turn, Set<String> open) {
    /** Of the branches of this choice, the index of one. */
    int of(String pointer, List<String> branches, Set<String> types) {
        // Two choices with as many branches are often about the same: each begins at the same one.
        int start = new SeededRandom(seed, path, branches.size()).below(branches.size());
        if (turn >= branches.size()) {
            // So that all combinations of several choices come up.
            return new SeededRandom(seed, path + pointer, turn).below(branches.size());
        }
        var good = new ArrayList<Integer>();
        var poor = new ArrayList<Integer>();
        for (int i = 0; i < branches.size(); i++) {
            int index = (start + i) % branches.size();
            (isGood(branches.get(index), types) ? good : poor).add(index);
        }
        good.addAll(poor);
        return good.get(turn % good.size());
    }

    private boolean isGood(String branch, Set<String> types) {
        Set<String> own = schemas.types(branch);
        boolean fits = own.isEmpty() || types.isEmpty() || own.stream().anyMatch(types::contains);
        boolean isNull = own.size() == 1 && own.contains("null");
        return fits && !isNull && !schemas.at(branch).isBoolean() && !open.contains(schemas.canonical(branch));
    }
}
