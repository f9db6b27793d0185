package dev.understudy.kept;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.understudy.api.Json;
import dev.understudy.api.JsonWriter;
import dev.understudy.api.MalformedJson;
import dev.understudy.schema.SchemaCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reply's body in two parts: a frame in which the first list of records is empty, and the records. Both are checked
 * as bytes, and the same bytes are joined for sending.
 */
public final class Page extends ByteArrayOutputStream {
    private final KeptRecords known;
    private KeptNode[] records = {};
    private List<String> path = List.of();
    private int opened;
    private byte[] frame = {};
    private final ByteArrayOutputStream asideOut = new ByteArrayOutputStream(0);
    private @Nullable JsonGenerator aside;
    private int misses;

    Page(KeptRecords known) {
        super(512);
        this.known = known;
    }

    /** Renders the body; called once. */
    void render(Object body) throws IOException {
        try (JsonGenerator generator = Json.generator(this)) {
            new JsonWriter(generator) {
                @Override
                protected void list(List<?> list) throws IOException {
                    if (!takes(list, generator)) {
                        super.list(list);
                    }
                }
            }.value(body);
        }
        frame = toByteArray();
        known.count(records.length - misses, misses);
        if (aside != null) {
            aside.close();
        }
    }

    /**
     * Whether this is the page's list of records; if so, the page keeps the records, and the frame gets an empty list.
     */
    private boolean takes(List<?> list, JsonGenerator generator) throws IOException {
        if (records.length > 0 || list.isEmpty() || !areRecords(list)) {
            return false;
        }
        path = path(generator.getOutputContext());
        generator.writeStartArray();
        opened = size() + generator.getOutputBuffered();
        generator.writeEndArray();
        records = new KeptNode[list.size()];
        int i = 0;
        for (Object record : list) {
            KeptNode node = known.get(record);
            records[i++] = node == null ? made(record) : node;
        }
        return true;
    }

    private static boolean areRecords(List<?> list) {
        for (Object one : list) {
            if (!(one instanceof Record) && !(one instanceof CheckedValue)) {
                return false;
            }
        }
        return true;
    }

    private KeptNode made(Object one) throws IOException {
        KeptNode node = rendered(one);
        known.keep(node);
        misses++;
        return node;
    }

    /** The keys that lead to what is being written. For a list inside a list they match nothing. */
    private static List<String> path(JsonStreamContext end) {
        var keys = new ArrayList<String>(2);
        for (JsonStreamContext context = end; !context.inRoot(); context = context.getParent()) {
            keys.add(0, context.inObject() ? context.getCurrentName() : "");
        }
        return keys;
    }

    /** Writes a record that is not kept yet; such records are written one after the other, as a separate list. */
    private KeptNode rendered(Object one) throws IOException {
        if (aside == null) {
            aside = Json.generator(asideOut);
            aside.writeStartArray();
        }
        aside.flush();
        asideOut.reset();
        boolean first = aside.getOutputContext().getEntryCount() == 0;
        new JsonWriter(aside).value(one);
        aside.flush();
        byte[] written = asideOut.toByteArray();
        return new KeptNode(one, first ? written : Arrays.copyOfRange(written, 1, written.length));
    }

    /** The bytes of the whole body, if they keep the schema; otherwise empty. */
    public Optional<byte[]> checked(SchemaCheck check) {
        try {
            JsonNode value = Json.readBack(frame);
            if (records.length == 0) {
                return check.passes(value) ? Optional.of(frame) : Optional.empty();
            }
            JsonNode here = value;
            for (String step : path) {
                here = here.path(step);
            }
            if (!(here instanceof ArrayNode array) || !array.isEmpty() || frame[opened - 1] != '[') {
                return Optional.empty();
            }
            array.addAll(Arrays.asList(records));
            return check.passes(value) ? Optional.of(joined()) : Optional.empty();
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }

    private byte[] joined() {
        int length = frame.length + records.length - 1;
        for (KeptNode node : records) {
            length += node.bytes().length;
        }
        byte[] whole = new byte[length];
        System.arraycopy(frame, 0, whole, 0, opened);
        int at = opened;
        for (KeptNode node : records) {
            if (at > opened) {
                whole[at++] = ',';
            }
            System.arraycopy(node.bytes(), 0, whole, at, node.bytes().length);
            at += node.bytes().length;
        }
        System.arraycopy(frame, opened, whole, at, frame.length - opened);
        return whole;
    }
}
