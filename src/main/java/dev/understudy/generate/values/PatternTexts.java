package dev.understudy.generate.values;

import dev.understudy.generate.SeededRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes texts in which an ECMA-262 expression finds a match, of a wished length if the expression allows it. A
 * lookaround is kept by luck, or by writing what it looks for: the caller tests what comes.
 */
final class PatternTexts {
    private static final int MOST_PARTS = 1 << 21;

    private final PatternNode node;

    private PatternTexts(PatternNode node) {
        this.node = node;
    }

    /** Of a regular expression; throws {@link java.util.regex.PatternSyntaxException} if it is none. */
    static PatternTexts of(String expression) {
        return new PatternTexts(new PatternReader(expression).read());
    }

    /** The states of a search for a match. */
    PatternStates states() {
        return new PatternStates(node);
    }

    /** What is decided while a text is made. */
    record Writing(
            StringBuilder text, SeededRandom chance, Map<Integer, String> groups, boolean showing, AtomicInteger left) {
        /** Counts one part more of something repeated; empty ones count too. */
        void step() {
            if (left.decrementAndGet() < 0) {
                throw new TooLong();
            }
        }
    }

    /** A text that would have more parts than are made. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A text, in most cases of a length between these. */
    String text(SeededRandom chance, int least, int most) {
        var writing = new Writing(
                new StringBuilder(), chance, new HashMap<>(), chance.percent(40), new AtomicInteger(MOST_PARTS));
        int low = Math.min(Math.max(least, node.least()), node.most());
        int high = Math.max(low, Math.min(most, node.most()));
        node.write(writing, low, high);
        int missing = least - writing.text().codePointCount(0, writing.text().length());
        if (missing > 0) {
            // An expression may match in the middle of a text.
            String more = letters(chance, missing);
            return chance.percent(50) ? writing.text() + more : more + writing.text();
        }
        return writing.text().toString();
    }

    private static String letters(SeededRandom chance, int count) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append((char) ('a' + chance.below(26)));
        }
        return letters.toString();
    }

    /** Several that follow each other. */
    record Sequence(List<PatternNode> parts, int least, int most) implements PatternNode {
        static Sequence of(List<PatternNode> parts) {
            int least = 0;
            int most = 0;
            for (PatternNode part : parts) {
                least = PatternNode.sum(least, part.least());
                most = PatternNode.sum(most, part.most());
            }
            return new Sequence(List.copyOf(parts), least, most);
        }

        @Override
        public void write(Writing writing, int low, int high) {
            int leastLeft = least;
            int mostLeft = most;
            int lowLeft = low;
            int highLeft = high;
            for (PatternNode part : parts) {
                leastLeft -= part.least();
                mostLeft = Math.max(0, mostLeft - part.most());
                int partLow = Math.min(part.most(), Math.max(part.least(), lowLeft - mostLeft));
                int partHigh = Math.max(partLow, Math.min(part.most(), highLeft - leastLeft));
                int before = writing.text().length();
                part.write(writing, partLow, partHigh);
                int written = writing.text().length() - before;
                lowLeft -= written;
                highLeft -= written;
            }
        }
    }

    /** One of several. */
    record Either(List<PatternNode> branches, int least, int most) implements PatternNode {
        static PatternNode of(List<PatternNode> branches) {
            return branches.size() == 1
                    ? branches.get(0)
                    : new Either(
                            List.copyOf(branches),
                            branches.stream().mapToInt(PatternNode::least).min().orElse(0),
                            branches.stream().mapToInt(PatternNode::most).max().orElse(0));
        }

        @Override
        public void write(Writing writing, int low, int high) {
            List<PatternNode> fitting = branches.stream()
                    .filter(branch -> branch.least() <= high && branch.most() >= low)
                    .toList();
            PatternNode branch = writing.chance().pick(fitting.isEmpty() ? branches : fitting);
            branch.write(
                    writing, Math.max(low, branch.least()), Math.max(branch.least(), Math.min(high, branch.most())));
        }
    }

    /** One so many times. */
    record Repeated(PatternNode part, int from, int to) implements PatternNode {
        /** Beyond the fewest, where the expression has no upper bound. */
        private static final int USUAL = 8;

        @Override
        public int least() {
            return PatternNode.product(part.least(), from);
        }

        @Override
        public int most() {
            return PatternNode.product(part.most(), to);
        }

        @Override
        public void write(Writing writing, int low, int high) {
            int most = part.least() == 0 ? to : Math.min(to, Math.max(from, high / part.least()));
            int least = part.most() == 0 ? from : Math.min(most, Math.max(from, (low + part.most() - 1) / part.most()));
            int count = least + writing.chance().below(Math.min(most - least, USUAL) + 1);
            if (from <= 1 && to > USUAL && count < 3) {
                count = Math.min(most, count + 3);
            }
            int end = writing.text().length();
            for (int left = count - 1; left >= 0; left--) {
                writing.step();
                int written = writing.text().length() - end;
                int partLow = low - written - PatternNode.product(part.most(), left);
                int partHigh = high - written - part.least() * left;
                partLow = Math.min(part.most(), Math.max(part.least(), partLow));
                part.write(writing, partLow, Math.max(partLow, Math.min(part.most(), partHigh)));
            }
        }
    }

    /** What is remembered under a number. */
    record Group(int number, PatternNode part) implements PatternNode {
        @Override
        public int least() {
            return part.least();
        }

        @Override
        public int most() {
            return part.most();
        }

        @Override
        public void write(Writing writing, int low, int high) {
            int begin = writing.text().length();
            part.write(writing, low, high);
            writing.groups().put(number, writing.text().substring(begin));
        }
    }

    /** What a group has matched, once more. */
    record Again(int number) implements PatternNode {
        @Override
        public int least() {
            return 0;
        }

        @Override
        public int most() {
            return PatternNode.ENDLESS;
        }

        @Override
        public void write(Writing writing, int low, int high) {
            writing.text().append(writing.groups().getOrDefault(number, ""));
        }
    }

    /** The begin or the end of the whole. */
    record Edge(boolean begin) implements PatternNode {
        @Override
        public int least() {
            return 0;
        }

        @Override
        public int most() {
            return 0;
        }

        @Override
        public void write(Writing writing, int low, int high) {
            // Nothing has to be there.
        }
    }

    /** A place without length: a boundary, or what must follow, which is sometimes written in front. */
    record Look(PatternNode wanted) implements PatternNode {
        static final Look NOWHERE = new Look(Sequence.of(List.of()));

        @Override
        public int least() {
            return 0;
        }

        @Override
        public int most() {
            return 0;
        }

        @Override
        public void write(Writing writing, int low, int high) {
            if (writing.showing()) {
                wanted.write(writing, wanted.least(), Math.max(wanted.least(), Math.min(high, wanted.least() + 1)));
            }
        }
    }
}
