package dev.understudy.cli.options;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes: 500, 8k (of 1,024) or 1m. */
public final class Size implements ITypeConverter<Integer> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})([km]?)");

    @Override
    public Integer convert(String text) {
        Matcher size = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (size.matches()) {
            int unit =
                    switch (size.group(2)) {
                        case "k" -> 1 << 10;
                        case "m" -> 1 << 20;
                        default -> 1;
                    };
            long bytes = Long.parseLong(size.group(1)) * unit;
            if (bytes > 0 && bytes <= 1 << 30) {
                return (int) bytes;
            }
        }
        throw new TypeConversionException("must be bytes up to 1024m, such as 500, 8k or 1m, was '" + text + "'");
    }
}
