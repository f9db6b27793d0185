package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.api.Pointers;
import dev.understudy.contract.Chosen;
import dev.understudy.contract.Content;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.Answered;
import dev.understudy.mocks.anyspec.collections.Entry;
import dev.understudy.mocks.anyspec.roles.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creates and deletes several records: all that a call asks for, or none. */
record Several(Task task, Stamps stamps, Limits limits) {
    Change create() {
        JsonNode body = task.call().arguments().body();
        JsonNode records = body == null ? JsonNodeFactory.instance.arrayNode() : body;
        State state = task.state();
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < records.size(); i++) {
            Task one = task.on(state);
            Change change = new Writing(one, stamps, limits).create(Given.of(one, records.path(i)), null);
            if (change.answered() instanceof Answered.Refused refused) {
                return new Change(at(refused, Pointers.child("", i)), task.state());
            } else if (change.next().isSameAs(state)) {
                return new Change(change.answered(), task.state());
            }
            state = change.next();
            List<Entry> all =
                    task.collections().records(task.collection(), state).byPosition();
            entries.add(all.get(all.size() - 1));
        }
        return new Change(told(entries), state);
    }

    private static Answered at(Answered.Refused refused, String pointer) {
        return new Answered.Refused(
                refused.status(),
                refused.violations().stream()
                        .map(violation -> violation.at(pointer + violation.pointer()))
                        .toList());
    }

    /** The records, where the answer is a list of them. */
    private Answered told(List<Entry> entries) {
        Chosen chosen = task.chosen(Writing.CREATED);
        Optional<Content> content = chosen.answer().content(task.call().produces());
        Optional<JsonNode> body = content.flatMap(each -> {
            String items = task.collections().view(each.schema().orElse("")).items();
            return items.isEmpty()
                    ? Optional.empty()
                    : task.collections()
                            .shown(items, entries)
                            .filter(all -> each.flaw(all).isEmpty())
                            .map(JsonNode.class::cast);
        });
        return new Answered.Done(chosen, body.orElse(null), Map.of());
    }

    /** Those that the query names, or all that lie below what the path names. */
    Change delete(Chosen chosen) {
        Set<String> named = named();
        State state = task.state();
        for (Entry entry : task.collections().below(task.role(), task.call(), state)) {
            if (named.isEmpty() || named.contains(entry.key())) {
                state = state.remove(task.collections().key(task.collection()), entry.id());
            }
        }
        return new Change(new Answered.Done(chosen, null, Map.of()), state);
    }

    private Set<String> named() {
        var named = new HashSet<String>();
        task.call().arguments().query().properties().forEach(argument -> {
            boolean names = Role.Changes.namesSeveral(argument.getKey());
            if (names && argument.getValue().isArray()) {
                argument.getValue().forEach(each -> named.add(each.asText()));
            } else if (names) {
                named.addAll(List.of(argument.getValue().asText().split("[,|]")));
            }
        });
        return named;
    }
}
