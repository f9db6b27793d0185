package dev.understudy.mocks.anyspec.collections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Call;
import dev.understudy.api.Headers;
import dev.understudy.api.Json;
import dev.understudy.api.Request;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Match;
import dev.understudy.contract.Routes;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.RecordMigration;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.ListQuery.Parameter;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import dev.understudy.openapi.Documents;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lists find by their indexes is what one finds who looks at each record. */
class IndexedListsTest {
    private static final Path DOCUMENT = Path.of("src/test/resources/brought/things.yaml");
    private static final Contract CONTRACT =
            Contract.brought("things", Documents.read(DOCUMENT, Path.of("src/test/resources/brought")));
    private static final Samples EMPTY =
            (pointer, seed) -> Optional.of(Json.mapper().createObjectNode());
    private static final Recognition RECOGNITION = Recognition.of(CONTRACT);
    private static final CollectionKey<JsonRecord> THINGS = new CollectionKey<>("things/things", JsonRecord::id);
    private static final List<String> MOMENTS = List.of(
            "2026-01-01",
            "2026-01-02",
            "2026-01-01T00:00:00Z",
            "2026-01-01T23:30:00-05:00",
            "2026-01-02T04:30:00Z",
            "2026-01-02T00:30:00+09:00",
            "2025-12-31T23:59:59.5Z",
            "2026-01-01T25:00:00Z",
            "2026-01-01 10:00:00",
            "soon",
            "");
    private static final List<String> SIZES = List.of("1", "1.0", "2", "10", "-3", "0.5", "1e2");
    private static final List<String> WORDS =
            List.of("red", "Red", "blue", "true", "no", "1", "2026-01-01", "all", "a,b");

    private final Collections collections = new Collections(CONTRACT, EMPTY, 0);
    private final Showing showing = new Showing(CONTRACT, EMPTY);
    private final Map<String, JsonRecord> mirror = new LinkedHashMap<>();
    private Random random = new Random(0);
    private State state = new State.Loading().state();

    @BeforeEach
    void begin() {
        mirror.clear();
    }

    private void load(int count) {
        var records = new ArrayList<ObjectNode>();
        for (int i = 0; i < count; i++) {
            ObjectNode thing = thing("t" + i);
            records.add(thing);
            mirror.put("t" + i, entry(thing));
        }
        var loading = new State.Loading();
        collections.load(loading, Map.of("things", records), RecordMigration.ALL);
        state = loading.state();
        assertThat(body(call("/things", "")).path("total").asInt()).isEqualTo(count);
    }

    private static JsonRecord entry(ObjectNode thing) {
        return new JsonRecord(List.of(), List.of(thing.path("id").asText()), thing);
    }

    private ObjectNode thing(String id) {
        ObjectNode thing = Json.mapper().createObjectNode().put("id", id);
        put(thing, "shelf", Json.mapper().valueToTree(one(List.of("north", "south"))));
        put(thing, "kind", random.nextInt(4) == 0 ? bool() : Json.mapper().valueToTree(one(WORDS)));
        put(thing, "size", random.nextBoolean() ? number() : Json.mapper().valueToTree(one(SIZES)));
        put(thing, "created_at", Json.mapper().valueToTree(one(MOMENTS)));
        ArrayNode tags = Json.mapper().createArrayNode();
        random.ints(random.nextInt(3), 0, WORDS.size()).forEach(word -> tags.add(WORDS.get(word)));
        put(thing, "tags", tags);
        put(
                thing,
                "note",
                random.nextInt(3) == 0
                        ? Json.mapper().nullNode()
                        : Json.mapper().valueToTree(one(WORDS)));
        return thing;
    }

    private void put(ObjectNode thing, String name, JsonNode value) {
        if (random.nextInt(6) > 0) {
            thing.set(name, value);
        }
    }

    private JsonNode bool() {
        return Json.mapper().valueToTree(random.nextBoolean());
    }

