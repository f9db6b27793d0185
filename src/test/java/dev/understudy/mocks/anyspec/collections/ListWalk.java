package dev.understudy.mocks.anyspec.collections;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.api.Preference;
import dev.understudy.api.Target;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.stream.Pace;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.fixture.RecordMigration;
import dev.understudy.fixture.State;
import dev.understudy.generate.values.Direction;
import dev.understudy.generate.values.GenerationResult;
import dev.understudy.generate.values.Values;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.mocks.anyspec.roles.Recognized;
import dev.understudy.mocks.anyspec.roles.Role;
import dev.understudy.mocks.anyspec.roles.Scope;
import dev.understudy.mocks.anyspec.roles.parameters.Comparison;
import dev.understudy.mocks.anyspec.roles.parameters.Envelope.Field;
import dev.understudy.mocks.anyspec.roles.parameters.FieldUse;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import dev.understudy.mocks.anyspec.roles.parameters.Sorting;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks each list of a contract for its pages, by each filter and in each order that was understood, and compares the
 * answers with what {@link Expecting} makes of all its records.
 */
final class ListWalk {
    private static final int MOST_PAGES = 60;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Contract contract;
    private final Values values;
    private final Collections collections;
    private final State state;
    private final Recognition recognition;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    ListWalk(Contract contract) {
        this.contract = contract;
        this.values = new Values(contract.lowered(), contract.schemas());
        Samples samples = (pointer, seed) ->
                values.another(pointer, seed, Direction.ANSWER) instanceof GenerationResult.Value made
                        ? Optional.of(made.value())
                        : Optional.empty();
        this.collections = new Collections(contract, samples, 11);
        var loading = new State.Loading();
        collections.load(loading, Map.of(), RecordMigration.ALL);
        this.state = loading.state();
        this.recognition = Recognition.of(contract);
        // Nothing is there before the first question.
        collections.role("", state);
    }

    List<String> faults() {
        return faults;
    }

