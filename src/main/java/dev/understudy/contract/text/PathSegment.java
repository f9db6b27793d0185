package dev.understudy.contract.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.text.Percent;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One segment of a path: a text, a parameter, or parameters with texts around them such as {@code {name}.{ext}} or
 * {@code {id}:cancel}.
 *
 * @param text decoded; for a parameter, its name
 * @param shape the same for all segments that the same texts fit
 * @param form what fits a segment of several parts, still encoded; null for one of one part
 */
record PathSegment(String text, List<String> parameters, String shape, @Nullable Pattern form)
        implements Comparable<PathSegment> {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]+)}");

    static PathSegment read(String raw, Part path) {
        Matcher parameter = PARAMETER.matcher(raw);
        if (parameter.matches()) {
            String name = parameter.group(1);
            return new PathSegment(name, List.of(name), "{}", null);
        }
        if (!path.isBrought() && (raw.contains("{") || raw.contains("}"))) {
            path.fault("the segment \"" + raw + "\" is not supported: a parameter must be a whole segment");
        }
        parameter.reset();
        return parameter.find()
                ? mixed(raw, parameter.reset(), path)
                : text(Percent.decode(raw, false).orElse(raw));
    }

    private static PathSegment text(String text) {
        return new PathSegment(text, List.of(), text, null);
    }

    private static PathSegment mixed(String raw, Matcher parameter, Part path) {
        var names = new ArrayList<String>();
        var form = new StringBuilder();
        int end = 0;
        while (parameter.find()) {
            if (parameter.start() == end && !names.isEmpty()) {
                path.fault(
                        "parameters-side-by-side",
                        "nothing tells the parameters of the segment \"" + raw + "\" apart",
                        "put a text between them");
            }
            form.append(literal(raw.substring(end, parameter.start()))).append("(.+)");
            names.add(parameter.group(1));
            end = parameter.end();
        }
        form.append(literal(raw.substring(end)));
        String shape = parameter.reset().replaceAll("{}");
        return new PathSegment(raw, List.copyOf(names), shape, Pattern.compile(form.toString(), Pattern.DOTALL));
    }

    /** The text as it is, or with any of its characters percent-encoded. */
    private static String literal(String text) {
        var form = new StringBuilder();
        String decoded = Percent.decode(text, false).orElse(text);
        decoded.codePoints().forEach(c -> {
            String character = Character.toString(c);
            var octets = new StringBuilder();
            for (byte octet : character.getBytes(UTF_8)) {
                octets.append("%%%02X".formatted(octet & 0xff));
            }
            form.append("(?:")
                    .append(Pattern.quote(character))
                    .append("|(?i:")
                    .append(octets)
                    .append("))");
        });
        return form.toString();
    }

    private boolean isParameter() {
        return form == null && !parameters.isEmpty();
    }

    /** Whether one text surely fits both: where each has several parts, that is not looked into. */
    boolean overlaps(PathSegment other) {
        if (isParameter() || other.isParameter()) {
            return true;
        } else if (form == null) {
            return other.fits(text);
        }
        return other.form == null ? fits(other.text) : shape.equals(other.shape);
    }

    /** Whether a raw segment of a request is one of these. */
    boolean fits(String raw) {
        if (form != null) {
            return form.matcher(raw).matches();
        }
        return isParameter()
                ? !raw.isEmpty()
                : text.equals(raw)
                        || (raw.indexOf('%') >= 0
                                && Percent.decode(raw, false)
                                        .filter(text::equals)
                                        .isPresent());
    }

    /** Adds what stands for its parameters in a raw segment that fits. */
    void fill(String raw, Map<String, String> values) {
        if (form == null) {
            parameters.forEach(name -> values.put(name, raw));
            return;
        }
        Matcher matcher = form.matcher(raw);
        for (int i = 0; matcher.matches() && i < parameters.size(); i++) {
            values.put(parameters.get(i), matcher.group(i + 1));
        }
    }

    /** The more concrete one is less: a text, then what has the most text around its parameters. */
    @Override
    public int compareTo(PathSegment other) {
        return Integer.compare(vagueness(), other.vagueness());
    }

    private int vagueness() {
        if (parameters.isEmpty()) {
            return 0;
        }
        return isParameter()
                ? Integer.MAX_VALUE
                : Integer.MAX_VALUE - PARAMETER.matcher(text).replaceAll("").length();
    }
}