    private JsonNode number() {
        try {
            return Json.mapper().readTree(one(SIZES));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    /** Creates, replaces, or removes one. */
    private void change() {
        String id = "t" + random.nextInt(mirror.size() + 3);
        if (random.nextInt(3) == 0) {
            state = state.remove(THINGS, JsonRecord.id(List.of(), List.of(id)));
            mirror.remove(id);
        } else {
            ObjectNode thing = thing(id);
            state = state.put(THINGS, entry(thing));
            mirror.put(id, entry(thing));
        }
    }

    private Call call(String path, String query) {
        var request = new Request("GET", path, query.isEmpty() ? null : query, Headers.NONE, new byte[0]);
        Match match = new Routes(List.of(CONTRACT)).match(request);
        return (Call) CONTRACT.admit(match, request);
    }

    private JsonNode body(Call call) {
        return body((CollectionAnswer.Body) collections.answer(call, state).orElseThrow());
    }

    private static JsonNode body(CollectionAnswer.Body body) {
        JsonNode sent = Json.mapper().valueToTree(body.sent());
        assertThat(sent).hasToString(body.value().toString());
        return sent;
    }

    private String query() {
        var query = new ArrayList<String>();
        add(query, "kind", one(WORDS));
        add(query, "kind_not", one(WORDS));
        add(query, "min_size", one(random.nextBoolean() ? SIZES : WORDS));
        add(query, "max_size", one(SIZES));
        add(query, "size", one(SIZES));
        add(query, "created_at", one(MOMENTS));
        add(query, "created_after", one(MOMENTS));
        add(query, "created_until", random.nextBoolean() ? one(MOMENTS) : "1767225600");
        add(query, "tag", one(WORDS));
        add(query, "has_note", one(List.of("true", "false")));
        add(query, "note_contains", one(WORDS));
        add(query, "q", one(WORDS));
        if (random.nextBoolean()) {
            query.add("sort="
                    + one(List.of(
                            "size", "-size", "created_at", "kind", "shelf,-created_at", "tags", "-kind,size,id")));
        }
        add(query, "order", one(List.of("asc", "desc")));
        add(query, "page", Integer.toString(1 + random.nextInt(4)));
        add(query, "per_page", Integer.toString(1 + random.nextInt(20)));
        return String.join("&", query);
    }

    private void add(List<String> query, String name, String value) {
        if (random.nextInt(5) == 0) {
            query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    /** What a look at each record finds. */
    private JsonNode scanned(Call call) {
        var uses = RECOGNITION.operations().stream()
                .filter(each -> each.operation().operationId().equals("listThings"))
                .findFirst()
                .orElseThrow()
                .uses();
        var asked = new ListQuery(uses, call.arguments().query());
        Stream<ObjectNode> records = mirror.values().stream()
                .map(entry -> showing.show(entry, "/components/schemas/Thing").orElseThrow());
        for (Parameter parameter : asked.filters()) {
            records = records.filter(
                    parameter.use() instanceof ParameterUse.Filter filter
                            ? Matching.of(filter.property(), filter.comparison(), parameter.value())
                            : Matching.search(((ParameterUse.Search) parameter.use()).properties(), parameter.value()));
        }
        var left = new ArrayList<>(records.toList());
        if (!asked.order().isEmpty()) {
            left.sort(Ordering.by(asked.order()));
        } else if (asked.isTurned()) {
            java.util.Collections.reverse(left);
        }
        long size = number(asked, ParameterUse.Limit.class, 7);
        long page = number(asked, ParameterUse.Page.class, 1);
        ArrayNode things = Json.mapper().createArrayNode();
        left.stream().skip((page - 1) * size).limit(size).forEach(things::add);
        ObjectNode body = Json.mapper().createObjectNode();
        body.set("things", things);
        return body.put("total", left.size());
    }

    private static long number(ListQuery asked, Class<? extends ParameterUse> use, long otherwise) {
        return asked.given(use)
                .flatMap(Parameter::number)
                .map(BigInteger::longValueExact)
                .orElse(otherwise);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 64, 150})
    void any_request_finds_what_a_look_at_each_record_finds_whatever_was_changed(int count) {
        random = new Random(count);
        load(count);
        int compared = 0;
        for (int i = 0; i < 400; i++) {
            if (i > 100 && i % 3 == 0) {
                change();
            }
            String query = query();
            Call call = call("/things", query);
            // Some of these values mean nothing, and are refused.
            if (collections.answer(call, state).orElseThrow() instanceof CollectionAnswer.Body body) {
                assertThat(body(body))
                        .as("%s after %d requests", query, i)
                        .hasToString(scanned(call).toString());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(250);
    }

    @Test
    void a_walk_from_one_record_to_the_next_meets_each_once_in_its_order_whatever_was_changed() {
        load(40);
        IntStream.range(0, 30).forEach(i -> change());
        for (String sort : List.of("", "size", "-created_at")) {
            List<String> expected = Stream.of(
                            call("/things", "per_page=1000" + (sort.isEmpty() ? "" : "&sort=" + sort)))
                    .flatMap(call -> ids(scanned(call), "north"))
                    .toList();
            var met = new ArrayList<String>();
            String cursor = "";
            do {
                String query = "limit=4" + (sort.isEmpty() ? "" : "&sort=" + sort) + cursor;
                JsonNode page = body(call("/shelves/north/things", query));
                ids(page, "north").forEach(met::add);
                cursor = page.has("next_cursor")
                        ? "&cursor=" + page.path("next_cursor").asText()
                        : "";
            } while (!cursor.isEmpty());
            assertThat(met).as(sort).isEqualTo(expected).isNotEmpty();
        }
    }

    private static Stream<String> ids(JsonNode list, String shelf) {
        return list.path("things").findValues("id").stream()
                .map(JsonNode::asText)
                .filter(id -> list.path("things").findParents("id").stream()
                        .anyMatch(thing -> thing.path("id").asText().equals(id)
                                && thing.path("shelf").asText().equals(shelf)));
    }

    @Test
    void one_record_is_found_by_its_key_whatever_was_changed() {
        load(40);
        IntStream.range(0, 60).forEach(i -> change());
        for (int i = 0; i < 45; i++) {
            JsonRecord there = mirror.get("t" + i);
            CollectionAnswer answered =
                    collections.answer(call("/things/t" + i, ""), state).orElseThrow();
            if (there == null) {
                assertThat(answered).isInstanceOf(CollectionAnswer.Missing.class);
            } else {
                assertThat((JsonNode) Json.mapper().valueToTree(((CollectionAnswer.Body) answered).value()))
                        .isEqualTo(there.data());
            }
        }
    }
}
