package dev.understudy.openapi.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Consumer;

/** Chooses among the children of a value (RFC 9535 section 2.3). */
interface Selector {
    void select(Located from, Run run, Consumer<Located> chosen);

    static Selector name(String name) {
        return (from, run, chosen) -> {
            run.step();
            if (from.value().isObject() && from.value().has(name)) {
                chosen.accept(from.child(name, from.value().get(name)));
            }
        };
    }

    static Selector index(long index) {
        return (from, run, chosen) -> {
            run.step();
            long at = index < 0 ? index + from.value().size() : index;
            if (from.value().isArray() && at >= 0 && at < from.value().size()) {
                chosen.accept(element(from, (int) at));
            }
        };
    }

    static Selector wildcard() {
        return Selector::children;
    }

    static Selector slice(Slice slice) {
        return (from, run, chosen) -> {
            if (from.value().isArray()) {
                slice.of(from.value().size()).forEach(at -> {
                    run.step();
                    chosen.accept(element(from, at));
                });
            }
        };
    }

    static Selector filter(Condition condition) {
        return (from, run, chosen) -> children(from, run, child -> {
            if (condition.holds(child.value(), run)) {
                chosen.accept(child);
            }
        });
    }

    /** All children, each of which is a step. */
    static void children(Located from, Run run, Consumer<Located> chosen) {
        JsonNode value = from.value();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            run.step();
            chosen.accept(from.child(entry.getKey(), entry.getValue()));
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            run.step();
            chosen.accept(element(from, i));
        }
    }

    private static Located element(Located from, int index) {
        return from.child(Integer.toString(index), from.value().get(index));
    }
}
