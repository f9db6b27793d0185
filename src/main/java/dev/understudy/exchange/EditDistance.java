package dev.understudy.exchange;

/** How many characters must be added, dropped or changed to make one text the other (Levenshtein). */
public final class EditDistance {
    /** Longer texts are compared by their beginnings: the work grows with the product of both lengths. */
    private static final int LONGEST = 200;

    private EditDistance() {}

    /** The number of edits. */
    public static int between(String one, String other) {
        String a = one.substring(0, Math.min(LONGEST, one.length()));
        String b = other.substring(0, Math.min(LONGEST, other.length()));
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
