package dev.understudy.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.understudy.contract.Headers;
import dev.understudy.contract.Request;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * Validated once, sent often: keeps answers that came through the border, bounded by their bytes. The same request to
 * the same contract and fixtures gets the same bytes, so the filter must not outlive either.
 */
public final class ValidatedBytes implements Filter {
    /** Statuses from here on are failures of ours; they are worked out anew each time. */
    private static final int OUR_FAULT = 500;

    private final Cache<Key, Answer> answers;

    /** A filter that keeps at most this many bytes. */
    public ValidatedBytes(long bytes) {
        answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, Answer answer) -> key.weight() + weight(answer))
                // Evicting beside the request would hop to another thread for each miss.
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Exchange around(Exchange next) {
        // The headers that the border has looked at so far. A key holds the values of all of them, and an answer is
        // kept
        // only if no other header was looked at to make it: so whatever decided the answer is in its key.
        Set<String> decisive = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);
        return request -> {
            Key key = Key.of(request, decisive);
            Answer kept = answers.getIfPresent(key);
            if (kept != null) {
                return kept;
            }
            Headers seen = name -> {
                decisive.add(name);
                return request.headers().all(name);
            };
            Answer answer =
                    next.answer(new Request(request.method(), request.path(), request.query(), seen, request.body()));
            if (answer.response().status() < OUR_FAULT && key.headers().size() == decisive.size()) {
                answers.put(key, answer);
            }
            return answer;
        };
    }

    private static int weight(Answer answer) {
        return 256 + answer.response().body().length;
    }

    private record Key(
            String method, String path, @Nullable String query, Map<String, List<String>> headers, ByteBuffer body) {
        static Key of(Request request, Set<String> decisive) {
            var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            decisive.forEach(name -> headers.put(name, request.headers().all(name)));
            return new Key(request.method(), request.path(), request.query(), headers, ByteBuffer.wrap(request.body()));
        }

        int weight() {
            int characters = path.length() + (query == null ? 0 : query.length());
            for (List<String> values : headers.values()) {
                for (String value : values) {
                    characters += value.length();
                }
            }
            return 256 + 2 * characters + body.remaining();
        }
    }
}
