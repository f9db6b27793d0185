package dev.understudy.generate.values;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One character of a set. */
final class PatternCharacters implements PatternNode {
    private static final int SOME = 40;
    private static final int MOST_KEPT = 1_000;
    private static final Map<String, PatternCharacters> KNOWN = new ConcurrentHashMap<>();

    /** Whatever there is. */
    static final PatternCharacters ANY = of("\\x{0}-\\x{10ffff}");

    /** Letters and digits of ASCII, if the set has any. */
    private final int[] usual;

    /** The characters of ASCII that can be seen, or, if the set has none of them, some of its others. */
    private final int[] all;

    private final Pattern members;

    private PatternCharacters(Pattern members, int[] usual, int[] all) {
        this.members = members;
        this.usual = usual;
        this.all = all;
    }

    /** Of the members of a set, as Java reads them between brackets. */
    static PatternCharacters of(String members) {
        PatternCharacters known = KNOWN.get(members);
        if (known == null) {
            known = found(members);
            if (KNOWN.size() < MOST_KEPT) {
                KNOWN.put(members, known);
            }
        }
        return known;
    }

    private static PatternCharacters found(String members) {
        var pattern = Pattern.compile("[" + members + "]");
        IntPredicate isMember = c -> pattern.matcher(Character.toString(c)).matches();
        int[] seen = IntStream.rangeClosed(' ', '~').filter(isMember).toArray();
        if (seen.length == 0) {
            seen = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .filter(isMember)
                    .limit(SOME)
                    .toArray();
        }
        int[] usual = Arrays.stream(seen)
                .filter(c -> c < 0x80 && Character.isLetterOrDigit(c))
                .toArray();
        return new PatternCharacters(pattern, usual.length == 0 ? seen : usual, seen);
    }

    /** Whether the character is a member. */
    boolean has(int character) {
        return character >= ' ' && character <= '~' && all.length > 0 && all[0] <= '~'
                ? Arrays.binarySearch(all, character) >= 0
                : members.matcher(Character.toString(character)).matches();
    }

    /** Some of its members: those of ASCII that can be seen, if it has any. */
    IntStream some() {
        return Arrays.stream(all);
    }

    @Override
    public int least() {
        return 1;
    }

    @Override
    public int most() {
        return 1;
    }

    @Override
    public void write(PatternTexts.Writing writing, int low, int high) {
        int[] from = writing.chance().percent(3) ? all : usual;
        if (from.length > 0) {
            writing.text().appendCodePoint(from[writing.chance().below(from.length)]);
        }
    }
}
