package dev.understudy.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.load.Origin;
import dev.understudy.road.Answer;
import dev.understudy.road.AnswerListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happens since the start of the server, across reloads. Labels come only from contracts and the server
 * itself, never from clients.
 */
public final class Metrics implements AnswerListener {
    private static final String NONE = "none";
    private static final Duration[] BUCKETS = {
        Duration.ofNanos(100_000),
        Duration.ofNanos(250_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Road, Timer> timers = new ConcurrentHashMap<>();
    private final Map<Ruled, Counter> rules = new ConcurrentHashMap<>();
    private final Map<Broken, Counter> violations = new ConcurrentHashMap<>();
    private final Map<Cache, StatsCounter> uses = new ConcurrentHashMap<>();
    private final AtomicInteger snapshots = new AtomicInteger();
    private final MultiGauge records = MultiGauge.builder("understudy.records")
            .description("Records served, by collection")
            .register(registry);
    private volatile Map<Cache, LongSupplier> kept = Map.of();
    private boolean complete;

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

    private record Road(@Nullable String api, @Nullable String operation, int hundreds) {
        Tags tags() {
            return where(api, operation).and("status", hundreds + "xx");
        }
    }

    private record Ruled(@Nullable String api, @Nullable String operation) {}

    private record Broken(@Nullable String api, @Nullable String operation, String keyword) {}

    /** Starts with all counts at zero. */
    public Metrics() {
        Gauge.builder("understudy.snapshot.version", snapshots, AtomicInteger::get)
                .description("How often fixtures were loaded and served")
                .register(registry);
        for (Cache cache : Cache.values()) {
            uses.put(cache, new ConcurrentStatsCounter());
            gets(cache, "hit", CacheStats::hitCount);
            gets(cache, "miss", CacheStats::missCount);
            Gauge.builder("understudy.cache.bytes", this, metrics -> metrics.bytes(cache))
                    .tag("cache", cache.label())
                    .description("What is kept, in bytes")
                    .register(registry);
        }
    }

    /** Counts a request and its answer. */
    @Override
    public void answered(Answer answer, long nanos) {
        var road = new Road(answer.api(), answer.operation(), answer.response().status() / 100);
        Timer timer = timers.get(road);
        (timer == null ? timers.computeIfAbsent(road, this::timer) : timer).record(nanos, TimeUnit.NANOSECONDS);
        if (answer.rule() != null) {
            rules.computeIfAbsent(new Ruled(answer.api(), answer.operation()), this::counter)
                    .increment();
        }
        for (Violation violation : answer.violations()) {
            violations
                    .computeIfAbsent(new Broken(answer.api(), answer.operation(), violation.keyword()), this::counter)
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
        records.register(
                origins.stream()
                        .map(origin ->
                                MultiGauge.Row.of(Tags.of("collection", origin.collection()), origin, Origin::records))
                        .toList(),
                true);
    }

    /** All metrics in the text format of Prometheus, version 0.0.4. */
    public Response page() {
        complete();
        return new Response(
                200,
                Map.of("Content-Type", "text/plain; version=0.0.4; charset=utf-8"),
                registry.scrape().getBytes(UTF_8));
    }

    /** Adds the metrics of the Java virtual machine when metrics are first read. */
    private synchronized void complete() {
        if (complete) {
            return;
        }
        complete = true;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            FunctionTimer.builder(
                            "jvm.gc",
                            collector,
                            GarbageCollectorMXBean::getCollectionCount,
                            GarbageCollectorMXBean::getCollectionTime,
                            TimeUnit.MILLISECONDS)
                    .tag("collector", collector.getName())
                    .description("Collections, and the time that they took")
                    .register(registry);
        }
    }

    /** Rule ids are not labels, since clients choose them. */
    private Counter counter(Ruled ruled) {
        return Counter.builder("understudy.ruled")
                .description("Calls that a rule decided about")
                .tags(where(ruled.api(), ruled.operation()))
                .register(registry);
    }

    private Counter counter(Broken broken) {
        return Counter.builder("understudy.violations")
                .description("What requests and answers broke of a contract, by the keyword of the rule")
                .tags(where(broken.api(), broken.operation()).and("keyword", broken.keyword()))
                .register(registry);
    }

    private Timer timer(Road road) {
        return Timer.builder("understudy.requests")
                .description("Requests, from their first byte to the answer")
                .tags(road.tags())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private void gets(Cache cache, String result, ToDoubleFunction<CacheStats> count) {
        // The registry references its sources only weakly, so the fields here keep them alive.
        FunctionCounter.builder("understudy.cache.gets", use(cache), use -> count.applyAsDouble(use.snapshot()))
                .tags("cache", cache.label(), "result", result)
                .description("How often something kept was looked for")
                .register(registry);
    }

    private double bytes(Cache cache) {
        LongSupplier bytes = kept.get(cache);
        return bytes == null ? 0 : bytes.getAsLong();
    }

    private static Tags where(@Nullable String api, @Nullable String operation) {
        return Tags.of("api", Objects.requireNonNullElse(api, NONE))
                .and("operation", Objects.requireNonNullElse(operation, NONE));
    }
}
