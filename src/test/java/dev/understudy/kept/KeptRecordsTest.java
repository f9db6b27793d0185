package dev.understudy.kept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.api.InvalidReply;
import dev.understudy.api.Json;
import dev.understudy.api.JsonWritable;
import dev.understudy.api.JsonWriter;
import dev.understudy.api.Release;
import dev.understudy.api.Reply;
import dev.understudy.api.Response;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Samples;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page that is joined from kept records must be, to the byte, the page that would be rendered and checked whole. */
class KeptRecordsTest {
    private final ConcurrentStatsCounter use = new ConcurrentStatsCounter();
    private final KeptRecords records = new KeptRecords(1 << 20, use);
    private final List<List<Thing>> known = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private static final Contract CONTRACT = Samples.contract(
            """
            paths:
              /things:
                get:
                  operationId: listThings
                  responses:
                    '200':
                      description: Things
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Page'}
            components:
              schemas:
                Page:
                  oneOf:
                    - type: object
                      additionalProperties: false
                      required: [items, next]
                      properties:
                        items: {type: array, maxItems: 5, uniqueItems: true, items: {$ref: '#/components/schemas/Thing'}}
                        next: {type: string, nullable: true}
                        others: {type: array, items: {$ref: '#/components/schemas/Thing'}}
                    - type: object
                      additionalProperties: false
                      required: [ids]
                      properties: {ids: {type: array, items: {type: string}}}
                    - type: object
                      additionalProperties: false
                      required: [groups]
                      properties:
                        groups: {type: array, items: {type: array, items: {$ref: '#/components/schemas/Thing'}}}
                Thing:
                  type: object
                  additionalProperties: false
                  required: [name, parts]
                  properties:
                    name: {type: string, maxLength: 5}
                    size: {type: number, maximum: 10}
                    parts: {type: array, items: {$ref: '#/components/schemas/Thing'}}
            """);
    private final Contract keeping = CONTRACT.keeping(records);

    private sealed interface Shown permits Thing {}

    private record Thing(String name, @Nullable BigDecimal size, List<Thing> parts) implements Shown, JsonWritable {
        @Override
        public void write(JsonWriter json) throws IOException {
            json.start();
            json.required("name", name);
            json.required("size", size);
            json.required("parts", parts);
            json.end();
        }
    }

    private record Page(List<Shown> items, @Nullable String next, List<Thing> others) implements JsonWritable {
        @Override
        public void write(JsonWriter json) throws IOException {
            json.start();
            json.required("items", items);
            json.required("next", next);
            json.required("others", others);
            json.end();
        }
    }

    private record Groups(List<List<Thing>> groups) implements JsonWritable {
        @Override
        public void write(JsonWriter json) throws IOException {
            json.start();
            json.required("groups", groups);
            json.end();
        }
    }

    private record Ok(int status, Object body) implements Reply {}

    @Test
    void joined_pages_are_the_pages_that_would_be_rendered_whole() {
        var random = new Random(5);
        Contract reference = keeping.reference();
        int released = 0;
        for (int i = 0; i < 3_000; i++) {
            var items = new ArrayList<Shown>();
            for (int n = random.nextInt(7); n > 0; n--) {
                items.add(thing(random, 2));
            }
            var page = new Page(items, random.nextBoolean() ? null : "n\u00e9xt", List.of(thing(random, 1)));
            Release release = release(keeping, page);
            assertThat(text(release)).isEqualTo(text(release(reference, page)));
            if (release instanceof Response response) {
                assertThat(response.bytes()).isEqualTo(Json.write(page));
                released++;
            }
        }
        assertThat(released).isBetween(300, 2_700);
        assertThat(use.snapshot().hitCount()).isPositive();
        assertThat(records.bytes()).isBetween(1L, 1L << 20);
    }

    @Test
    void records_in_lists_inside_a_list_are_sent_as_they_are() {
        var thing = new Thing("a", BigDecimal.ONE, List.of());
        var groups = new Groups(List.of(List.of(), List.of(thing, thing), List.of(thing)));
        for (int i = 0; i < 3; i++) {
            assertThat(((Response) release(keeping, groups)).bytes()).isEqualTo(Json.write(groups));
        }
    }

