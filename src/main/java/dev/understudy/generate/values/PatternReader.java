package dev.understudy.generate.values;

import dev.understudy.generate.values.PatternTexts.Again;
import dev.understudy.generate.values.PatternTexts.Edge;
import dev.understudy.generate.values.PatternTexts.Either;
import dev.understudy.generate.values.PatternTexts.Group;
import dev.understudy.generate.values.PatternTexts.Look;
import dev.understudy.generate.values.PatternTexts.Repeated;
import dev.understudy.generate.values.PatternTexts.Sequence;
import dev.understudy.schema.pattern.EcmaReader;
import dev.understudy.schema.pattern.EcmaSets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads an expression of ECMA-262 into parts that can write texts. */
final class PatternReader {
    private final EcmaReader in;
    private final Map<String, Integer> names = new HashMap<>();
    private int groups;

    PatternReader(String expression) {
        this.in = new EcmaReader(expression);
    }

    PatternNode read() {
        PatternNode node = alternatives();
        if (in.hasNext()) {
            throw in.fault("Unmatched closing ')'");
        }
        return node;
    }

    private PatternNode alternatives() {
        var branches = new ArrayList<PatternNode>();
        do {
            branches.add(sequence());
        } while (in.take("|"));
        return Either.of(branches);
    }

    private PatternNode sequence() {
        var parts = new ArrayList<PatternNode>();
        while (in.hasNext() && !in.startsWith("|") && !in.startsWith(")")) {
            parts.add(quantified(atom()));
        }
        return Sequence.of(parts);
    }

    private PatternNode atom() {
        int c = in.next();
        return switch (c) {
            case '\\' -> escape();
            case '[' -> characterClass();
            case '.' -> PatternCharacters.of("^\\n\\r\\x{2028}\\x{2029}");
            case '^', '$' -> new Edge(c == '^');
            case '(' -> group();
            default -> PatternCharacters.of(EcmaSets.hex(c));
        };
    }

    private PatternNode group() {
        if (in.take("?=") || in.take("?<=")) {
            return new Look(closed(alternatives()));
        } else if (in.take("?!") || in.take("?<!")) {
            closed(alternatives());
            return Look.NOWHERE;
        } else if (in.take("?:")) {
            return closed(alternatives());
        }
        int number = ++groups;
        if (in.take("?<")) {
            names.put(in.until('>'), number);
        }
        return new Group(number, closed(alternatives()));
    }

    private PatternNode closed(PatternNode inside) {
        if (!in.take(")")) {
            throw in.fault("Missing ')'");
        }
        return inside;
    }

    private PatternNode escape() {
        int c = in.next();
        return switch (c) {
            case 'b', 'B' -> Look.NOWHERE;
            case 'k' -> new Again(in.take("<") ? names.getOrDefault(in.until('>'), 0) : 0);
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> new Again(in.number(c - '0'));
            default -> PatternCharacters.of(EcmaSets.isSet(c) ? EcmaSets.set(c, in) : EcmaSets.hex(in.escaped(c)));
        };
    }

    private PatternNode characterClass() {
        boolean negated = in.take("^");
        String members = EcmaSets.members(in);
        if (members.isEmpty()) {
            return PatternCharacters.of(negated ? "\\x{0}-\\x{10ffff}" : "\\x{0}&&[^\\x{0}]");
        }
        return PatternCharacters.of(negated ? "^" + members : members);
    }

    private PatternNode quantified(PatternNode part) {
        int from;
        int to = PatternNode.ENDLESS;
        if (in.take("*")) {
            from = 0;
        } else if (in.take("+")) {
            from = 1;
        } else if (in.take("?")) {
            from = 0;
            to = 1;
        } else if (in.startsWith("{")) {
            in.take("{");
            String counts = in.counts();
            if (counts.isEmpty()) {
                return Sequence.of(List.of(part, PatternCharacters.of("\\x{7b}")));
            }
            String[] bounds = counts.substring(0, counts.length() - 1).split(",", -1);
            from = count(bounds[0]);
            to = bounds.length == 1 ? from : bounds[1].isEmpty() ? PatternNode.ENDLESS : count(bounds[1]);
        } else {
            return part;
        }
        in.take("?");
        return new Repeated(part, from, to);
    }

    private static int count(String digits) {
        return digits.length() > 7 ? PatternNode.ENDLESS : Integer.parseInt(digits);
    }
}
