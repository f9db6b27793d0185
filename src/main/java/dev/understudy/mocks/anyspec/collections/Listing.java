package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Call;
import dev.understudy.api.Expected;
import dev.understudy.api.Target;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.collections.Asked.Parameter;
import dev.understudy.mocks.anyspec.roles.Key;
import dev.understudy.mocks.anyspec.roles.Role;
import dev.understudy.mocks.anyspec.roles.SchemaView;
import dev.understudy.mocks.anyspec.roles.Sorting;
import dev.understudy.mocks.anyspec.roles.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Lists records: those that the request asks for, in its order, as much as a page has. */
final class Listing {
    /** How many records a page has where neither the request nor the document says so, if one can ask for others. */
    private static final int USUAL = 20;

    private final Contract contract;
    private final Samples samples;
    private final Showing showing;
    private final Operation operation;
    private final Role.Lists role;
    private final Asked asked;
    private final Call call;

    Listing(
            Contract contract,
            Samples samples,
            Showing showing,
            Operation operation,
            Role.Lists role,
            Asked asked,
            Call call) {
        this.contract = contract;
        this.samples = samples;
        this.showing = showing;
        this.operation = operation;
        this.role = role;
        this.asked = asked;
        this.call = call;
    }

    /** A record, and how this list shows it. */
    private record Item(Entry entry, ObjectNode shown) {}

    /** The answer of these records; empty if none can be made that keeps the contract. */
    Optional<Answered> answer(List<Entry> records) {
        Optional<Content> content = Shown.content(operation, role.envelope().content());
        Optional<List<Item>> all = shown(records);
        if (content.isEmpty() || all.isEmpty()) {
            return Optional.empty();
        }
        Predicate<JsonNode> filter = asked.filter();
        List<Item> items = new ArrayList<>(
                all.get().stream().filter(item -> filter.test(item.shown())).toList());
        sort(items);
        List<Entry> entries = items.stream().map(Item::entry).toList();
        Tokens tokens = tokens();
        Optional<Parameter> cursor = asked.given(Use.Cursor.class);
        Optional<Integer> place = cursor.flatMap(each -> place(each, tokens, entries));
        if (cursor.isPresent() && place.isEmpty()) {
            return Optional.of(new Answered.Senseless(
                    SenseCheck.place(operation, cursor.get().written()),
                    cursor.get().written(),
                    Expected.be("what an answer of this list gave, or the key of one of its records"),
                    cursor.get().value().asText()));
        }
        Window window = window(items.size(), cursor, place);
        var links = new PageLinks(target(), asked, window, tokens, entries);
        var filling = new EnvelopeFilling(contract, samples, window, links);
        List<ObjectNode> page = items.subList(Math.min(window.from(), items.size()), window.end()).stream()
                .map(item -> projected(item.shown()))
                .toList();
        return filling.fill(role.envelope(), content.get(), page)
                .<Answered>map(body -> new Answered.Body(body, content.get(), filling.headers(role.envelope())))
                .or(() -> tooFew(page.size()));
    }

    private Target target() {
        return operation.method().equals("GET") ? call.target() : Target.NONE;
    }

    private static Optional<Integer> place(Parameter cursor, Tokens tokens, List<Entry> entries) {
        String token = cursor.value().asText();
        boolean backwards = ((Use.Cursor) cursor.use()).backwards();
        return tokens.find(token, entries).or(() -> tokens.between(token, entries, backwards));
    }

    /** That there are fewer records than there must be, or none where the contract has no answer without any. */
    private Optional<Answered> tooFew(int count) {
        long least = Math.max(1, listSchema().note("minItems").asLong(0));
        if (count >= least) {
            return Optional.empty();
        }
        Optional<Parameter> guilty = asked.given(Use.Page.class)
                .or(() -> asked.given(Use.Offset.class))
                .or(() -> asked.given(Use.Cursor.class))
                .or(() -> asked.given().stream().findFirst());
        return Optional.of(new Answered.TooFew(
                guilty.map(Parameter::written).orElse(""),
                guilty.map(each -> each.value().asText()).orElse(""),
                count,
                least));
    }

    /** All records as the list shows them; empty if one cannot be shown. */
    private Optional<List<Item>> shown(List<Entry> records) {
        var items = new ArrayList<Item>();
        for (Entry entry : records) {
            Optional<ObjectNode> shown = showing.show(entry, role.envelope().record());
            if (shown.isEmpty()) {
                return Optional.empty();
            }
            items.add(new Item(entry, shown.get()));
        }
        return Optional.of(items);
    }

