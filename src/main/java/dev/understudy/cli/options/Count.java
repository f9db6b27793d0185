package dev.understudy.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many records are wanted. */
public final class Count implements ITypeConverter<Integer> {
    /** More does not fit into the memory of a server by far. */
    private static final int MOST = 100_000_000;

    private final int most;
    private final String otherwise;

    public Count() {
        this(MOST, "");
    }

    /**
     * Up to this many.
     *
     * @param otherwise what to do for more; empty if nothing can be done
     */
    public Count(int most, String otherwise) {
        this.most = most;
        this.otherwise = otherwise;
    }

    @Override
    public Integer convert(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 0 && count <= most) {
                return count;
            }
        } catch (NumberFormatException e) {
            // No text that is no number is a count.
        }
        throw new TypeConversionException("must be a number from 0 to " + most + otherwise + ", was '" + text + "'");
    }
}
