package dev.understudy.generate.values;

import java.util.ArrayList;
import java.util.List;

/**
 * What a value must keep.
 *
 * @param all the pointers of the schemas that it must keep
 * @param none those of schemas that it must break
 */
record Demand(List<String> all, List<String> none) {
    Demand {
        all = List.copyOf(all);
        none = List.copyOf(none);
    }

    /** One schema alone. */
    static Demand of(String pointer) {
        return new Demand(List.of(pointer), List.of());
    }

    /** The same, and to break these besides. */
    Demand without(List<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        var broken = new ArrayList<>(none);
        broken.addAll(more);
        return new Demand(all, broken);
    }

    /** The schema to name when there is no value. */
    String first() {
        return all.isEmpty() ? "" : all.get(0);
    }
}
