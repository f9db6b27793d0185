package dev.understudy.contract.text;

import dev.understudy.api.Headers;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path of a contract, such as {@code /organizations/{organisation}/tasks}. */
public final class PathTemplate {
    /** Concrete before templated (OpenAPI 3.0.3 section 4.7.8.2), decided at the first segment that differs. */
    public static final Comparator<PathTemplate> CONCRETE_FIRST = (a, b) -> {
        for (int i = 0; i < Math.min(a.segments.size(), b.segments.size()); i++) {
            int order = a.segments.get(i).compareTo(b.segments.get(i));
            if (order != 0) {
                return order;
            }
        }
        int length = Integer.compare(a.segments.size(), b.segments.size());
        return length != 0 ? length : Integer.compare(b.conditions.size(), a.conditions.size());
    };

    private final String text;
    private final List<PathSegment> segments;
    private final List<PathCondition> conditions;
    private final String shape;

    private PathTemplate(String text, List<PathSegment> segments, List<PathCondition> conditions) {
        this.text = text;
        this.segments = segments;
        this.conditions = conditions;
        this.shape = String.join("/", segments.stream().map(PathSegment::shape).toList())
                + (conditions.isEmpty() ? "" : conditions);
    }

    /** Reads the path and notes what is wrong with it. */
    public static PathTemplate read(Part path) {
        return read(path, "");
    }

    /**
     * The same behind the path of a server.
     *
     * @param base such as {@code /v1}; empty if there is none
     */
    public static PathTemplate read(Part path, String base) {
        String text = path.key();
        if (!text.startsWith("/")) {
            path.fault("path-without-slash", "a path must begin with /, was \"" + text + "\"", "");
        }
        var segments = new ArrayList<PathSegment>();
        List<PathCondition> conditions = path.isBrought() ? PathCondition.of(text) : List.of();
        for (String raw : split(base + (path.isBrought() ? PathCondition.path(text) : text))) {
            segments.add(PathSegment.read(raw, path));
        }
        return new PathTemplate(base + text, List.copyOf(segments), conditions);
    }

    /** The segments of a path that begins with a slash; one at the end makes an empty last segment. */
    public static List<String> split(String path) {
        return path.startsWith("/") ? List.of(path.substring(1).split("/", -1)) : List.of();
    }

    public String text() {
        return text;
    }

    public List<String> parameters() {
        return segments.stream()
                .flatMap(segment -> segment.parameters().stream())
                .toList();
    }

    /** The keys of the query behind the path that parameters fill, by the names of these: {@code ?page={number}}. */
    public Map<String, String> queryParameters() {
        return PathCondition.parameters(text);
    }

    /** Two paths of the same shape cannot be told apart. */
    public String shape() {
        return shape;
    }

    /** Whether it differs from another in nothing but the names of its parameters. */
    public boolean isTwinOf(PathTemplate other) {
        return shape.equals(other.shape);
    }

    /** Whether a request is for it by its query and its headers, if its path is. */
    public boolean isMeant(Query query, Headers headers) {
        return conditions.isEmpty() || conditions.stream().allMatch(condition -> condition.holds(query, headers));
    }

    List<PathCondition> conditions() {
        return conditions;
    }

    /** The keys of a query by which it is meant. */
    public List<String> queryKeys() {
        return conditions.stream().map(PathCondition::name).toList();
    }

    public int length() {
        return segments.size();
    }

    /** Whether some path fits both, and each of the two is the more concrete one in some segment. */
    public boolean crosses(PathTemplate other) {
        boolean here = false;
        boolean there = false;
        for (int i = 0; i < segments.size(); i++) {
            PathSegment one = segments.get(i);
            PathSegment two = other.segments.get(i);
            int order = one.compareTo(two);
            if (!one.overlaps(two)) {
                return false;
            }
            here |= order < 0;
            there |= order > 0;
        }
        return here && there;
    }

    public boolean isConditional() {
        return !conditions.isEmpty();
    }

    /** The raw segments by the names of the parameters that they fill; empty if this is another path. */
    public Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size() || !leads(path)) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < path.size(); i++) {
            segments.get(i).fill(path.get(i), values);
        }
        return Optional.of(values);
    }

    /** Whether the path begins with this one and goes on. */
    public boolean isAbove(List<String> path) {
        return path.size() > segments.size() && leads(path);
    }

    private boolean leads(List<String> path) {
        for (int i = 0; i < segments.size(); i++) {
            if (!segments.get(i).fits(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
