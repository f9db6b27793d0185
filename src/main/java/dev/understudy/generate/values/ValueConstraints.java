package dev.understudy.generate.values;

import java.util.ArrayList;
import java.util.List;

/**
 * The schemas that a value must keep, and those that it must break.
 *
 * @param all the pointers of the schemas that it must keep
 * @param none those of schemas that it must break
 */
record ValueConstraints(List<String> all, List<String> none) {
    ValueConstraints {
        all = List.copyOf(all);
        none = List.copyOf(none);
    }

    /** One schema alone. */
    static ValueConstraints of(String pointer) {
        return new ValueConstraints(List.of(pointer), List.of());
    }

    /** The same, and to break these besides. */
    ValueConstraints without(List<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        var broken = new ArrayList<>(none);
        broken.addAll(more);
        return new ValueConstraints(all, broken);
    }

    /** The schema to name when there is no value. */
    String first() {
        return all.isEmpty() ? "" : all.get(0);
    }
}
