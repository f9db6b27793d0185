package dev.understudy.openapi.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A query by JSONPath (RFC 9535), without the functions {@code match} and {@code search}. Beyond the RFC, a name after
 * a dot may have dashes.
 */
public final class JsonPath {
    /** The longest text, in characters. */
    public static final int LONGEST = 1_000;

    private final Query query;

    private JsonPath(Query query) {
        this.query = query;
    }

    /** The query that this text is. */
    public static JsonPath of(String text) throws BadPath {
        if (text.length() > LONGEST) {
            throw new BadPath(LONGEST, "its end");
        }
        var scanner = new Scanner(text);
        scanner.expect("$");
        Query query = new QueryParser(scanner).query(true);
        scanner.end();
        return new JsonPath(query);
    }

    /**
     * What a query chooses.
     *
     * @param values in the order of the RFC, which may have the same one twice
     * @param looks how many values were looked at
     */
    public record Found(List<Located> values, long looks) {}

    /**
     * The values that it chooses.
     *
     * @param most how many values may be looked at
     * @return empty if those are not enough
     */
    public Optional<Found> find(JsonNode root, long most) {
        var run = new Run(root, most);
        try {
            List<Located> values = query.nodes(root, run);
            return Optional.of(new Found(values, most - run.left()));
        } catch (Run.Exhausted e) {
            return Optional.empty();
        }
    }
}
