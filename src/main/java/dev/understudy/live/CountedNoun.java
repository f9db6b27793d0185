package dev.understudy.live;

/** A number and its noun in a sentence, in the singular or the plural. */
public final class CountedNoun {
    private CountedNoun() {}

    /** {@code 1 fault}, {@code 2 faults}. */
    public static String of(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
