package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.text.Percent;
import dev.understudy.contract.ChosenAnswer;
import dev.understudy.contract.Content;
import dev.understudy.contract.Operation;
import dev.understudy.contract.argument.Parameter;
import dev.understudy.mocks.anyspec.collections.CollectionAnswer;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers to changes of a record. */
record ChangeReplies(Task task, Preconditions preconditions) {
    /** The answer with the record, if it has a place for one, and the record's URL, if it has a header for that. */
    CollectionAnswer.Done of(ChosenAnswer chosen, JsonRecord entry) {
        Optional<JsonNode> body = chosen.answer().contents().isEmpty()
                ? Optional.empty()
                : chosen.answer().content(task.call().produces()).flatMap(content -> body(content, entry));
        var headers = new HashMap<String, String>();
        for (Parameter header : chosen.answer().headers()) {
            if (header.name().equalsIgnoreCase("Location")) {
                headers.put(header.name(), location(header, entry).orElse(""));
            } else if (header.name().equalsIgnoreCase("ETag")) {
                headers.put(header.name(), preconditions.tag(entry));
            }
        }
        return new CollectionAnswer.Done(chosen, body.orElse(null), headers);
    }

    private Optional<JsonNode> body(Content content, JsonRecord entry) {
        List<String> way = task.role().bodies().get(content.pointer());
        return way == null ? Optional.empty() : task.collections().shown(content, way, entry);
    }

    private Optional<String> location(Parameter header, JsonRecord entry) {
        String address = address(entry);
        String path = address.replaceFirst("^[a-z]+://[^/]*", "");
        // Some documents have a pattern that does not cover the common prefix of all paths.
        Stream<String> shorter =
                Stream.iterate(path, each -> each.lastIndexOf('/') > 0, each -> each.substring(each.indexOf('/', 1)));
        return Stream.concat(Stream.of(address), shorter).filter(header::takes).findFirst();
    }

    /** The URL of the record: below the URL of its list, if no operation shows it alone. */
    private String address(JsonRecord entry) {
        String here = task.call().target().address();
        Optional<Operation> item = task.collections().item(task.collection(), task.state());
        String keys =
                String.join("/", entry.keys().stream().map(Percent::encode).toList());
        if (item.isEmpty()) {
            return here + "/" + keys;
        }
        String base = here;
        int own = (int) task.operation()
                .path()
                .replaceFirst("/+$", "")
                .chars()
                .filter(c -> c == '/')
                .count();
        for (int i = 0; i < own; i++) {
            base = base.replaceFirst("/[^/]*/*$", "");
        }
        return base + PathFilling.filled(item.get().path(), task, entry);
    }
}
