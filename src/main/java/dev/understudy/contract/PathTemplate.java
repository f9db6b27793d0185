package dev.understudy.contract;

import dev.understudy.api.Percent;
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
    static final Comparator<PathTemplate> CONCRETE_FIRST = (a, b) -> {
        for (int i = 0; i < Math.min(a.segments.size(), b.segments.size()); i++) {
            int order = Boolean.compare(
                    a.segments.get(i).isParameter(), b.segments.get(i).isParameter());
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private final String text;
    private final List<Segment> segments;

    private PathTemplate(String text, List<Segment> segments) {
        this.text = text;
        this.segments = segments;
    }

    private record Segment(String text, boolean isParameter) {
        private boolean fits(String raw) {
            return isParameter
                    ? !raw.isEmpty()
                    : text.equals(raw)
                            || (raw.indexOf('%') >= 0
                                    && Percent.decode(raw, false)
                                            .filter(text::equals)
                                            .isPresent());
        }
    }

    /** Reads the path and notes what is wrong with it. */
    static PathTemplate read(Part path) {
        String text = path.key();
        if (!text.startsWith("/")) {
            path.fault("a path must begin with /, was \"" + text + "\"");
        }
        var segments = new ArrayList<Segment>();
        for (String raw : split(text)) {
            boolean parameter = raw.matches("\\{[^{}]+}");
            if (!parameter && (raw.contains("{") || raw.contains("}"))) {
                path.fault("the segment \"" + raw + "\" is not supported: a parameter must be a whole segment");
            }
            String name = parameter
                    ? raw.substring(1, raw.length() - 1)
                    : Percent.decode(raw, false).orElse(raw);
            segments.add(new Segment(name, parameter));
        }
        return new PathTemplate(text, List.copyOf(segments));
    }

    /** The segments of a path that begins with a slash; one at the end makes an empty last segment. */
    static List<String> split(String path) {
        return path.startsWith("/") ? List.of(path.substring(1).split("/", -1)) : List.of();
    }

    String text() {
        return text;
    }

    List<String> parameters() {
        return segments.stream().filter(Segment::isParameter).map(Segment::text).toList();
    }

    /** Two paths of the same shape cannot be told apart. */
    String shape() {
        return String.join(
                "/",
                segments.stream().map(s -> s.isParameter() ? "{}" : s.text()).toList());
    }

    /** The raw segments by the names of the parameters that they fill; empty if this is another path. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size() || !leads(path)) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < path.size(); i++) {
            if (segments.get(i).isParameter()) {
                values.put(segments.get(i).text(), path.get(i));
            }
        }
        return Optional.of(values);
    }

    /** Whether the path begins with this one and goes on. */
    boolean isAbove(List<String> path) {
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
