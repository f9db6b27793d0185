package dev.understudy.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused.
 *
 * @param keys of its query, as they were sent, without the values: those may be secret; at most 20, each cut at 40
 *     characters
 * @param sentence cut at 300 characters
 */
public record Reason(List<String> keys, String sentence) {
    private static final int MOST_KEYS = 20;
    private static final int LONGEST_KEY = 40;
    private static final int LONGEST_SENTENCE = 300;

    public Reason {
        keys = keys.stream()
                .distinct()
                .limit(MOST_KEYS)
                .map(key -> cut(key, LONGEST_KEY))
                .toList();
        sentence = cut(sentence, LONGEST_SENTENCE);
    }

    /**
     * The reason of a request with this query.
     *
     * @param query raw, without its question mark; null when there is none
     */
    public static Reason of(@Nullable String query, String sentence) {
        var keys = new ArrayList<String>();
        for (String piece : (query == null ? "" : query).split("&")) {
            int equals = piece.indexOf('=');
            String key = equals < 0 ? piece : piece.substring(0, equals);
            if (!key.isEmpty()) {
                keys.add(key);
            }
        }
        return new Reason(keys, sentence);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
