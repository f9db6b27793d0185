package dev.understudy.openapi.source;

import dev.understudy.api.Pointers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON pointers as the tree of their steps. */
final class PointerTree {
    private final Map<String, PointerTree> below = new HashMap<>();

    private PointerTree() {}

    PointerTree(Collection<String> pointers) {
        for (String pointer : pointers) {
            PointerTree here = this;
            for (String step :
                    pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
                here = here.below.computeIfAbsent(Pointers.unescaped(step), any -> new PointerTree());
            }
        }
    }

    /** What goes on from this key; null if nothing does. */
    @Nullable
    PointerTree below(String key) {
        return below.get(key);
    }

    boolean isLeaf() {
        return below.isEmpty();
    }
}
