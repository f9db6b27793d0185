package dev.understudy.generate.values;

/** A part of a regular expression that can write a text which it matches. */
interface PatternNode {
    /** A length that nothing has. */
    int ENDLESS = 1 << 28;

    /** The length of the shortest text. */
    int least();

    /** The length of the longest text. */
    int most();

    /** Appends a text with a length between these, as far as that can be had. */
    void write(PatternTexts.Writing writing, int low, int high);

    static int sum(int one, int other) {
        return Math.min(ENDLESS, one + other);
    }

    static int product(int one, int other) {
        return (int) Math.min(ENDLESS, (long) one * other);
    }
}
