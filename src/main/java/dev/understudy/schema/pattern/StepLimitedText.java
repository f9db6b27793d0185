package dev.understudy.schema.pattern;

/**
 * A text that can be looked at only so often. Java's engine for regular expressions goes back to try other ways, for
 * some patterns as often as there are subsets of the text; each try looks at a character.
 */
final class StepLimitedText implements CharSequence {
    /** There was more to look at than is allowed. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Spent() {
            super("The text was looked at too often", null, false, false);
        }
    }

    private final String text;
    private int left;

    StepLimitedText(String text, int allowed) {
        this.text = text;
        this.left = allowed;
    }

    @Override
    public char charAt(int index) {
        if (left-- == 0) {
            throw new Spent();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
