package dev.understudy.api.patch;

import dev.understudy.api.Expected;

/**
 * The reason why an operation fails.
 *
 * @param tested whether it is a {@code test} that fails
 * @param pointer the place of the error within the operation
 * @param got what was found, as text
 */
record PatchViolation(boolean tested, String pointer, Expected expected, String got) {
    static PatchViolation at(String pointer, Expected expected, String got) {
        return new PatchViolation(false, pointer, expected, got);
    }

    /** The same violation, marked with whether the operation is a {@code test}. */
    PatchViolation testing(boolean tests) {
        return new PatchViolation(tests, pointer, expected, got);
    }

    String text() {
        return (pointer + " must " + expected.text() + ", was " + got).strip();
    }
}
