package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Fits what a request gives into the record that is shown of it where the two have a property in different types, such
 * as a text with commas and a list: what cannot be fitted is left to what completes the record. An empty text that only
 * the request may have takes a property away.
 */
record Fitting(Task task, Completion completion) {
    /** Completes the record; what is returned it breaks still. */
    List<Violation> fit(ObjectNode record) {
        completion.complete(record);
        List<Violation> flaws = completion.flaws(record);
        Map<String, String> asked = task.collections().view(task.schema()).properties();
        boolean fitted = false;
        for (Violation flaw : flaws) {
            String name = Pointers.unescaped(flaw.pointer().replaceFirst("^/([^/]*).*", "$1"));
            JsonNode value = record.path(name);
            boolean own = flaw.pointer().indexOf('/', 1) < 0 || value.isArray();
            boolean unset = value.isTextual() && value.textValue().isEmpty();
            if (own && (unset || flaw.keyword().equals("type")) && asked.containsKey(name) && record.has(name)) {
                fit(record, name);
                fitted = true;
            }
        }
        if (fitted) {
            completion.complete(record);
        }
        return fitted ? completion.flaws(record) : flaws;
    }

    private void fit(ObjectNode record, String name) {
        JsonNode value = record.remove(name);
        String schema =
                task.collections().view(task.collection().item()).properties().getOrDefault(name, "");
        candidates(value)
                .filter(each -> task.contract().keeps(schema, each))
                .findFirst()
                .ifPresent(each -> record.set(name, each));
    }

    private static Stream<JsonNode> candidates(JsonNode value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        ArrayNode parts = nodes.arrayNode();
        Stream.of(value.asText().split(",")).map(String::strip).forEach(parts::add);
        return Stream.of(
                TextNode.valueOf(value.asText()), parts, nodes.arrayNode().add(value));
    }
}