    Map<String, Integer> counts() {
        return counts;
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    void all() {
        for (Recognized each : recognition.operations()) {
            if (each.role() instanceof Role.Lists role
                    && each.operation().method().equals("GET")) {
                new One(each, role).walk();
            }
        }
    }

    /** One list. */
    private final class One {
        private final Recognized recognized;
        private final Role.Lists role;
        private final ObjectNode path = NODES.objectNode();
        private final ObjectNode needed = NODES.objectNode();
        private List<JsonNode> everything = List.of();

        One(Recognized recognized, Role.Lists role) {
            this.recognized = recognized;
            this.role = role;
            for (Operation.Input input : recognized.operation().inputs()) {
                if (input.required() && input.place() == Place.QUERY) {
                    made(input.schema()).ifPresent(value -> needed.set(input.name(), value));
                }
            }
            for (int i = 0; i < role.scopes().size(); i++) {
                path.put(role.scopes().get(i).parameter(), scope(i));
            }
        }

        private String scope(int index) {
            Scope scope = role.scopes().get(index);
            Optional<JsonRecord> first = collections.records(role.collection(), state).first(1).stream()
                    .findFirst();
            return first.filter(entry -> entry.scope().size() == role.scopes().size())
                    .map(entry -> entry.scope().get(index))
                    .filter(text -> !text.equals(JsonRecord.ANY))
                    .orElseGet(() -> recognition.collections().stream()
                            .filter(each -> each.name().equals(scope.parent()))
                            .flatMap(each -> collections.records(each, state).first(1).stream())
                            .map(entry -> entry.keys().get(0))
                            .findFirst()
                            .orElse("1"));
        }

        private Optional<JsonNode> made(String schema) {
            return !schema.isEmpty()
                            && values.value(schema, 1, Direction.REQUEST) instanceof GenerationResult.Value made
                    ? Optional.of(made.value())
                    : Optional.empty();
        }

        void walk() {
            Optional<CollectionAnswer> first = ask(Map.of());
            if (first.isEmpty()) {
                count("lists that answer by themselves");
                return;
            } else if (!(first.get() instanceof CollectionAnswer.Body)) {
                count("lists that say " + first.get().getClass().getSimpleName());
                return;
            }
            count("lists");
            Optional<List<JsonNode>> all = pages(Map.of(), 50);
            if (all.isEmpty()) {
                all = ask(Map.of()).map(this::items);
                count("lists without pages");
            } else {
                count("lists with pages");
            }
            everything = all.orElseThrow();
            for (int size : List.of(1, 3, 7)) {
                pages(Map.of(), size).ifPresent(pages -> same("pages of " + size, everything, pages));
            }
            recognized.uses().forEach((name, use) -> {
                if (!needed.has(name)) {
                    use(List.of(name), use);
                }
            });
        }

        private void use(List<String> name, ParameterUse use) {
            if (use instanceof ParameterUse.Parts parts) {
                parts.byKey().forEach((key, inner) -> {
                    var whole = new ArrayList<>(name);
                    whole.add(key);
                    use(whole, inner);
                });
            } else if (use instanceof ParameterUse.Filter filter) {
                Expecting.values(filter, everything).forEach(value -> filtered(name, filter, value));
            } else if (use instanceof ParameterUse.Identity identity) {
                // One that is asked for by its id may be another's name.
                identity.properties().stream()
                        .flatMap(property -> Expecting.values(equal(property), everything).stream())
                        .forEach(value -> named(name, identity, value));
            } else if (use instanceof ParameterUse.Search search) {
                Expecting.words(search, everything).forEach(word -> given(name, word)
                        .flatMap(query -> pages(query, 50).or(() -> ask(query).map(this::items)))
                        .ifPresent(items -> {
                            count("searches");
                            same(name + "=" + word, Expecting.found(search, word, everything), items);
                        }));
            } else if (use instanceof ParameterUse.Sort sort) {
                Expecting.orders(sort.by(), everything).forEach(value -> sorted(name, sort.by(), value));
            }
        }

        private static ParameterUse.Filter equal(Property property) {
            return new ParameterUse.Filter(property, Comparison.EQUAL);
        }

        private void named(List<String> name, ParameterUse.Identity identity, JsonNode value) {
            List<JsonNode> expected = everything.stream()
                    .filter(record -> identity.properties().stream()
                            .anyMatch(property -> !Expecting.left(equal(property), value, List.of(record))
                                    .isEmpty()))
                    .toList();
            given(name, value)
                    .flatMap(query -> pages(query, 50).or(() -> ask(query).map(this::items)))
                    .ifPresent(items -> {
                        count("filters");
                        same(name + "=" + value, expected, items);
                    });
        }

        private void filtered(List<String> name, ParameterUse.Filter filter, JsonNode value) {
            given(name, value)
                    .flatMap(query -> pages(query, 50).or(() -> ask(query).map(this::items)))
                    .ifPresent(items -> {
                        count("filters");
                        same(name + "=" + value, Expecting.left(filter, value, everything), items);
                    });
        }

        private void sorted(List<String> name, Sorting by, String value) {
            given(name, TextNode.valueOf(value))
                    .flatMap(query -> pages(query, 4).or(() -> ask(query).map(this::items)))
                    .ifPresent(items -> {
                        count("orders");
                        by.key(value)
                                .filter(key -> !Expecting.isOrdered(key, items))
                                .ifPresent(key -> fault(name + "=" + value + " is not ordered: "
                                        + items.stream()
                                                .map(item ->
                                                        key.property().of(item).toString())
                                                .toList()));
                        if (!Expecting.counted(items).equals(Expecting.counted(everything))) {
                            fault(name + "=" + value + " has other records: " + items.size() + " of "
                                    + everything.size());
                        }
                    });
        }

        private void same(String what, List<JsonNode> expected, List<JsonNode> items) {
            if (!expected.equals(items)) {
                fault(what + ": expected " + expected.size() + ", got " + items.size() + " of " + everything.size()
                        + " " + expected.stream().limit(2).toList() + " "
                        + items.stream().limit(2).toList());
            }
        }

        private void fault(String what) {
            faults.add(contract.source() + " " + recognized.operation() + " " + what);
        }

        /** The query that gives a parameter this value; empty if its schema does not admit it. */
        private Optional<Map<String, JsonNode>> given(List<String> name, JsonNode value) {
            String schema = recognized.operation().schema(name.get(0));
            ArrayNode list = NODES.arrayNode().add(value);
            for (JsonNode candidate : List.of(value, list, TextNode.valueOf(value.asText()))) {
                JsonNode whole = candidate;
                for (int i = name.size() - 1; i > 0; i--) {
                    whole = NODES.objectNode().set(name.get(i), whole);
                }
                if (!schema.isEmpty() && contract.keeps(schema, whole)) {
                    return Optional.of(Map.of(name.get(0), whole));
                }
            }
            count("values that a parameter does not admit");
            return Optional.empty();
        }

        private Optional<String> parameter(Class<? extends ParameterUse> use) {
            return recognized.uses().entrySet().stream()
                    .filter(entry -> use.isInstance(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        private boolean forwards(String cursor) {
            return recognized.uses().get(cursor) instanceof ParameterUse.Cursor use && !use.backwards();
        }

        /** All records, page by page; empty if the list has no pages of this size. */
        private Optional<List<JsonNode>> pages(Map<String, JsonNode> query, int size) {
            Optional<String> limit = parameter(ParameterUse.Limit.class);
            Optional<Map<String, JsonNode>> sized = limit.flatMap(name -> given(List.of(name), LongNode.valueOf(size)));
            Optional<String> page = parameter(ParameterUse.Page.class);
            Optional<String> offset = parameter(ParameterUse.Offset.class);
            Optional<String> cursor =
                    recognized.uses().keySet().stream().filter(this::forwards).findFirst();
            if (cursor.isPresent() && page.isEmpty() && offset.isEmpty() && !isAskable()) {
                count("lists of which nothing says how the next page is asked for");
                return Optional.empty();
            }
            if (sized.isEmpty() || (page.isEmpty() && offset.isEmpty() && cursor.isEmpty())) {
                return Optional.empty();
            }
            var met = new ArrayList<JsonNode>();
            var asked = new TreeMap<>(query);
            asked.putAll(sized.get());
            for (int i = 0; i < MOST_PAGES; i++) {
                Optional<CollectionAnswer> answer = ask(asked);
                if (answer.isEmpty() || answer.get() instanceof CollectionAnswer.TooFew) {
                    return Optional.of(met);
                } else if (!(answer.get() instanceof CollectionAnswer.Body body)) {
                    fault("page " + i + " of " + size + ": " + answer.get());
                    return Optional.of(met);
                } else {
                    List<JsonNode> items = items(body);
                    met.addAll(items);
                    Optional<JsonNode> next = items.isEmpty()
                            ? Optional.empty()
                            : page.isPresent()
                                    ? Optional.of(LongNode.valueOf(i + 1L + first(page.get())))
                                    : offset.isPresent()
                                            ? Optional.of(LongNode.valueOf(met.size()))
                                            : token(body, cursor.orElseThrow());
                    if (next.isEmpty()) {
                        total(body, met.size());
                        return Optional.of(met);
                    }
                    String by = page.or(() -> offset).or(() -> cursor).orElseThrow();
                    Optional<Map<String, JsonNode>> given = given(List.of(by), next.get());
                    if (given.isEmpty()) {
                        return Optional.of(met);
                    }
                    asked.putAll(given.get());
                }
            }
            fault("pages of " + size + " have no end");
            return Optional.of(met);
        }

        private int first(String page) {
            return recognized.uses().get(page) instanceof ParameterUse.Page use ? use.first() : 1;
        }

        private void total(CollectionAnswer.Body body, int met) {
            for (Field field : role.envelope().fields()) {
                if (field.use() == FieldUse.TOTAL) {
                    long total = DocumentExamples.at(body.value(), field.path()).asLong(-1);
                    count("totals");
                    if (total != met) {
                        fault(field + " says " + total + ", there are " + met);
                    }
                }
            }
        }

        private Optional<JsonNode> token(CollectionAnswer.Body body, String cursor) {
            for (Field field : role.envelope().fields()) {
                JsonNode value = DocumentExamples.at(body.value(), field.path());
                if (field.use() == FieldUse.NEXT_TOKEN && !value.asText("").isEmpty()) {
                    return Optional.of(value);
                } else if (field.use() == FieldUse.NEXT_URL) {
                    Optional<JsonNode> token = inUrl(value.asText(""), cursor);
                    if (token.isPresent()) {
                        return token;
                    }
                }
            }
            return body.headers().values().stream()
                    .flatMap(words -> words.said().stream())
                    .filter(link -> link.contains("rel=\"next\""))
                    .flatMap(link -> inUrl(link.replaceAll(".*<([^>]*)>; rel=\"next\".*", "$1"), cursor).stream())
                    .findFirst()
                    .or(() -> key(body));
        }

        private boolean isAskable() {
            return role.envelope().says(FieldUse.NEXT_TOKEN)
                    || role.envelope().says(FieldUse.NEXT_URL)
                    || role.envelope().says(FieldUse.LINKS)
                    || role.collection().keys().stream().anyMatch(key -> key.property() != null);
        }

        /** The key of the last record, where nothing tells where the next page begins. */
        private Optional<JsonNode> key(CollectionAnswer.Body body) {
            List<JsonNode> items = items(body);
            boolean told = role.envelope().says(FieldUse.NEXT_TOKEN)
                    || role.envelope().says(FieldUse.NEXT_URL)
                    || role.envelope().says(FieldUse.LINKS);
            return told
                    ? Optional.empty()
                    : role.collection().keys().stream()
                            .flatMap(key -> Optional.ofNullable(key.property()).stream())
                            .map(property -> property.of(items.get(items.size() - 1)))
                            .filter(value -> !value.isMissingNode())
                            .reduce((first, second) -> second);
        }

        private Optional<JsonNode> inUrl(String url, String cursor) {
            Matcher token =
                    Pattern.compile("[?&]" + Pattern.quote(cursor) + "=([^&]*)").matcher(url);
            return token.find()
                    ? Optional.of(Paths.typed(
                            URLDecoder.decode(token.group(1), UTF_8),
                            SchemaView.of(contract, recognized.operation().schema(cursor))))
                    : Optional.empty();
        }

        private List<JsonNode> items(CollectionAnswer answered) {
            var items = new ArrayList<JsonNode>();
            if (answered instanceof CollectionAnswer.Body body) {
                DocumentExamples.at(body.value(), role.envelope().items()).forEach(items::add);
            }
            return items;
        }

        private Optional<CollectionAnswer> ask(Map<String, JsonNode> query) {
            ObjectNode asked = needed.deepCopy();
            query.forEach(asked::set);
            ObjectNode none = NODES.objectNode();
            String text = query.entrySet().stream()
                    .filter(entry -> entry.getValue().isValueNode())
                    .map(entry -> URLEncoder.encode(entry.getKey(), UTF_8) + "="
                            + URLEncoder.encode(entry.getValue().asText(), UTF_8))
                    .collect(Collectors.joining("&"));
            var call = new Call(
                    recognized.operation().operationId(),
                    new Arguments(path, asked, none, none, null),
                    "application/json",
                    Preference.NONE,
                    new Target("http://mock.test/list", text),
                    Pace.NONE,
                    List.of(),
                    "");
            return collections.answer(call, state);
        }
    }
}
