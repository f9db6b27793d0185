package dev.understudy.load;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many records merge files changed, added and removed. */
public record Changes(int changed, int added, int removed) {
    /** No merge file had to do with it. */
    public static final Changes NONE = new Changes(0, 0, 0);

    boolean isNone() {
        return changed + added + removed == 0;
    }

    /** As in {@code 1 changed, 2 added}; what did not happen is left out. */
    public String text() {
        return Stream.of(changed + " changed", added + " added", removed + " removed")
                .filter(part -> !part.startsWith("0 "))
                .collect(Collectors.joining(", "));
    }
}
