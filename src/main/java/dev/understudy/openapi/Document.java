package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.understudy.api.Fault;
import dev.understudy.api.Percent;
import dev.understudy.api.Pointers;
import dev.understudy.api.Position;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An OpenAPI file as a tree that knows where each of its values stands, and the faults found in it so far. */
public final class Document {
    private final String source;
    private final String text;
    private final JsonNode root;
    private final Supplier<Map<String, Position>> looking;
    private volatile @Nullable Map<String, Position> positions;
    private final Map<String, JsonNode> resolved = new ConcurrentHashMap<>();
    private final Set<Fault> faults = new LinkedHashSet<>();

    /** @param looking finds where the values stand, when that is first asked for */
    Document(String source, String text, JsonNode root, Supplier<Map<String, Position>> looking) {
        this.source = source;
        this.text = text;
        this.root = root;
        this.looking = looking;
    }

    public String source() {
        return source;
    }

    /** The file as its author wrote it. */
    public String text() {
        return text;
    }

    public JsonNode tree() {
        return root;
    }

    public Part root() {
        return new Part(this, "", root);
    }

    public Part part(String pointer) {
        return new Part(this, pointer, resolved.computeIfAbsent(pointer, p -> root.at(p)));
    }

    /** Where the value stands; for one that is not there, where it would belong. */
    public Position position(String pointer) {
        Map<String, Position> known = positions();
        String present = pointer;
        while (!present.isEmpty() && !known.containsKey(present)) {
            present = Pointers.parent(present);
        }
        return known.getOrDefault(present, new Position(1, 1));
    }

    public Map<String, Position> positions() {
        Map<String, Position> known = positions;
        if (known == null) {
            known = looking.get();
            positions = known;
        }
        return known;
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

    public void fault(Part part, String message) {
        Position position = position(part.pointer());
        faults.add(new Fault(source, position, message));
    }

    public List<Fault> faults() {
        return faults.stream()
                .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
                .toList();
    }

    public void throwIfFaulty() {
        if (!faults.isEmpty()) {
            throw new ContractException(faults());
        }
    }
}
