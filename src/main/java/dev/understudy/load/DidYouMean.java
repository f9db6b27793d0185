package dev.understudy.load;

import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the hint for a value that is nearly one of those that are allowed. */
final class DidYouMean {
    private static final Pattern OPTIONS = Pattern.compile("\\bone of (.+)");

    private DidYouMean() {}

    static Optional<String> of(Violation violation) {
        Matcher matcher = OPTIONS.matcher(violation.expected());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String got = violation.got().replaceAll("^\"|\"$", "");
        return Spelling.nearest(got, List.of(matcher.group(1).split(", "))).map(DidYouMean::hint);
    }

    static String hint(String meant) {
        return "did you mean \"" + meant + "\"?";
    }
}
