package dev.understudy.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many records are wanted. */
final class Count implements ITypeConverter<Integer> {
    /** More does not fit into the memory of a server by far. */
    private static final int MOST = 100_000_000;

    @Override
    public Integer convert(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 0 && count <= MOST) {
                return count;
            }
        } catch (NumberFormatException e) {
            // No text that is no number is a count.
        }
        throw new TypeConversionException("must be a number from 0 to " + MOST + ", was '" + text + "'");
    }
}
