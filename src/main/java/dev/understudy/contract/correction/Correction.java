package dev.understudy.contract.correction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code x-understudy} says of one operation; docs/collections.md has the keys. It keeps its schema: what does not
 * was found, and is no part of it.
 */
public final class Correction {
    /** Nothing. */
    public static final Correction NONE = new Correction(Map.of());

    private final Map<String, Entry> entries;

    /**
     * What one key says.
     *
     * @param pointer where the document says it
     */
    public record Entry(String pointer, JsonNode value) {}

    private Correction(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** One with these keys. */
    static Correction of(Map<String, Entry> entries) {
        return entries.isEmpty() ? NONE : new Correction(Map.copyOf(new LinkedHashMap<>(entries)));
    }

    /** Whether it says nothing. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** What this key says; empty if it is not there. */
    public Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The text of this key; empty if it is not there. */
    public Optional<String> text(String key) {
        return entry(key).map(entry -> entry.value().asText());
    }

    /** The value of this key; a missing node if it is not there. */
    public JsonNode value(String key) {
        return entry(key).map(Entry::value).orElse(MissingNode.getInstance());
    }

    /** The texts of this key, which may be one or several; none if it is not there. */
    public List<String> texts(String key) {
        JsonNode value = value(key);
        var texts = new ArrayList<String>();
        if (value.isTextual()) {
            texts.add(value.textValue());
        }
        value.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** Whether a reference to a record that is not there is refused. */
    public boolean enforcesReferences() {
        return text("references").filter("enforced"::equals).isPresent();
    }

    /** Whether the operation is said to be this. */
    public boolean isRole(String role) {
        return text("role").filter(role::equals).isPresent();
    }
}
