package dev.understudy.api.patch;

import dev.understudy.api.Expected;

/**
 * What is wrong with an operation.
 *
 * @param tested whether it is a {@code test} that fails
 * @param pointer where in the operation
 * @param got what came, as a text
 */
record Misplaced(boolean tested, String pointer, Expected expected, String got) {
    static Misplaced at(String pointer, Expected expected, String got) {
        return new Misplaced(false, pointer, expected, got);
    }

    /** The same of an operation that tests. */
    Misplaced testing(boolean tests) {
        return new Misplaced(tests, pointer, expected, got);
    }

    String text() {
        return (pointer + " must " + expected.text() + ", was " + got).strip();
    }
}
