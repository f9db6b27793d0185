package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.openapi.source.Level;
import dev.understudy.openapi.source.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value in an OpenAPI file together with its place there; one that is missing is a part too, an absent one. */
public record Part(Document document, String pointer, JsonNode value) {
    private static final int MAX_HOPS = 50;

    public boolean isPresent() {
        return !value.isMissingNode();
    }

    public boolean has(String key) {
        return value.has(key);
    }

    public Part at(String key) {
        return new Part(document, Pointers.child(pointer, key), value.path(key));
    }

    public Part at(int index) {
        return new Part(document, Pointers.child(pointer, index), value.path(index));
    }

    /** The values of an object, or the elements of an array, in the order of the file. */
    public List<Part> children() {
        var children = new ArrayList<Part>();
        if (value.isObject()) {
            value.fieldNames().forEachRemaining(key -> children.add(at(key)));
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            children.add(at(i));
        }
        return children;
    }

    /** The key or the index under which this part stands. */
    public String key() {
        return Pointers.last(pointer);
    }

    /** The text of this part; the empty text if it has none. */
    public String text() {
        return value.asText("");
    }

    public String text(String fallback) {
        return isPresent() ? text() : fallback;
    }

    public boolean isTrue() {
        return value.isBoolean() && value.booleanValue();
    }

    public Optional<String> reference() {
        return value.isObject() && value.path("$ref").isTextual()
                ? Optional.of(value.path("$ref").textValue())
                : Optional.empty();
    }

    /** This part, or the one that it refers to by {@code $ref}, however many hops away. */
    public Part resolved() {
        Part part = this;
        for (int hops = 0; hops < MAX_HOPS && part.reference().isPresent(); hops++) {
            Optional<Part> next = part.reference().flatMap(document::target);
            if (next.isEmpty()) {
                return part;
            }
            part = next.get();
        }
        return part;
    }

    /** Whether following {@code $ref} from here never comes to an end. */
    public boolean isCircular() {
        return resolved().reference().flatMap(document::target).isPresent();
    }

    /** Whether its document is one that is not ours. */
    public boolean isBrought() {
        return document.isBrought();
    }

    public void fault(String message) {
        note(Level.FAULT, "contract", message, "");
    }

    /** Notes what cannot be meant. */
    public void fault(String kind, String message, String repair) {
        note(Level.FAULT, kind, message, repair);
    }

    /** Notes what is lawful and is not kept. */
    public void gap(String kind, String message, String repair) {
        note(Level.GAP, kind, message, repair);
    }

    /** Notes what has no effect, or not the one that most people expect. */
    public void hint(String kind, String message, String repair) {
        note(Level.HINT, kind, message, repair);
    }

    private void note(Level level, String kind, String message, String repair) {
        document.note(new Note(level, pointer, kind, message, repair, null));
    }
}
