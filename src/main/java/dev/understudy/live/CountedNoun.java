package dev.understudy.live;

/** Numbers of things in a sentence. */
public final class CountedNoun {
    private CountedNoun() {}

    /** {@code 1 fault}, {@code 2 faults}. */
    public static String of(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
