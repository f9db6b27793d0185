package dev.understudy.cli;

import static java.util.Comparator.comparingInt;

import dev.understudy.api.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Warns of environment variables that look like those of options but belong to none: they may be misspelt. */
final class UnknownVariables {
    private static final String PREFIX = "UNDERSTUDY_";

    /** At a greater edit distance, it is another word. */
    private static final int FURTHEST = 3;

    /** The variables that Kubernetes and Docker links set for services whose names begin with understudy. */
    private static final Pattern OF_A_SERVICE =
            Pattern.compile("UNDERSTUDY_(.+_)?(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT_\\d+_(TCP|UDP|SCTP)(_.+)?)");

    private UnknownVariables() {}

    /**
     * A line for each variable, with the name that was probably meant.
     *
     * @param options the names of the variables of all options, needed only if a variable looks like one
     */
    static List<String> warnings(Map<String, String> environment, Supplier<Set<String>> options) {
        List<String> names = environment.keySet().stream()
                .filter(name -> name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()))
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return List.of();
        }
        Set<String> known = options.get();
        return names.stream()
                .filter(name -> !known.contains(name))
                .filter(name -> !OF_A_SERVICE.matcher(name).matches()
                        && !environment.getOrDefault(name, "").matches("(tcp|udp|sctp)://.*"))
                .map(name -> warning(name, known))
                .toList();
    }

    private static String warning(String name, Set<String> known) {
        return "Warning: the variable " + name + " belongs to no option and is ignored."
                + known.stream()
                        .sorted()
                        .min(comparingInt(option -> Spelling.distance(name, option)))
                        .filter(option -> Spelling.distance(name, option) <= FURTHEST)
                        .map(option -> " Did you mean " + option + "?")
                        .orElse("");
    }
}
