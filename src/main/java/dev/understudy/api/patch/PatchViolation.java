package dev.understudy.api.patch;

import dev.understudy.api.Expected;

/**
 * What is wrong with an operation.
 *
 * @param tested whether it is a {@code test} that fails
 * @param pointer where in the operation
 * @param got what came, as a text
 */
record PatchViolation(boolean tested, String pointer, Expected expected, String got) {
    static PatchViolation at(String pointer, Expected expected, String got) {
        return new PatchViolation(false, pointer, expected, got);
    }

    /** The same of an operation that tests. */
    PatchViolation testing(boolean tests) {
        return new PatchViolation(tests, pointer, expected, got);
    }

    String text() {
        return (pointer + " must " + expected.text() + ", was " + got).strip();
    }
}
