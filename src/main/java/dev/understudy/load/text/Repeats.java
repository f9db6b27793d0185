package dev.understudy.load.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.RepeatedObject;
import dev.understudy.kept.Recurring;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Finds objects of one text in a table of those that came more than once, by their bytes, so that they need not be read
 * again: the tasks and places of a large fixture repeat, and reading is most of its start. The text has no escapes.
 *
 * <p>No JSON object is the beginning of another, so where the bytes of a known one stand, it is that one and ends
 * there. It counts at what depth it stood, as a deeper place may be too deep for it.
 */
final class Repeats {
    /** An object that came more than once. */
    record Known(RepeatedObject object, byte[] text, int depth) {}

    /** In bytes: with a shorter object more is lost by looking than is won. */
    private static final int SHORTEST = 48;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Recurring<Known> known;
    private final SkippingParser parser;
    private final ArrayDeque<Begun> begun = new ArrayDeque<>();

    /** An object that has come for the second time, and will be known when it was read. */
    private record Begun(RepeatedObject object, int from, int depth, int hash) {}

    Repeats(Recurring<Known> known, SkippingParser parser) {
        this.known = known;
        this.parser = parser;
    }

    /**
     * The object whose first brace the parser is behind. It is empty yet, or whole if it is known; in both cases the
     * parser is before the next token that belongs to it, which of a known one is the last brace.
     */
    ObjectNode begin(int depth) {
        byte[] text = parser.text();
        int from = parser.offset() - 1;
        int end = end(text, from, parser.end());
        if (end - from < SHORTEST) {
            return JsonNodeFactory.instance.objectNode();
        }
        int hash = hash(text, from, end);
        Known same = known.find(
                hash,
                candidate -> candidate.depth == depth
                        && Arrays.equals(candidate.text, 0, candidate.text.length, text, from, end));
        if (same != null) {
            parser.skipTo(end - 1);
            return same.object;
        }
        if (!known.comesAgain(hash)) {
            return JsonNodeFactory.instance.objectNode();
        }
        var object = new RepeatedObject();
        begun.push(new Begun(object, from, depth, hash));
        return object;
    }

    /** Takes note that the parser is behind the last brace of this object; it is known from now on if it is fit. */
    void end(JsonNode object, boolean fit) {
        Begun last = begun.peek();
        if (last != null && last.object == object) {
            begun.pop();
            if (fit) {
                byte[] text = Arrays.copyOfRange(parser.text(), last.from, parser.offset());
                known.remember(last.hash, new Known(last.object, text, last.depth));
            }
        }
    }

    /** Where the object ends that begins here; in front of it if it stands on more than one line, or is broken off. */
    private static int end(byte[] text, int from, int most) {
        int depth = 0;
        for (int i = from; i < most; i++) {
            switch (text[i]) {
                case '"' -> {
                    do {
                        i++;
                    } while (i < most && text[i] != '"');
                }
                case '{' -> depth++;
                case '}' -> {
                    if (--depth == 0) {
                        return i + 1;
                    }
                }
                case '\n', '\r' -> {
                    return from;
                }
                default -> {}
            }
        }
        return from;
    }

    static int hash(byte[] text, int from, int end) {
        long hash = 0;
        int i = from;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(text, i));
        }
        for (; i < end; i++) {
            hash = mixed(hash ^ text[i]);
        }
        return (int) hash;
    }

    private static long mixed(long hash) {
        long product = hash * 0x9E3779B97F4A7C15L;
        return product ^ product >>> 32;
    }
}
