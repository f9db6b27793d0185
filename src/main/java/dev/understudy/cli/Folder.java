package dev.understudy.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A folder that exists and can be read. */
final class Folder implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        try {
            Path folder = Path.of(text);
            if (Files.isDirectory(folder) && Files.isReadable(folder)) {
                return folder;
            }
        } catch (InvalidPathException e) {
            // No text that cannot be a path names a folder.
        }
        throw new TypeConversionException("must be a folder that can be read, was '" + text + "'");
    }
}
