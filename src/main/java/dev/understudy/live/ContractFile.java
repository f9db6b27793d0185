package dev.understudy.live;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document that was found.
 *
 * @param name the contract's name; empty to name it after its title
 * @param file null for a text
 * @param text null for a file
 */
record ContractFile(String name, @Nullable Path file, @Nullable Source text) {
    /** The path as its owner would type it. */
    String shown() {
        return file != null ? file.toString() : text != null ? text.name() : "";
    }

    /**
     * A file, whose contract is named after it, or after its folder if the file has a generic name.
     *
     * @param folder the folder that was given; null if the file itself was given
     */
    static ContractFile of(Path file, @Nullable Path folder) {
        String stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        if (!stem.toLowerCase(Locale.ROOT).matches("openapi|swagger|api")) {
            return new ContractFile(plain(stem), file, null);
        }
        Path parent = file.getParent();
        return folder == null || parent == null || parent.equals(folder)
                ? new ContractFile("", file, null)
                : new ContractFile(plain(parent.getFileName().toString()), file, null);
    }

    /** A contract name made from this title. */
    static String slug(String title) {
        String slug =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "api" : slug;
    }

    /** The name is used in URLs and in paths of fixtures, so only certain characters are kept. */
    private static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[-.]+|-$", "");
        return plain.isEmpty() ? "api" : plain;
    }
}
