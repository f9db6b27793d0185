package dev.understudy.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many of something there may be at the most. */
final class AtMost implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new TypeConversionException("must be a number from 1 to 9999999, was '" + text + "'");
        }
        return Integer.valueOf(text);
    }
}
