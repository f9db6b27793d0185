package dev.understudy.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The explainers of the keywords of one schema, in the order in which the validator reports: first of the type, then of
 * members, last of what nothing else has looked at, all else as the document has it.
 */
final class KeywordExplainers {
    /** Keywords that are compiled together. */
    static final List<String> OF_OBJECT =
            List.of("properties", "patternProperties", "required", "additionalProperties");

    private final String pointer;
    private final @Nullable ObjectKeywords object;
    private final List<KeywordExplainer> explainers = new ArrayList<>();
    private final List<KeywordExplainer> last = new ArrayList<>();

    /** @param pointer where the schema is written */
    KeywordExplainers(String pointer, @Nullable ObjectKeywords object) {
        this.pointer = pointer;
        this.object = object;
        if (object != null) {
            explainers.add(object::explainProperties);
            explainers.add(object::explainPatterns);
        }
    }

    /** Whether it is one of those that are compiled together; what that tells has its turn now. */
    boolean ofObject(String key) {
        ObjectKeywords keywords = object;
        if (keywords == null || !OF_OBJECT.contains(key)) {
            return false;
        } else if (key.equals("required")) {
            explainers.add((value, instance, found) -> keywords.explainMissing(pointer, value, instance, found));
        } else if (key.equals("additionalProperties")) {
            explainers.add((value, instance, found) -> keywords.explainOthers(pointer, value, instance, found));
        }
        return true;
    }

    void add(String key, Keyword keyword) {
        KeywordExplainer explainer =
                keyword instanceof KeywordExplainer own ? own : KeywordExplainer.of(pointer, key, keyword);
        if (keyword instanceof Unevaluated) {
            // Of members before elements.
            last.add(keyword instanceof Unevaluated.Properties ? 0 : last.size(), explainer);
        } else {
            explainers.add(key.equals("type") ? 0 : explainers.size(), explainer);
        }
    }

    List<KeywordExplainer> inOrder() {
        return Stream.concat(explainers.stream(), last.stream()).toList();
    }
}
