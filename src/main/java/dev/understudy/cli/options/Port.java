package dev.understudy.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A TCP port, or 0 for any free one. */
final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw new TypeConversionException("must be a number from 0 to 65535, was '" + text + "'");
        }
        return Integer.valueOf(text);
    }
}
