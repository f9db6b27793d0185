package dev.understudy.road;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.Headers;
import dev.understudy.api.Request;
import dev.understudy.kept.Kept;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Validated once, sent often: keeps answers that came through the border, bounded by their bytes. The same request to
 * the same contracts and fixtures gets the same bytes, so the filter must not outlive either.
 */
public final class ValidatedBytes implements Filter {
    /** Statuses from here on are failures of ours; they are worked out anew each time. */
    private static final int OUR_FAULT = 500;

    /** The server's own pages tell of this moment. */
    private static final String ALIVE = "/-/";

    private final Kept<Key, Answer> answers;

    /**
     * The headers that were looked at so far, wherever. A key holds the values of all of them, and an answer is kept
     * only if no other header was looked at to make it: so whatever decided the answer is in its key.
     */
    private volatile Names decisive = new Names(List.of());

    /**
     * A filter that keeps answers.
     *
     * @param bytes how many are kept at most
     * @param use hears of each request whether its answer was kept
     */
    public ValidatedBytes(long bytes, StatsCounter use) {
        answers = new Kept<>(bytes, (key, answer) -> key.weight() + answer.weight(), Answer::kept, use);
    }

    @Override
    public Exchange around(Exchange next) {
        return request -> request.path().startsWith(ALIVE) ? next.answer(request) : answer(request, next);
    }

    /** How many bytes are kept now. */
    public long bytes() {
        return answers.bytes();
    }

    private Answer answer(Request request, Exchange next) {
        Names names = decisive;
        Key key = new Key(request, names);
        Answer kept = answers.get(key);
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
        Answer answer =
                next.answer(new Request(request.method(), request.path(), request.query(), seen, request.body()));
        if (answer.response().status() < OUR_FAULT && names == decisive) {
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

    /** Names of headers, each with its place among them. */
    private record Names(List<String> inOrder, Map<String, Integer> places) {
        Names(List<String> names) {
            this(List.copyOf(names), new HashMap<>());
            names.forEach(name -> places.put(name, places.size()));
        }
    }

    /** All of a request that may have decided its answer. */
    private static final class Key {
        private static final String[] ABSENT = {};

        private final Request request;
        private final String[][] headers;
        private final int hash;

        Key(Request request, Names names) {
            // Without its headers, which belong to the connection.
            this.request = new Request(request.method(), request.path(), request.query(), Headers.NONE, request.body());
            this.headers = new String[names.inOrder().size()][];
            int hash = 31 * Arrays.hashCode(request.body())
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
            return 256 + 2 * characters + request.body().length;
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
                    && Arrays.equals(request.body(), key.request.body())
                    && Arrays.deepEquals(headers, key.headers);
        }
    }
}
