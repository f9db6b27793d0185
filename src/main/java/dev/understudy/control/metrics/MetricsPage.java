package dev.understudy.control.metrics;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.understudy.control.metrics.Metrics.Cache;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/**
 * What {@link Metrics} counts, and what Micrometer reads of the Java virtual machine, in the text format of Prometheus.
 * Only this class uses their libraries, so that a server loads them when the page is first read, and not when it
 * starts.
 */
final class MetricsPage {
    private static final double NANOS = 1e9;
    private static final double[] BOUNDS = DoubleStream.concat(
                    Arrays.stream(Durations.BOUNDS).mapToDouble(bound -> bound / NANOS),
                    DoubleStream.of(Double.POSITIVE_INFINITY))
            .toArray();

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Metrics metrics;

    MetricsPage(Metrics metrics) {
        this.metrics = metrics;
        registry.getPrometheusRegistry().register(this::counts);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> collections(collector, registry));
    }

    String text() {
        return registry.scrape();
    }

    private static void collections(GarbageCollectorMXBean collector, MeterRegistry registry) {
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

    private MetricSnapshots counts() {
        return MetricSnapshots.of(
                version(), records(), gets(), bytes(), requests(), longestRequests(), ruled(), violations());
    }

    private GaugeSnapshot version() {
        return GaugeSnapshot.builder()
                .name("understudy_snapshot_version")
                .help("How often fixtures were loaded and served")
                .dataPoint(gauge(metrics.snapshots.get()))
                .build();
    }

    private GaugeSnapshot records() {
        var records = GaugeSnapshot.builder().name("understudy_records").help("Records served, by collection");
        metrics.collections.forEach(
                origin -> records.dataPoint(gauge(origin.records(), "collection", origin.collection())));
        return records.build();
    }

    private CounterSnapshot gets() {
        var gets =
                CounterSnapshot.builder().name("understudy_cache_gets").help("How often something kept was looked for");
        for (Cache cache : Cache.values()) {
            CacheStats use = metrics.use(cache).snapshot();
            gets.dataPoint(count(use.hitCount(), "cache", cache.label(), "result", "hit"));
            gets.dataPoint(count(use.missCount(), "cache", cache.label(), "result", "miss"));
        }
        return gets.build();
    }

    private GaugeSnapshot bytes() {
        var bytes = GaugeSnapshot.builder().name("understudy_cache_bytes").help("What is kept, in bytes");
        for (Cache cache : Cache.values()) {
            bytes.dataPoint(gauge(metrics.bytes(cache), "cache", cache.label()));
        }
        return bytes.build();
    }

    private HistogramSnapshot requests() {
        var requests = HistogramSnapshot.builder()
                .name("understudy_requests_seconds")
                .help("Requests, from their first byte to the answer");
        metrics.requests.forEach((outcome, durations) -> requests.dataPoint(HistogramDataPointSnapshot.builder()
                .labels(Labels.of(outcome.labels()))
                .classicHistogramBuckets(ClassicHistogramBuckets.of(BOUNDS, durations.counts()))
                .sum(durations.sum() / NANOS)
                .build()));
        return requests.build();
    }

    private GaugeSnapshot longestRequests() {
        var longest = GaugeSnapshot.builder()
                .name("understudy_requests_seconds_max")
                .help("Requests, from their first byte to the answer");
        metrics.requests.forEach((outcome, durations) ->
                longest.dataPoint(gauge(durations.longest(System.nanoTime()) / NANOS, outcome.labels())));
        return longest.build();
    }

    private CounterSnapshot ruled() {
        var ruled = CounterSnapshot.builder().name("understudy_ruled").help("Calls that a rule decided about");
        metrics.ruled.forEach((called, count) -> ruled.dataPoint(count(count.sum(), called.labels())));
        return ruled.build();
    }

    private CounterSnapshot violations() {
        var violations = CounterSnapshot.builder()
                .name("understudy_violations")
                .help("What requests and answers broke of a contract, by the keyword of the rule");
        metrics.violations.forEach((broken, count) -> violations.dataPoint(count(count.sum(), broken.labels())));
        return violations.build();
    }

    private static CounterDataPointSnapshot count(long value, String... labels) {
        return CounterDataPointSnapshot.builder()
                .value(value)
                .labels(Labels.of(labels))
                .build();
    }

    private static GaugeDataPointSnapshot gauge(double value, String... labels) {
        return GaugeDataPointSnapshot.builder()
                .value(value)
                .labels(Labels.of(labels))
                .build();
    }
}
