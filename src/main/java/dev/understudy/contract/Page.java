package dev.understudy.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reply's body in two parts: the frame, in which the first list of records is still empty, and those records. Both
 * are checked as bytes, and the very same bytes are joined.
 */
final class Page extends ByteArrayOutputStream {
    private final KeptRecords known;
    private final List<KeptNode> records = new ArrayList<>();
    private @Nullable JsonStreamContext list;
    private @Nullable String key;
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

    /** Writes one record. */
    interface Writing {
        void to(JsonGenerator generator) throws IOException;
    }

    /** Whether the record stands in the page's list; then it is kept, and must not be written into the frame. */
    boolean takes(Object value, JsonGenerator generator, Writing writing) throws IOException {
        JsonStreamContext context = generator.getOutputContext();
        if (!context.inArray()) {
            return false;
        }
        String name = context.getParent().getCurrentName();
        if (list == null) {
            list = context;
            key = name;
            path = path(context.getParent());
            opened = size() + generator.getOutputBuffered();
        } else if (list != context || (name != null && !name.equals(key))) {
            return false;
        }
        KeptNode node = known.get(value);
        if (node == null) {
            node = rendered(value, generator, writing);
            known.keep(node);
            misses++;
        }
        return records.add(node);
    }

    /** The keys on the way to what is being written. Within a list in a list they lead nowhere. */
    private static List<String> path(JsonStreamContext end) {
        var keys = new ArrayList<String>(2);
        for (JsonStreamContext context = end; !context.inRoot(); context = context.getParent()) {
            keys.add(0, context.inObject() ? context.getCurrentName() : "");
        }
        return keys;
    }

    /** Records that nobody has seen yet are written behind each other, as a list of their own. */
    private KeptNode rendered(Object value, JsonGenerator generator, Writing writing) throws IOException {
        if (aside == null) {
            aside = generator.getCodec().getFactory().createGenerator(asideOut);
            aside.writeStartArray();
        }
        aside.flush();
        asideOut.reset();
        boolean first = aside.getOutputContext().getEntryCount() == 0;
        writing.to(aside);
        aside.flush();
        byte[] written = asideOut.toByteArray();
        return new KeptNode(value, first ? written : Arrays.copyOfRange(written, 1, written.length));
    }

    void end() throws IOException {
        frame = toByteArray();
        known.count(records.size() - misses, misses);
        if (aside != null) {
            aside.close();
        }
    }

    /** The bytes of the whole, if they keep the schema; empty if they do not, or if nothing was set apart. */
    Optional<byte[]> checked(SchemaCheck check) {
        if (records.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode value = Json.read(frame);
            JsonNode here = value;
            for (String step : path) {
                here = here.path(step);
            }
            if (!(here instanceof ArrayNode array) || !array.isEmpty() || frame[opened - 1] != '[') {
                return Optional.empty();
            }
            array.addAll(records);
            return check.passes(value) ? Optional.of(joined()) : Optional.empty();
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }

    private byte[] joined() {
        int length = frame.length + records.size() - 1;
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
