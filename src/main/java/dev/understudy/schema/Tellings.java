package dev.understudy.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the keywords of one schema have to tell, in the order in which the validator tells it: first of the type, then
 * of members, last of what nothing else has looked at, all else as the document has it.
 */
final class Tellings {
    /** Keywords that are compiled together. */
    static final List<String> OF_OBJECT =
            List.of("properties", "patternProperties", "required", "additionalProperties");

    private final String pointer;
    private final @Nullable ObjectKeywords object;
    private final List<Telling> tellings = new ArrayList<>();
    private final List<Telling> last = new ArrayList<>();

    /** @param pointer where the schema is written */
    Tellings(String pointer, @Nullable ObjectKeywords object) {
        this.pointer = pointer;
        this.object = object;
        if (object != null) {
            tellings.add(object::tellProperties);
            tellings.add(object::tellPatterns);
        }
    }

    /** Whether it is one of those that are compiled together; what that tells has its turn now. */
    boolean ofObject(String key) {
        ObjectKeywords keywords = object;
        if (keywords == null || !OF_OBJECT.contains(key)) {
            return false;
        } else if (key.equals("required")) {
            tellings.add((value, instance, found) -> keywords.tellMissing(pointer, value, instance, found));
        } else if (key.equals("additionalProperties")) {
            tellings.add((value, instance, found) -> keywords.tellOthers(pointer, value, instance, found));
        }
        return true;
    }

    void add(String key, Keyword keyword) {
        Telling telling = keyword instanceof Telling own ? own : Telling.of(pointer, key, keyword);
        if (keyword instanceof Unevaluated) {
            // Of members before elements.
            last.add(keyword instanceof Unevaluated.Properties ? 0 : last.size(), telling);
        } else {
            tellings.add(key.equals("type") ? 0 : tellings.size(), telling);
        }
    }

    List<Telling> inOrder() {
        return Stream.concat(tellings.stream(), last.stream()).toList();
    }
}
