package dev.understudy.load.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one file record by record, and goes on behind a fault as far as the text allows. */
public final class FileReader {
    /** Where the records of a file go. */
    public interface Sink {
        /**
         * Called in the order of the file. The records, of which there are at most so many, are read when they are
         * asked for, by any thread, once.
         */
        void accept(int most, Supplier<List<FileRecord>> entries);
    }

    private final Source source;
    private final Consumer<Finding> report;
    private final RelativeDates moments;
    private final Sink sink;

    public FileReader(Source source, Consumer<Finding> report, RelativeDates moments, Sink sink) {
        this.source = source;
        this.report = report;
        this.moments = moments;
        this.sink = sink;
    }

    /** Whether the text was cut into records to its end. */
    public boolean read() {
        try {
            return tryToRead();
        } catch (IOException e) {
            report.accept(Finding.of(FileLocation.FILE, "file", "be readable", "closed to us")
                    .at(Position.NONE));
            return false;
        }
    }

    private boolean tryToRead() throws IOException {
        try (InputStream in = source.open()) {
            return source.form() == Form.LINES ? readLines(new Chunks(in)) : readWhole(Utf8.reader(in));
        } catch (CharacterCodingException e) {
            report.accept(Utf8.firstBadByte(source));
            return false;
        }
    }

    /** Each line is a text of its own. */
    private boolean readLines(Chunks chunks) throws IOException {
        int next = 1;
        for (Chunk lines = chunks.next(); lines != null; lines = chunks.next()) {
            String text = Utf8.text(lines);
            if (next == 1 && text.startsWith(Utf8.MARK)) {
                foundMark();
                lines = lines.behind(Utf8.MARK_BYTES);
            }
            Chunk chunk = lines;
            int first = next;
            int count = Utf8.lines(text);
            sink.accept(count, () -> {
                List<FileRecord> entries = read(first, chunk);
                chunks.giveBack(chunk);
                return entries;
            });
            next += count;
        }
        return true;
    }

    private List<FileRecord> read(int first, Chunk chunk) {
        return sound(first, chunk).orElseGet(() -> {
            // Something is wrong: what and where is told best of a line alone, and as text.
            var entries = new ArrayList<FileRecord>();
            List<String> lines = chunk.text().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    entries.add(read(first + i, lines.get(i)));
                }
            }
            return entries;
        });
    }

    /** The records of lines with nothing wrong, by one parser for all; empty if anything is. */
    private Optional<List<FileRecord>> sound(int first, Chunk chunk) {
        var entries = new ArrayList<FileRecord>();
        var findings = new ArrayList<Finding>();
        try (JsonParser parser = Tokens.of(chunk)) {
            var trees = new TreeReader(parser, source.form(), findings::add);
            int last = 0;
            while (parser.nextToken() != null) {
                int line = parser.currentTokenLocation().getLineNr();
                JsonNode tree = record(trees, parser, first - 1 + line, findings::add);
                boolean alone = line > last && parser.currentLocation().getLineNr() == line;
                if (tree == null || !findings.isEmpty() || !alone) {
                    return Optional.empty();
                }
                entries.add(FileRecord.of(first - 1 + line, tree, List.of(), true));
                last = line;
            }
            return Optional.of(entries);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    private FileRecord read(int number, String line) {
        var findings = new ArrayList<Finding>();
        JsonNode tree = null;
        boolean ended = false;
        try (JsonParser parser = Tokens.of(line)) {
            try {
                parser.nextToken();
                tree = record(parser, number, findings::add);
                ended = isAtEnd(parser, number, findings::add);
            } catch (JsonProcessingException e) {
                findings.add(Syntax.of(e, parser, number));
            }
        } catch (IOException e) {
            throw inMemory(e);
        }
        return FileRecord.of(number, tree, findings, ended);
    }

    private static UncheckedIOException inMemory(IOException e) {
        return new UncheckedIOException("A text in memory cannot be read", e);
    }

    private void foundMark() {
        report.accept(Finding.of(FileLocation.FILE, "encoding", "be UTF-8 without a byte order mark", "marked with one")
                .at(Position.START));
    }

    private boolean readWhole(BufferedReader in) throws IOException {
        if (Utf8.skipMark(in)) {
            foundMark();
        }
        try (JsonParser parser = Tokens.of(in)) {
            try {
                return source.form() == Form.ARRAY ? readArray(parser) : readSingle(parser);
            } catch (JsonProcessingException e) {
                report.accept(Syntax.of(e, parser, 1));
                return false;
            }
        }
    }

    private boolean readArray(JsonParser parser) throws IOException {
        if (!begins(parser, JsonToken.START_ARRAY, "be an array of records")) {
            return false;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            readNext(parser, i);
        }
        return isAtEnd(parser, 1, report);
    }

    private boolean readSingle(JsonParser parser) throws IOException {
        if (!begins(parser, JsonToken.START_OBJECT, "be one object")) {
            return false;
        }
        readNext(parser, 0);
        return isAtEnd(parser, 1, report);
    }

    private boolean begins(JsonParser parser, JsonToken wanted, String expected) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == wanted) {
            return true;
        }
        Position place = first == null ? Position.START : Position.of(parser.currentTokenLocation(), 1);
        report.accept(
                Finding.of(FileLocation.FILE, "type", expected, kind(first)).at(place));
        return false;
    }

    private void readNext(JsonParser parser, int number) throws IOException {
        var findings = new ArrayList<Finding>();
        JsonNode tree = null;
        try {
            tree = record(parser, number, findings::add);
        } finally {
            // If the text breaks off inside, what is wrong before that is told all the same.
            FileRecord entry = FileRecord.of(number, tree, findings, true);
            sink.accept(1, () -> List.of(entry));
        }
    }

    /** The record that the parser is at, whatever is wrong with it; null if it is not fit to be handed on. */
    private @Nullable JsonNode record(JsonParser parser, int number, Consumer<Finding> findings) throws IOException {
        return record(new TreeReader(parser, source.form(), findings), parser, number, findings);
    }

    private @Nullable JsonNode record(TreeReader trees, JsonParser parser, int number, Consumer<Finding> findings)
            throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            findings.accept(Finding.of(
                            new FileLocation(number, ""), "type", "be an object", kind(parser.currentToken()))
                    .at(Position.of(parser.currentTokenLocation(), source.form().firstLine(number))));
            parser.skipChildren();
            return null;
        }
        JsonNode tree = trees.read(number);
        if (trees.hasMoments()) {
            moments.resolve(number, tree, findings);
        }
        return trees.isCheckable() ? tree : null;
    }

    private static boolean isAtEnd(JsonParser parser, int firstLine, Consumer<Finding> findings) throws IOException {
        if (parser.nextToken() == null) {
            return true;
        }
        findings.accept(Finding.of(FileLocation.FILE, "syntax", "end before this", kind(parser.currentToken()))
                .at(Position.of(parser.currentTokenLocation(), firstLine)));
        return false;
    }

    private static String kind(@Nullable JsonToken token) {
        return token == null
                ? "empty"
                : switch (token) {
                    case START_OBJECT -> "an object";
                    case START_ARRAY -> "an array";
                    case VALUE_STRING -> "a string";
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
                    case VALUE_TRUE, VALUE_FALSE -> "a boolean";
                    case VALUE_NULL -> "null";
                    default -> "something else";
                };
    }
}
