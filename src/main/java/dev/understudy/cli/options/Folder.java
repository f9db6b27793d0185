package dev.understudy.cli.options;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A folder that exists; one that cannot be read is reported later, with the faults of its files. */
public final class Folder implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        try {
            Path folder = Path.of(text);
            // An empty path is the current folder, which nobody means by an empty value.
            if (!text.isBlank() && !Files.notExists(folder)) {
                return folder;
            }
        } catch (InvalidPathException e) {
            // No text that cannot be a path names a folder.
        }
        throw new TypeConversionException("must be a folder that exists, was '" + text + "'");
    }
}
