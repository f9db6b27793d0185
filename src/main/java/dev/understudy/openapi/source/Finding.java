package dev.understudy.openapi.source;

import dev.understudy.api.Fault;
import dev.understudy.api.Position;
import dev.understudy.api.text.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * What was found in an OpenAPI document that is not ours: wrong, not supported, or of no effect.
 *
 * @param source the file as its owner would type it
 * @param position in that file
 * @param pointer of the value in the document as it was put together from its files
 * @param kind the same word for all findings of a kind, such as {@code broken-reference}
 * @param message what must be and what was
 * @param repair what to do instead; empty where the message says it
 */
public record Finding(
        Level level, String source, Position position, String pointer, String kind, String message, String repair) {
    public Finding {
        source = Printable.text(source);
        pointer = Printable.text(pointer);
        message = Printable.text(message);
        repair = Printable.text(repair);
    }

    /** These without those that say the same of the same place, as one action of an overlay may change many values. */
    public static List<Finding> once(List<Finding> findings) {
        var once = new LinkedHashMap<Finding, Finding>();
        findings.forEach(finding -> once.putIfAbsent(finding.of(""), finding));
        return List.copyOf(once.values());
    }

    private Finding of(String other) {
        return new Finding(level, source, position, other, kind, message, repair);
    }

    /** The message and what to do. */
    public String sentence() {
        return repair.isEmpty() ? message : message + ": " + repair;
    }

    /** All of it in one line, as a compiler would print it: {@code petstore.yaml:12:7: fault: … [kind]}. */
    public String text() {
        String word = level.name().toLowerCase(Locale.ROOT);
        return source + ":" + position + ": " + word + ": " + sentence() + " [" + kind + "]";
    }

    /** The same as a fault of a contract. */
    public Fault fault() {
        return new Fault(source, position, sentence());
    }
}
