package dev.understudy.live;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document that is there.
 *
 * @param name what its contract is called; empty to call it after its title
 * @param file null for a text
 * @param text null for a file
 */
record ContractFile(String name, @Nullable Path file, @Nullable Source text) {
    /** The path as its owner would type it. */
    String shown() {
        return file != null ? file.toString() : text != null ? text.name() : "";
    }

    /**
     * A file that is named after itself; one that is called as all of them are, after its folder.
     *
     * @param folder the folder that was asked for; null if the file itself was
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

    /** A name for a document with this title. */
    static String slug(String title) {
        String slug =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "api" : slug;
    }

    /** A name is part of addresses and of paths of fixtures. */
    private static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[-.]+|-$", "");
        return plain.isEmpty() ? "api" : plain;
    }
}
