package dev.understudy.cli;

import static java.util.Comparator.comparingInt;

import dev.understudy.api.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    /** A line for each variable, with the name that was probably meant. */
    static List<String> warnings(Map<String, String> environment, Set<String> known) {
        return new TreeSet<>(environment.keySet())
                .stream()
                        .filter(name -> name.toUpperCase(Locale.ROOT).startsWith(PREFIX) && !known.contains(name))
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
