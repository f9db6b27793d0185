package dev.understudy.cli.options;

import java.security.SecureRandom;
import java.util.HexFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A token that can stand in a header: 8 to 200 visible characters of ASCII, or none. */
final class ControlToken implements ITypeConverter<String> {
    /** In bytes. */
    private static final int MADE = 16;

    @Override
    public String convert(String text) {
        if (!text.matches("none|[!-~]{8,200}")) {
            // What came may be a secret with a mistake in it.
            throw new TypeConversionException("must be none, or 8 to 200 characters of ASCII without blanks");
        }
        return text;
    }

    /** One that nobody can guess. */
    static String made() {
        byte[] bytes = new byte[MADE];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