    @Test
    void a_record_that_breaks_the_contract_is_found_each_time() {
        var page = new Page(List.of(new Thing("much too long", null, List.of())), null, List.of());

        assertThat(release(keeping, page)).isInstanceOf(InvalidReply.class);
        assertThat(text(release(keeping, page))).isEqualTo(text(release(keeping.reference(), page)));
    }

    @ParameterizedTest
    @CsvSource({"100, 0, 0", "4000, 400, 4000"})
    void what_is_kept_never_takes_more_than_it_may(int most, long least, long last) {
        var few = new KeptRecords(most, use);
        Contract forgetful = CONTRACT.keeping(few);
        // Eight of them have a place, but only three the room.
        List<Thing> parts = Collections.nCopies(20, new Thing("part", BigDecimal.ONE, List.of()));
        for (int i = 0; i < 1_000; i++) {
            var page = new Page(List.of(new Thing("t" + i, BigDecimal.ONE, parts)), null, List.of());
            assertThat(text(release(forgetful, page))).contains("\"t" + i + "\"");
            assertThat(few.bytes()).isBetween(least, last);
        }
    }

    @Test
    void a_record_that_was_sent_is_not_rendered_again() {
        var thing = new Thing("a", BigDecimal.ONE, List.of());
        for (int i = 0; i < 5; i++) {
            release(keeping, new Page(List.of(thing), null, List.of()));
        }
        assertThat(use.snapshot().missCount()).isEqualTo(1);
        assertThat(use.snapshot().hitCount()).isEqualTo(4);
    }

    @Test
    void a_value_is_rendered_again_when_its_bytes_have_made_room_for_those_of_others() {
        var few = new KeptRecords(4_000, use);
        Contract forgetful = CONTRACT.keeping(few);
        List<CheckedValue> values = IntStream.range(0, 100)
                .mapToObj(i -> new Thing("t" + i, BigDecimal.ONE, List.of()))
                .map(thing -> new CheckedValue(Json.mapper().valueToTree(thing)))
                .toList();
        for (int i = 0; i < 200; i++) {
            Object page = Map.of("items", List.of(values.get(i % 100)), "next", "n");
            for (int again = 0; again < 2; again++) {
                assertThat(text(release(forgetful, page))).contains("\"t" + i % 100 + "\"");
            }
        }
        // Each time there are others between, as no more than nine have the room.
        assertThat(use.snapshot().missCount()).isBetween(190L, 200L);
        assertThat(few.bytes()).isLessThanOrEqualTo(4_000);
    }

    @Test
    void numbers_that_are_equal_but_written_otherwise_keep_their_digits() {
        for (String digits : List.of("1.50", "1.5", "1.500", "1.50")) {
            var page = new Page(List.of(new Thing("a", new BigDecimal(digits), List.of())), null, List.of());
            assertThat(text(release(keeping, page))).contains("\"size\":" + digits + ",");
        }
    }

    /** One that was there before, or a new one. */
    private Thing thing(Random random, int depth) {
        List<Thing> same = known.get(depth);
        if (same.size() < 1_000 || random.nextInt(4) == 0) {
            same.add(newThing(random, depth));
            return same.get(same.size() - 1);
        }
        return same.get(random.nextInt(same.size()));
    }

    private Thing newThing(Random random, int depth) {
        var parts = new ArrayList<Thing>();
        for (int n = random.nextInt(depth + 1); n > 0; n--) {
            parts.add(thing(random, depth - 1));
        }
        BigDecimal size = random.nextInt(40) == 0 ? BigDecimal.valueOf(11) : BigDecimal.valueOf(random.nextInt(99), 1);
        return new Thing("t" + random.nextInt(random.nextInt(30) == 0 ? 1_000_000 : 900), size, parts);
    }

    private static Release release(Contract contract, Object body) {
        return contract.release(new Call("listThings", Arguments.NONE, "application/json"), new Ok(200, body));
    }

    private static String text(Release release) {
        if (release instanceof InvalidReply invalid) {
            String held = invalid.answer() == null ? "" : text(invalid.answer());
            return invalid.refusal() + "\n" + invalid.sentence() + "\n" + held;
        }
        return new String(((Response) release).bytes(), UTF_8);
    }
}
