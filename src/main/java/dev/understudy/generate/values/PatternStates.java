package dev.understudy.generate.values;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The states that a search for a match of an expression can be in, all at once: Thompson's construction. What looks
 * around is passed over, so what is found has to be tested.
 */
final class PatternStates {
    private static final int MOST = 1_000;

    private final List<List<Step>> steps = new ArrayList<>();
    private final List<List<Way>> ways = new ArrayList<>();
    private final Set<PatternCharacters> sets = new LinkedHashSet<>();
    private final int accept;

    private record Step(PatternCharacters set, int to) {}

    /** A way without a character. */
    private record Way(When when, int to) {}

    private enum When {
        ALWAYS,
        AT_BEGIN,
        AT_END
    }

    /** There are more states than are followed, or the expression remembers what it has matched. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    PatternStates(PatternNode node) {
        int before = state();
        steps.get(before).add(new Step(PatternCharacters.ANY, before));
        int begin = state();
        way(When.ALWAYS, before, begin);
        int end = build(node, begin);
        accept = state();
        way(When.ALWAYS, end, accept);
        steps.get(accept).add(new Step(PatternCharacters.ANY, accept));
    }

    private int state() {
        if (steps.size() == MOST) {
            throw new TooMany();
        }
        steps.add(new ArrayList<>());
        ways.add(new ArrayList<>());
        return steps.size() - 1;
    }

    private void way(When when, int from, int to) {
        ways.get(from).add(new Way(when, to));
    }

    /** Adds what matches the node from this state on; the state behind it. */
    private int build(PatternNode node, int from) {
        if (node instanceof PatternCharacters set) {
            sets.add(set);
            int to = state();
            steps.get(from).add(new Step(set, to));
            return to;
        } else if (node instanceof PatternTexts.Sequence sequence) {
            int here = from;
            for (PatternNode part : sequence.parts()) {
                here = build(part, here);
            }
            return here;
        } else if (node instanceof PatternTexts.Either either) {
            int end = state();
            for (PatternNode branch : either.branches()) {
                int begin = state();
                way(When.ALWAYS, from, begin);
                way(When.ALWAYS, build(branch, begin), end);
            }
            return end;
        } else if (node instanceof PatternTexts.Repeated repeated) {
            return repeated(repeated, from);
        } else if (node instanceof PatternTexts.Group group) {
            return build(group.part(), from);
        } else if (node instanceof PatternTexts.Edge edge) {
            int to = state();
            way(edge.begin() ? When.AT_BEGIN : When.AT_END, from, to);
            return to;
        } else if (node instanceof PatternTexts.Again) {
            throw new TooMany();
        }
        return from;
    }

    private int repeated(PatternTexts.Repeated repeated, int from) {
        int here = from;
        for (int i = 0; i < repeated.from(); i++) {
            here = build(repeated.part(), here);
        }
        int end = state();
        if (repeated.to() == PatternNode.ENDLESS) {
            int loop = state();
            way(When.ALWAYS, here, loop);
            way(When.ALWAYS, build(repeated.part(), loop), loop);
            way(When.ALWAYS, loop, end);
            return end;
        }
        way(When.ALWAYS, here, end);
        for (int i = repeated.from(); i < repeated.to(); i++) {
            here = build(repeated.part(), here);
            way(When.ALWAYS, here, end);
        }
        return end;
    }

    /** The sets of characters that it asks for. */
    Set<PatternCharacters> sets() {
        return sets;
    }

    /** Where a search begins. */
    BitSet begin() {
        var begin = new BitSet();
        begin.set(0);
        return closed(begin, true, false);
    }

    /** Where it is after one character more. */
    BitSet next(BitSet here, int character) {
        var next = new BitSet();
        for (int state = here.nextSetBit(0); state >= 0; state = here.nextSetBit(state + 1)) {
            for (Step step : steps.get(state)) {
                if (step.set().has(character)) {
                    next.set(step.to());
                }
            }
        }
        return closed(next, false, false);
    }

    /** Whether the text that led here has a match. */
    boolean isMatch(BitSet here, boolean empty) {
        return closed(here, empty, true).get(accept);
    }

    private BitSet closed(BitSet states, boolean atBegin, boolean atEnd) {
        var closed = (BitSet) states.clone();
        var open = new ArrayList<Integer>();
        states.stream().forEach(open::add);
        while (!open.isEmpty()) {
            for (Way way : ways.get(open.remove(open.size() - 1))) {
                boolean passes = way.when() == When.ALWAYS
                        || way.when() == When.AT_BEGIN && atBegin
                        || way.when() == When.AT_END && atEnd;
                if (passes && !closed.get(way.to())) {
                    closed.set(way.to());
                    open.add(way.to());
                }
            }
        }
        return closed;
    }
}
