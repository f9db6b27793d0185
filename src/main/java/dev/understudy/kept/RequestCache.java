package dev.understudy.kept;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.Headers;
import dev.understudy.api.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A cache of answers by the exact bytes of their requests, bounded by weight. A hit skips the whole processing of a
 * call, so a repeated request costs about as much as a constant (src/bench/run, "the same request").
 */
public final class RequestCache<A> {
    private final AnswerCache<Key, A> answers;

    /**
     * The headers that have influenced any answer so far. A key contains the values of all of them, and an answer is
     * cached only if no other header was read to create it, so the key contains everything that determined the answer.
     */
    private volatile Names decisive = new Names(List.of());

    /**
     * An empty cache.
     *
     * @param bytes the maximum total weight in bytes
     * @param weight the weight of an answer in bytes
     * @param keeping converts an answer to the one that is cached
     * @param use counts hits and misses
     */
    public RequestCache(long bytes, ToIntFunction<A> weight, BiFunction<A, OffHeap, A> keeping, StatsCounter use) {
        answers = new AnswerCache<>(bytes, (key, answer) -> key.weight() + weight.applyAsInt(answer), keeping, use);
    }

    /** The current total weight in bytes. */
    public long bytes() {
        return answers.bytes();
    }

    /**
     * The answer to this request, from the cache or computed.
     *
     * @param working computes the answer from an equal request, which records the headers that are read
     * @param lasting whether the same request will get the same answer again
     */
    public A get(Request request, Function<Request, A> working, Predicate<A> lasting) {
        Names names = decisive;
        Key key = new Key(request, names);
        A kept = answers.get(key);
        if (kept != null) {
            return kept;
        }
        Headers seen = name -> {
            Integer place = names.places().get(name);
            if (place == null) {
                learn(name);
                return request.headers().all(name);
            }
            return List.of(key.headers[place]);
        };
        A answer = working.apply(new Request(request.method(), request.path(), request.query(), seen, request.body()));
        if (names == decisive && lasting.test(answer)) {
            answers.offer(key, answer);
        }
        return answer;
    }

    private synchronized void learn(String name) {
        if (!decisive.places().containsKey(name)) {
            var more = new ArrayList<>(decisive.inOrder());
            more.add(name);
            decisive = new Names(more);
        }
    }

    /** Names of headers, each with its index. */
    private record Names(List<String> inOrder, Map<String, Integer> places) {
        Names(List<String> names) {
            this(List.copyOf(names), new HashMap<>());
            names.forEach(name -> places.put(name, places.size()));
        }
    }

    /** Everything in a request that may have determined its answer. */
    private static final class Key {
        private static final String[] ABSENT = {};

        private final Request request;
        private final String[][] headers;
        private final int hash;

        Key(Request request, Names names) {
            // The request without its header object, which belongs to the connection.
            this.request =
                    new Request(request.method(), request.path(), request.query(), Headers.NONE, request.bytes());
            this.headers = new String[names.inOrder().size()][];
            int hash = 31 * Arrays.hashCode(request.bytes())
                    + 31 * request.path().hashCode()
                    + Objects.hashCode(request.query())
                    + request.method().hashCode();
            for (int i = 0; i < headers.length; i++) {
                List<String> values = request.headers().all(names.inOrder().get(i));
                headers[i] = values.isEmpty() ? ABSENT : values.toArray(ABSENT);
                hash = 31 * hash + Arrays.hashCode(headers[i]);
            }
            this.hash = hash;
        }

        int weight() {
            int characters = request.path().length()
                    + (request.query() == null ? 0 : request.query().length());
            for (String[] values : headers) {
                for (String value : values) {
                    characters += value.length();
                }
            }
            return 256 + 2 * characters + request.bytes().length;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && hash == key.hash
                    && request.path().equals(key.request.path())
                    && request.method().equals(key.request.method())
                    && Objects.equals(request.query(), key.request.query())
                    && Arrays.equals(request.bytes(), key.request.bytes())
                    && Arrays.deepEquals(headers, key.headers);
        }
    }
}
