package dev.understudy.openapi;

import dev.understudy.api.Pointers;
import dev.understudy.api.Position;
import java.util.Map;

/** Positions in one file by JSON pointer. */
final class Positions {
    private Positions() {}

    /** Where the value stands; for one that is not there, where it would belong. */
    static Position nearest(Map<String, Position> known, String pointer) {
        String present = pointer;
        while (!present.isEmpty() && !known.containsKey(present)) {
            present = Pointers.parent(present);
        }
        return known.getOrDefault(present, Position.START);
    }
}
