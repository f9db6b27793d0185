package dev.understudy.load.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.understudy.api.Pointers;
import dev.understudy.api.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks up where places are in a file, all of them in one reading. Records do not carry positions: that would double
 * them.
 */
public final class Locator {
    private final Source source;
    private final Map<Integer, Wanted> lines = new HashMap<>();
    private final Wanted root = new Wanted();

    public Locator(Source source) {
        this.source = source;
    }

    /** Say first what will be asked for. */
    public void want(FileLocation location) {
        entry(location, true);
    }

    /** Read the file; what lies behind broken text stays unknown. */
    public void look() {
        try (BufferedReader in = Utf8.reader(source.open())) {
            Utf8.skipMark(in);
            if (source.form() == Form.LINES) {
                lookInLines(in);
            } else {
                walk(Tokens.of(in), 1, root);
            }
        } catch (IOException e) {
            // What is wrong with the text is a fault of its own, found before.
            return;
        }
    }

    /** Where the value begins, or else the nearest thing around it. */
    public Position value(FileLocation location) {
        Wanted entry = entry(location, false);
        if (entry != null && entry.value != null) {
            return entry.value;
        }
        return location.equals(FileLocation.FILE) ? Position.START : value(location.parent());
    }

    /** Where the key in front of the value begins. */
    public Optional<Position> key(FileLocation location) {
        Wanted entry = entry(location, false);
        return entry == null ? Optional.empty() : Optional.ofNullable(entry.key);
    }

    private @Nullable Wanted entry(FileLocation location, boolean create) {
        Wanted entry = root;
        if (source.form() == Form.LINES && location.record() >= 0) {
            entry = create
                    ? lines.computeIfAbsent(location.record(), line -> new Wanted())
                    : lines.get(location.record());
        }
        String[] steps = source.form().pointer(location).split("/", -1);
        for (int i = 1; i < steps.length && entry != null; i++) {
            String step = Pointers.unescaped(steps[i]);
            entry = create ? entry.children.computeIfAbsent(step, key -> new Wanted()) : entry.children.get(step);
        }
        return entry;
    }

    private void lookInLines(BufferedReader in) throws IOException {
        String line = in.readLine();
        for (int number = 1; line != null; number++, line = in.readLine()) {
            Wanted wanted = lines.get(number);
            if (wanted != null) {
                lookInLine(line, number, wanted);
            }
        }
    }

    private static void lookInLine(String line, int number, Wanted wanted) throws IOException {
        wanted.value = new Position(number, 1);
        try (JsonParser parser = Tokens.of(line)) {
            walk(parser, number, wanted);
        } catch (JsonProcessingException e) {
            // The next line may be whole.
            return;
        }
    }

    private static void walk(JsonParser parser, int firstLine, Wanted wanted) throws IOException {
        if (parser.nextToken() != null) {
            walkOn(parser, firstLine, wanted);
        }
    }

    /** From a value's first token to its last. */
    private static void walkOn(JsonParser parser, int firstLine, Wanted wanted) throws IOException {
        wanted.value = Position.of(parser.currentTokenLocation(), firstLine);
        if (wanted.children.isEmpty()) {
            parser.skipChildren();
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                Wanted child = wanted.children.get(parser.currentName());
                Position key = child == null ? null : Position.of(parser.currentTokenLocation(), firstLine);
                parser.nextToken();
                step(parser, firstLine, child, key);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                step(parser, firstLine, wanted.children.get(Integer.toString(i)), null);
            }
        }
    }

    private static void step(JsonParser parser, int firstLine, @Nullable Wanted child, @Nullable Position key)
            throws IOException {
        if (child == null) {
            parser.skipChildren();
        } else {
            child.key = key;
            walkOn(parser, firstLine, child);
        }
    }

    /** A place on the way to one that was asked for, or that place. */
    private static final class Wanted {
        private final Map<String, Wanted> children = new HashMap<>();
        private @Nullable Position key;
        private @Nullable Position value;
    }
}
