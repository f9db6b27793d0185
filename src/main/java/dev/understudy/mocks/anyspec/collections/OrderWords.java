package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.mocks.anyspec.roles.parameters.Sorting;
import java.util.ArrayList;
import java.util.List;

/** The value of a sort parameter as words with a sign: {@code -price} for {@code {field: price, order: desc}}. */
final class OrderWords {
    private static final List<String> NAMES = List.of(
            "field", "property", "propertyName", "by", "name", "column", "key", "attribute", "fieldName", "sortBy");
    private static final List<String> WAYS =
            List.of("direction", "order", "dir", "sortOrder", "sortDirection", "sort", "descending", "desc");

    private OrderWords() {}

    /**
     * The words of a text, or of a list of texts or objects, that are each a sort key; a word that is only a direction,
     * as in {@code name,desc} of Spring, belongs to the word before it.
     */
    static List<String> of(JsonNode value, Sorting by) {
        var words = new ArrayList<String>();
        for (String word : of(value)) {
            int last = words.size() - 1;
            boolean way = last >= 0 && Sorting.isDirection(word) && by.key(word).isEmpty();
            if (way && by.key(words.get(last) + " " + word).isPresent()) {
                words.set(last, words.get(last) + " " + word);
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private static List<String> of(JsonNode value) {
        if (value.isObject()) {
            return object(value);
        } else if (value.isArray()) {
            return value.valueStream().flatMap(each -> of(each).stream()).toList();
        }
        return ListQuery.words(value);
    }

    private static List<String> object(JsonNode value) {
        String name = first(value, NAMES);
        String way = first(value, WAYS);
        boolean descending = way.equals("true") || Sorting.isDescending(way);
        return name.isEmpty() ? List.of() : List.of(descending ? "-" + name : name);
    }

    private static String first(JsonNode value, List<String> keys) {
        return keys.stream()
                .map(key -> value.path(key).asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
