package dev.understudy.cli.options;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a contract is served.
 *
 * @param prefix what its paths begin with, without a slash at its end; empty for the root
 */
public record Mount(String name, String prefix) {
    /** Reads {@code NAME=/prefix}. */
    static final class Converter implements ITypeConverter<Mount> {
        private static final Pattern MOUNT = Pattern.compile("([^=]+)=((?:/[A-Za-z0-9._~!$&'()*+;:@-]+)*)/?");

        @Override
        public Mount convert(String text) {
            Matcher mount = MOUNT.matcher(text);
            if (!mount.matches() || mount.group(2).matches("/-(/.*)?") || text.endsWith("=")) {
                throw new TypeConversionException(
                        "must be NAME=/prefix, such as billing=/billing, and not below /-/, was '" + text + "'");
            }
            return new Mount(mount.group(1), mount.group(2));
        }
    }
}
