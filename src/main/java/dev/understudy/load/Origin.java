package dev.understudy.load;

/**
 * Where the records of a collection came from.
 *
 * @param collection its path, as in {@code exante/work-tasks/work-tasks}
 * @param layer the names of the layers, each {@code built-in} or the folder as it was given, as in {@code built-in +
 *     mine}; or {@code none}
 * @param records how many were read, those at fault included
 * @param changes what the merge files among them did
 */
public record Origin(String collection, String layer, int records, Changes changes) {
    static final String NONE = "none";

    /** A collection that one file holds. */
    Origin(String collection, String layer, int records) {
        this(collection, layer, records, Changes.NONE);
    }

    /** Whether no layer has it. */
    public boolean isMissing() {
        return layer.equals(NONE);
    }

    /** In words: {@code built-in + mine (1 changed, 2 added)}. */
    public String text() {
        return changes.isNone() ? layer : layer + " (" + changes.text() + ")";
    }
}