    private void sort(List<Item> items) {
        List<Sorting.Key> keys = asked.order();
        if (!keys.isEmpty()) {
            Comparator<JsonNode> order = Ordering.by(keys);
            items.sort((a, b) -> order.compare(a.shown(), b.shown()));
        } else if (asked.isTurned()) {
            java.util.Collections.reverse(items);
        }
    }

    private Tokens tokens() {
        Optional<Parameter> cursor = asked.first(Use.Cursor.class);
        String name = cursor.map(Parameter::written).orElse("");
        return new Tokens(contract, showing, operation.schema(name), name.matches("(?i).*(after|before|since|id)"));
    }

    private Window window(int total, Optional<Parameter> cursor, Optional<Integer> place) {
        int size = size(total);
        int first = asked.first(Use.Page.class)
                .map(page -> ((Use.Page) page.use()).first())
                .orElse(1);
        if (cursor.isPresent() && ((Use.Cursor) cursor.get().use()).backwards()) {
            int end = place.orElse(0);
            int from = Math.max(0, end - size);
            return new Window(from, Math.min(size, end - from), total, first);
        } else if (cursor.isPresent()) {
            return new Window(place.orElse(-1) + 1, size, total, first);
        }
        Optional<long[]> range = asked.range();
        if (range.isPresent()) {
            long from = range.get()[0];
            long count = Math.max(0, Math.min(range.get()[1] - from + 1, size(total, Integer.MAX_VALUE)));
            return new Window((int) from, (int) count, total, first);
        }
        OptionalLong offset =
                asked.given(Use.Offset.class).map(Parameter::number).orElse(OptionalLong.empty());
        OptionalLong page = asked.given(Use.Page.class).map(Parameter::number).orElse(OptionalLong.empty());
        long from = page.isPresent() && offset.orElse(0) == 0
                ? Math.max(0, Math.min(page.getAsLong(), Integer.MAX_VALUE) - first) * size
                : Math.max(0, offset.orElse(0));
        return new Window((int) Math.min(from, Integer.MAX_VALUE / 2), size, total, first);
    }

    /** What was asked for, or what is usual: all, where there is no way to ask for another page. */
    private int size(int total) {
        return size(total, USUAL);
    }

    /** @param otherwise how many where nothing says it, and one can ask for others */
    private int size(int total, long otherwise) {
        Optional<Parameter> limit = asked.first(Use.Limit.class);
        Optional<Use.Limit> use = limit.map(parameter -> (Use.Limit) parameter.use());
        OptionalLong given =
                limit.filter(Parameter::isGiven).map(Parameter::number).orElse(OptionalLong.empty());
        boolean paged = asked.first(Use.Page.class).isPresent()
                || asked.first(Use.Offset.class).isPresent()
                || asked.first(Use.Cursor.class).isPresent();
        long usual = use.flatMap(Use.Limit::usual).orElse(paged ? otherwise : Math.max(total, 1));
        long size = given.isPresent() && given.getAsLong() >= 0 ? given.getAsLong() : usual;
        long most = Math.min(use.flatMap(Use.Limit::most).orElse((long) Integer.MAX_VALUE), mostItems());
        return (int)
                Math.max(Math.min(size, most), listSchema().note("minItems").asLong(0));
    }

    private long mostItems() {
        return listSchema().note("maxItems").asLong(Integer.MAX_VALUE);
    }

    private SchemaView listSchema() {
        SchemaView list = showing.view(role.envelope().schema());
        for (String step : role.envelope().items()) {
            list = showing.view(list.properties().getOrDefault(step, ""));
        }
        return list;
    }

    /** The record with the properties that were asked for, and those that it must have. */
    private ObjectNode projected(ObjectNode record) {
        Set<String> only = asked.projected(false);
        Set<String> without = asked.projected(true);
        SchemaView schema = showing.view(role.envelope().record());
        if (only.stream().noneMatch(record::has) && without.isEmpty()) {
            return record;
        }
        ObjectNode left = record.deepCopy();
        for (String name : schema.properties().keySet()) {
            boolean leftOut = without.contains(name) || (only.stream().anyMatch(record::has) && !only.contains(name));
            if (leftOut && !schema.requires(name) && !isKey(name)) {
                left.remove(name);
            }
        }
        return contract.keeps(role.envelope().record(), left) ? left : record;
    }

    private boolean isKey(String name) {
        return role.collection().keys().stream()
                .map(Key::property)
                .anyMatch(property -> property != null && property.path().get(0).equals(name));
    }
}
