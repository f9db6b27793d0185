package dev.understudy.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * A pattern as JSON Schema means it, an ECMA-262 regular expression that may match anywhere in the text, run by Java's
 * engine. Where the two read the same text differently, it is rewritten. A text that is too long to try, or takes too
 * many steps, does not match: nobody can stall the server with it, and nothing unchecked passes.
 */
record EcmaPattern(Pattern pattern) implements RegularExpression {
    private static final int LONGEST = 100_000;
    private static final int MOST_STEPS = 1_000_000;

    static EcmaPattern of(String expression) {
        return new EcmaPattern(Pattern.compile(java(expression)));
    }

    @Override
    public boolean matches(String text) {
        try {
            return text.length() <= LONGEST
                    && pattern.matcher(new Steps(text, MOST_STEPS)).find();
        } catch (Steps.Spent | StackOverflowError e) {
            // Java's engine recurses over repeated groups. What cannot be tried is not let through.
            return false;
        }
    }

    private static String java(String expression) {
        var java = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\' && i + 1 < expression.length()) {
                java.append(c).append(expression.charAt(++i));
            } else if (c == '$' && !inClass) {
                // Java's $ also matches before a line break at the end.
                java.append("\\z");
            } else if (inClass && (c == '[' || c == '&')) {
                // Java nests and intersects classes, ECMA-262 does neither.
                java.append('\\').append(c);
            } else {
                inClass = c == '[' || (inClass && c != ']');
                java.append(c);
            }
        }
        return java.toString();
    }
}
