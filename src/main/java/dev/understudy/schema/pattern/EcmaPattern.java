package dev.understudy.schema.pattern;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern as JSON Schema means it, an ECMA-262 regular expression that may match anywhere in the text, run by Java's
 * engine ({@link EcmaTranslation}). A text that is too long to try, or takes too many steps, does not match: nobody can
 * stall the server with it, and nothing unchecked passes.
 */
public record EcmaPattern(Pattern pattern) implements RegularExpression {
    private static final int LONGEST = 100_000;
    private static final int LONGEST_EXPRESSION = 10_000;
    private static final int MOST_STEPS = 1_000_000;

    /**
     * Compiles an expression.
     *
     * @throws java.util.regex.PatternSyntaxException if it is none of ECMA-262
     */
    public static EcmaPattern of(String expression) {
        return new EcmaPattern(Pattern.compile(EcmaTranslation.java(expression)));
    }

    /** Whether it is one that can be compiled in little time. */
    public static boolean isOne(String expression) {
        try {
            if (expression.length() > LONGEST_EXPRESSION) {
                return false;
            }
            of(expression);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    @Override
    public boolean matches(String text) {
        try {
            return text.length() <= LONGEST
                    && pattern.matcher(new StepLimitedText(text, MOST_STEPS)).find();
        } catch (StepLimitedText.Spent | StackOverflowError e) {
            // Java's engine recurses over repeated groups. What cannot be tried is not let through.
            return false;
        }
    }
}
