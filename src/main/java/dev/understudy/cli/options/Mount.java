package dev.understudy.cli.options;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a contract is served.
 *
 * @param prefix what its paths begin with, without a slash at its end; empty for the root
 */
public record Mount(String name, String prefix) {
    private static final Pattern FORM = Pattern.compile("([^=]+)=((?:/[A-Za-z0-9._~!$&'()*+;:@-]+)*)/?");

    /** Reads {@code NAME=/prefix}; empty if it is none, or below /-/. */
    static Optional<Mount> of(String text) {
        Matcher mount = FORM.matcher(text);
        return !mount.matches() || mount.group(2).matches("/-(/.*)?") || text.endsWith("=")
                ? Optional.empty()
                : Optional.of(new Mount(mount.group(1), mount.group(2)));
    }
}
