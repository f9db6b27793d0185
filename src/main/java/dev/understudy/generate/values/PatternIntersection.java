package dev.understudy.generate.values;

import dev.understudy.generate.SeededRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds a text in which several expressions have a match and others have none, by following all of them at once from
 * one character to the next. That finds what trying texts of one of them does not, such as one that keeps three
 * anchored patterns.
 */
final class PatternIntersection {
    private static final int MOST_PLACES = 2_000;
    private static final int LONGEST = 300;

    private final List<PatternStates> matched;
    private final List<PatternStates> unmatched;
    private final List<int[]> kinds;

    private PatternIntersection(List<PatternStates> matched, List<PatternStates> unmatched) {
        this.matched = matched;
        this.unmatched = unmatched;
        this.kinds = kinds(all().flatMap(states -> states.sets().stream()).toList());
    }

    /** Throws {@link PatternStates.TooMany} if these expressions cannot be followed. */
    static PatternIntersection of(List<PatternTexts> matched, List<PatternTexts> unmatched) {
        return new PatternIntersection(
                matched.stream().map(PatternTexts::states).toList(),
                unmatched.stream().map(PatternTexts::states).toList());
    }

    /**
     * A text that leads somewhere.
     *
     * @param sets where each expression is
     */
    private record Reached(List<BitSet> sets, @Nullable Reached before, int character, int length) {}

    /** The shortest text of at least so many characters; empty if none is found in a bounded time. */
    Optional<String> text(SeededRandom chance, int least, int most) {
        Reached first = new Reached(all().map(PatternStates::begin).toList(), null, 0, 0);
        Set<List<Object>> seen = new HashSet<>();
        Deque<Reached> next = new ArrayDeque<>(List.of(first));
        while (!next.isEmpty() && seen.size() < MOST_PLACES) {
            Reached here = next.remove();
            if (here.length() >= least && isRight(here)) {
                return Optional.of(written(here));
            } else if (here.length() < Math.min(most, LONGEST)) {
                for (int[] kind : kinds) {
                    Reached further = further(here, kind[chance.below(kind.length)]);
                    if (isAlive(further) && seen.add(List.of(further.sets(), Math.min(further.length(), least)))) {
                        next.add(further);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Stream<PatternStates> all() {
        return Stream.concat(matched.stream(), unmatched.stream());
    }

    private Reached further(Reached here, int character) {
        var sets = new ArrayList<BitSet>();
        List<PatternStates> all = all().toList();
        for (int i = 0; i < all.size(); i++) {
            sets.add(all.get(i).next(here.sets().get(i), character));
        }
        return new Reached(sets, here, character, here.length() + 1);
    }

    private boolean isAlive(Reached here) {
        return here.sets().subList(0, matched.size()).stream().noneMatch(BitSet::isEmpty);
    }

    private boolean isRight(Reached here) {
        List<PatternStates> all = all().toList();
        for (int i = 0; i < all.size(); i++) {
            boolean match = all.get(i).isMatch(here.sets().get(i), here.length() == 0);
            if (match != i < matched.size()) {
                return false;
            }
        }
        return true;
    }

    private static String written(Reached reached) {
        var text = new StringBuilder();
        Reached here = reached;
        for (Reached before = here.before(); before != null; before = here.before()) {
            text.insert(0, Character.toString(here.character()));
            here = before;
        }
        return text.toString();
    }

    /** The characters that all sets treat alike, letters and digits where there are any. */
    private static List<int[]> kinds(List<PatternCharacters> sets) {
        var characters = new TreeSet<Integer>();
        for (int c = ' '; c <= '~'; c++) {
            characters.add(c);
        }
        sets.forEach(set -> set.some().forEach(characters::add));
        Map<List<Boolean>, List<Integer>> alike = new LinkedHashMap<>();
        for (int c : characters) {
            alike.computeIfAbsent(sets.stream().map(set -> set.has(c)).toList(), any -> new ArrayList<>())
                    .add(c);
        }
        return alike.values().stream().map(PatternIntersection::usual).toList();
    }

    private static int[] usual(List<Integer> alike) {
        int[] usual = alike.stream()
                .mapToInt(Integer::intValue)
                .filter(c -> c < 0x80 && Character.isLetterOrDigit(c))
                .toArray();
        return usual.length > 0
                ? usual
                : alike.stream().mapToInt(Integer::intValue).toArray();
    }
}
