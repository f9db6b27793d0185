package dev.understudy.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Records that were in replies, as bytes that were checked, bounded by their size. Nobody changes a record: the same
 * one has the same bytes, whatever page it stands in. It is known by being the same object, since comparing its content
 * would cost more than sending it. Contracts may share what is kept.
 */
public final class KeptRecords {
    /** What a record costs besides its bytes: itself, and its place here. */
    private static final int OVERHEAD = 400;

    private static final ObjectMapper MAPPER = Json.mapper()
            .copy()
            .registerModule(new SimpleModule().setSerializerModifier(new RecordSerializer.Modifier()));

    private final Cache<Object, KeptNode> nodes;

    /**
     * No records yet.
     *
     * @param bytes how many bytes are kept at most
     * @param use hears of each record in a reply whether it was kept
     */
    public KeptRecords(long bytes, StatsCounter use) {
        nodes = Caffeine.newBuilder()
                .weakKeys()
                .maximumWeight(bytes)
                .weigher((Object value, KeptNode node) -> OVERHEAD + node.bytes().length)
                .executor(Runnable::run)
                .recordStats(() -> use)
                .build();
    }

    /** How many bytes are kept now. */
    public long bytes() {
        return nodes.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /** The reply's body, with one list of its records set apart if it has one. */
    Page page(Object body) {
        var out = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = MAPPER.createGenerator(out)) {
            var page = new Page(nodes, generator, out);
            ObjectWriter writer = MAPPER.writer().withAttribute(Page.class, page);
            writer.writeValue(generator, body);
            page.end();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("A value of type " + body.getClass() + " cannot be written as JSON", e);
        }
    }
}
