package dev.understudy.control.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.load.Origin;
import dev.understudy.road.Answer;
import dev.understudy.road.AnswerListener;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happens since the start of the server, across reloads. Labels come only from contracts and the server
 * itself, never from clients.
 */
public final class Metrics implements AnswerListener {
    private static final LongSupplier NOTHING = () -> 0;

    final Map<Outcome, Durations> requests = new ConcurrentHashMap<>();
    /** Rule ids are not labels, since clients choose them. */
    final Map<Called, LongAdder> ruled = new ConcurrentHashMap<>();

    final Map<Broken, LongAdder> violations = new ConcurrentHashMap<>();
    final AtomicInteger snapshots = new AtomicInteger();
    volatile List<Origin> collections = List.of();
    private final Map<Cache, StatsCounter> uses = new EnumMap<>(Cache.class);
    private volatile Map<Cache, LongSupplier> kept = Map.of();
    private @Nullable MetricsPage page;

    /** The caches of a server. */
    public enum Cache {
        /** Answers by the exact bytes of a request. */
        REQUEST,
        /** Answers by call, however the request is spelled. */
        CALL,
        /** Checked records of answers. */
        RECORD;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Outcome(String api, String operation, int hundreds) {
        String[] labels() {
            return new String[] {"api", api, "operation", operation, "status", hundreds + "xx"};
        }
    }

    record Called(String api, String operation) {
        String[] labels() {
            return new String[] {"api", api, "operation", operation};
        }
    }

    record Broken(String api, String operation, String keyword) {
        String[] labels() {
            return new String[] {"api", api, "operation", operation, "keyword", keyword};
        }
    }

    /** Starts with all counts at zero. */
    public Metrics() {
        for (Cache cache : Cache.values()) {
            uses.put(cache, new ConcurrentStatsCounter());
        }
    }

    /** Counts a request and its answer. */
    @Override
    public void answered(Answer answer, long nanos) {
        String api = orNone(answer.api());
        String operation = orNone(answer.operation());
        var outcome = new Outcome(api, operation, answer.response().status() / 100);
        Durations durations = requests.get(outcome);
        (durations == null ? requests.computeIfAbsent(outcome, first -> new Durations(System.nanoTime())) : durations)
                .add(nanos);
        if (answer.rule() != null) {
            ruled.computeIfAbsent(new Called(api, operation), first -> new LongAdder())
                    .increment();
        }
        for (Violation violation : answer.violations()) {
            violations
                    .computeIfAbsent(new Broken(api, operation, violation.keyword()), first -> new LongAdder())
                    .increment();
        }
    }

    /** The counter of hits and misses for this kind of cache, which continues across reloads. */
    public StatsCounter use(Cache cache) {
        return Objects.requireNonNull(uses.get(cache));
    }

    /**
     * Notes that another snapshot is now served.
     *
     * @param caches suppliers of the current size of each cache in bytes
     */
    public void serving(List<Origin> origins, Map<Cache, LongSupplier> caches) {
        snapshots.incrementAndGet();
        kept = caches;
        collections = origins;
    }

    /** All metrics in the text format of Prometheus, version 0.0.4. */
    public synchronized Response page() {
        if (page == null) {
            page = new MetricsPage(this);
        }
        return new Response(
                200,
                Map.of("Content-Type", "text/plain; version=0.0.4; charset=utf-8"),
                page.text().getBytes(UTF_8));
    }

    long bytes(Cache cache) {
        return kept.getOrDefault(cache, NOTHING).getAsLong();
    }

    private static String orNone(@Nullable String name) {
        return Objects.requireNonNullElse(name, "none");
    }
}
