package dev.understudy.schema.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A regular expression of ECMA-262 with the flag u, written anew for Java's engine so that it means the same there:
 * what the two read differently becomes explicit ranges, lookarounds and groups. Taken although the flag forbids them:
 * needless backslashes before anything but letters and digits, and single braces and brackets, as many contracts have
 * them. One difference is left: a group in a loop keeps what it matched in an earlier round.
 */
final class EcmaTranslation {
    private static final String WORD = "[" + EcmaSets.WORD + "]";
    private static final String BOUNDARY = "(?:(?<=" + WORD + ")(?!" + WORD + ")|(?<!" + WORD + ")(?=" + WORD + "))";
    private static final String NO_BOUNDARY = "(?:(?<=" + WORD + ")(?=" + WORD + ")|(?<!" + WORD + ")(?!" + WORD + "))";
    private static final String NOT_END_OF_LINE = "[^\\n\\r\\x{2028}\\x{2029}]";
    private static final String NOTHING = "(?!)";
    private static final String ANYTHING = "[" + EcmaSets.ALL + "]";
    private static final String EMPTY = "(?:)";

    private final EcmaReader in;
    private final StringBuilder java = new StringBuilder();

    /** The numbers of groups by their names. */
    private final Map<String, Integer> names = new HashMap<>();

    /** For each group that is closed, a test that it took part, and what it matched, as Java has them. */
    private final Map<Integer, String> closed = new HashMap<>();

    private final Deque<Group> open = new ArrayDeque<>();
    private int groups;
    private int capturing;
    private int groupsInJava;
    private boolean referred;

    /** @param number of a group that captures; 0 for another */
    private record Group(int number, int inJava) {}

    private EcmaTranslation(String expression) {
        this.in = new EcmaReader(expression);
    }

    /** The same in Java's words; they may still be none that Java takes. */
    static String java(String expression) {
        var translation = new EcmaTranslation(expression);
        translation.lookAhead();
        while (translation.in.hasNext()) {
            translation.term();
        }
        return translation.java.toString();
    }

    /** Groups may be referred to before they begin. */
    private void lookAhead() {
        var ahead = new EcmaReader(in.expression());
        var found = new ArrayList<String>();
        boolean inClass = false;
        while (ahead.hasNext()) {
            int c = ahead.next();
            if (c == '\\' && ahead.hasNext()) {
                int escaped = ahead.next();
                referred |= !inClass && (escaped == 'k' || escaped >= '1' && escaped <= '9');
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '(' && !inClass) {
                name(ahead, found);
            }
        }
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).isEmpty() && names.put(found.get(i), i + 1) != null) {
                throw in.fault("Two groups have the same name");
            }
        }
        groups = found.size();
    }

    /** Of a group that captures: its name, or nothing. */
    private static void name(EcmaReader ahead, List<String> found) {
        if (!ahead.take("?")) {
            found.add("");
        } else if (ahead.take("<") && !ahead.startsWith("=") && !ahead.startsWith("!")) {
            found.add(ahead.until('>'));
        }
    }

    private void term() {
        int c = in.next();
        switch (c) {
            case '\\' -> escape();
            case '[' -> characterClass();
            case '.' -> java.append(NOT_END_OF_LINE);
            case '^' -> java.append('^');
            // Java's own also matches before a line break at the end.
            case '$' -> java.append("\\z");
            case '|' -> java.append('|');
            case '(' -> openGroup();
            case ')' -> closeGroup();
            case '*', '+', '?' -> quantifier(Character.toString(c));
            case '{' -> {
                String counts = in.counts();
                if (counts.isEmpty()) {
                    java.append("\\{");
                } else {
                    quantifier("{" + counts);
                }
            }
            default -> java.append(EcmaSets.literal(c));
        }
    }

    private void quantifier(String quantifier) {
        java.append(quantifier);
        if (in.take("?")) {
            java.append('?');
        }
        // To Java this would say that nothing is given back.
        if (in.startsWith("+") || in.startsWith("*") || in.startsWith("?")) {
            throw in.fault("Nothing to repeat");
        }
    }

    private void openGroup() {
        for (String kind : List.of("?:", "?=", "?!", "?<=", "?<!")) {
            if (in.take(kind)) {
                java.append('(').append(kind);
                open.push(new Group(0, 0));
                return;
            }
        }
        if (in.take("?<")) {
            in.until('>');
        } else if (in.startsWith("?")) {
            throw in.fault("Unknown kind of group");
        }
        java.append(referred ? "(?:(" : "(");
        open.push(new Group(++capturing, ++groupsInJava));
    }

    private void closeGroup() {
        if (open.isEmpty()) {
            throw in.fault("Unmatched closing ')'");
        }
        Group group = open.pop();
        java.append(')');
        if (group.number() > 0) {
            // An empty group beside it tells whether it took part: one that did not matches nothing wherever it is
            // meant.
            int tookPart = referred ? ++groupsInJava : 0;
            java.append(referred ? "())" : "");
            closed.put(group.number(), "(?:\\" + tookPart + "(?:\\" + group.inJava() + ")|(?!\\" + tookPart + "))");
        }
    }

    private void escape() {
        int c = in.next();
        switch (c) {
            case 'b' -> java.append(BOUNDARY);
            case 'B' -> java.append(NO_BOUNDARY);
            case 'k' -> refer(in.take("<") ? names.getOrDefault(in.until('>'), 0) : 0);
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> refer(in.number(c - '0'));
            default -> java.append(EcmaSets.isSet(c) ? "[" + EcmaSets.set(c, in) + "]" : EcmaSets.hex(in.escaped(c)));
        }
    }

    /** One that is not closed yet has matched nothing. */
    private void refer(int group) {
        if (group == 0 || group > groups) {
            throw in.fault("No such group");
        }
        java.append(closed.getOrDefault(group, EMPTY));
    }

    private void characterClass() {
        boolean negated = in.take("^");
        String members = EcmaSets.members(in);
        if (members.isEmpty()) {
            java.append(negated ? ANYTHING : NOTHING);
        } else {
            java.append(negated ? "[^" : "[").append(members).append(']');
        }
    }
}
