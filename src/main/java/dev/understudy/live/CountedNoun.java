package dev.understudy.live;

/** Writes a number and its noun in the singular or plural. */
public final class CountedNoun {
    private CountedNoun() {}

    /** As in {@code 1 fault} or {@code 2 faults}. */
    public static String of(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
