package dev.understudy.openapi;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.understudy.api.Fault;
import dev.understudy.api.Position;
import dev.understudy.api.text.Percent;
import dev.understudy.openapi.source.ContractException;
import dev.understudy.openapi.source.Finding;
import dev.understudy.openapi.source.Level;
import dev.understudy.openapi.source.Note;
import dev.understudy.openapi.source.Place;
import dev.understudy.openapi.source.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI document as a tree that knows where each of its values stands, and what was found in it so far. In a
 * document of several files those are one tree: each {@code $ref} that leads anywhere is local.
 */
public final class Document {
    /** Worked out when it is asked for. */
    private volatile @Nullable Boolean writeOnly;

    private static final Comparator<Finding> IN_ORDER = Comparator.comparing(Finding::source)
            .thenComparingInt(finding -> finding.position().line())
            .thenComparingInt(finding -> finding.position().column());

    private final String source;
    private final Supplier<String> text;
    private final JsonNode root;
    private final Places places;
    private final @Nullable Outline outline;
    private final Map<String, JsonNode> resolved = new ConcurrentHashMap<>();
    private final Set<Note> notes = new LinkedHashSet<>();
    private @Nullable List<Finding> findings;

    /**
     * Reads a YAML file of ours: a contract that is built in, options, rules; a {@link ContractException} if it is
     * none.
     */
    public static Document read(String source, byte[] bytes) {
        String text = YamlReader.text(source, bytes);
        YamlReader reader = YamlReader.strict(source);
        JsonNode root = reader.tree(text);
        return new Document(source, () -> text, root, reader::positions);
    }

    /**
     * A document of one file.
     *
     * @param text as its author wrote it
     * @param looking finds where the values stand, when that is first asked for
     */
    Document(String source, Supplier<String> text, JsonNode root, Supplier<Map<String, Position>> looking) {
        this(source, text, root, new Remembered(source, text, looking), null);
    }

    /** @param outline what its readers found while they put it together; null if nobody did */
    Document(String source, Supplier<String> text, JsonNode root, Places places, @Nullable Outline outline) {
        this.source = source;
        this.text = text;
        this.root = root;
        this.places = places;
        this.outline = outline;
    }

    /** Positions that are found once and kept. */
    private static final class Remembered implements Places {
        private final String source;
        private final Supplier<String> text;
        private final Supplier<Map<String, Position>> looking;
        private volatile @Nullable Map<String, Position> positions;

        private Remembered(String source, Supplier<String> text, Supplier<Map<String, Position>> looking) {
            this.source = source;
            this.text = text;
            this.looking = looking;
        }

        @Override
        public Map<String, Place> of(Collection<String> pointers) {
            Map<String, Position> known = positions;
            if (known == null) {
                known = looking.get();
                positions = known;
            }
            var found = new HashMap<String, Place>();
            for (String pointer : pointers) {
                found.put(pointer, new Place(source, Positions.nearest(known, pointer)));
            }
            return found;
        }

        @Override
        public Map<String, String> texts() {
            return Map.of(source, text.get());
        }
    }

    public String source() {
        return source;
    }

    /** The file as its author wrote it; of several, the one that leads to the others. */
    public String text() {
        return text.get();
    }

    /** The texts of all files that its values stand in, by their names, {@link #text} first. */
    public Map<String, String> texts() {
        return places.texts();
    }

    public JsonNode tree() {
        return root;
    }

    /** The other files that its references name, whether they could be read or not. */
    public List<Path> files() {
        return places.files();
    }

    /** Whether it is a document that is not ours, which is served as far as it can be. */
    public boolean isBrought() {
        return outline != null;
    }

    /** All schemas of a brought document, each once. */
    public List<Part> schemas() {
        return Collections.unmodifiableList(outline().schemas());
    }

    /** The values that parameters, headers and bodies of a brought document give as examples. */
    public List<Example> examples() {
        return Collections.unmodifiableList(outline().examples());
    }

    /** Whether a place of a brought document is in one of these, or in what they refer to. */
    public Predicate<String> reached(Collection<String> whole) {
        return outline().reached(whole);
    }

    /** What its readers found while they put it together. */
    Outline outline() {
        if (outline == null) {
            throw new IllegalStateException(source + " is not a brought document");
        }
        return outline;
    }

    /** Whether it says of any property that only requests have it. */
    public boolean hasWriteOnly() {
        Boolean known = writeOnly;
        if (known == null) {
            known = root.findValue("writeOnly") != null;
            writeOnly = known;
        }
        return known;
    }

    public Part root() {
        return new Part(this, "", root);
    }

    public Part part(String pointer) {
        return new Part(this, pointer, resolved.computeIfAbsent(pointer, p -> root.at(p)));
    }

    /**
     * What is in the file that an {@code externalValue} names; empty if it cannot be read, or lies out of the contract
     * root.
     */
    public Optional<byte[]> file(Part externalValue) {
        return places.file(externalValue.pointer(), externalValue.text());
    }

    /** Where the value stands in its file; for one that is not there, where it would belong. */
    public Position position(String pointer) {
        return place(pointer).position();
    }

    /** The file that the value came from, as its owner would type it. */
    public String source(String pointer) {
        return place(pointer).source();
    }

    private Place place(String pointer) {
        return places.of(List.of(pointer)).getOrDefault(pointer, new Place(source, Position.START));
    }

    /** The part that a local reference such as {@code #/components/schemas/Task} names; empty if there is none. */
    public Optional<Part> target(String reference) {
        if (!reference.startsWith("#/")) {
            return Optional.empty();
        }
        String fragment = reference.substring(1);
        return Optional.of(Percent.decode(fragment, false).orElse(fragment))
                .filter(pointer -> !(root.at(pointer) instanceof MissingNode))
                .map(this::part);
    }

    synchronized void note(Note note) {
        if (notes.add(note)) {
            findings = null;
        }
    }

    /** Makes faults of the hints of these readings, as a reader who goes by the letter has to. */
    public synchronized void harden(Set<Reading> letter) {
        var words = letter.stream().map(Reading::word).collect(toSet());
        List<Note> meant = notes.stream()
                .filter(note -> note.level() == Level.HINT && words.contains(note.kind()))
                .toList();
        meant.forEach(note -> {
            notes.remove(note);
            note(new Note(Level.FAULT, note.pointer(), note.kind(), note.message(), note.repair(), note.place()));
        });
    }

    /** The pointers of what stops the operations that reach it, each with its first finding. */
    public synchronized BlockingFindings stops() {
        return new BlockingFindings(this, List.copyOf(notes));
    }

    /** All that was found so far, in the order of the files. */
    public synchronized List<Finding> findings() {
        List<Finding> known = findings;
        if (known == null) {
            known = placed();
            findings = known;
        }
        return known;
    }

    private List<Finding> placed() {
        List<Note> all = new ArrayList<>(notes);
        Map<String, Place> found = places.of(all.stream()
                .filter(note -> note.place() == null)
                .map(Note::pointer)
                .collect(toSet()));
        return all.stream()
                .map(note -> note.at(place(note, found)))
                .sorted(IN_ORDER)
                .toList();
    }

    private Place place(Note note, Map<String, Place> found) {
        Place own = note.place();
        return own != null ? own : found.getOrDefault(note.pointer(), new Place(source, Position.START));
    }

    public List<Fault> faults() {
        return findings().stream().map(Finding::fault).distinct().toList();
    }

    public synchronized void throwIfFaulty() {
        if (!notes.isEmpty()) {
            throw new ContractException(faults());
        }
    }
}
