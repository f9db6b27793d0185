package dev.understudy.mocks.anyspec.roles.schemas;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Normalizes names: {@code createdAt}, {@code created_at}, {@code Created-At} and {@code createdat} are the same. */
public final class Name {
    private Name() {}

    /** Its letters and digits in lower case. */
    public static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Its words separated by hyphens, as in file names. */
    public static String hyphened(String name) {
        return name.replaceAll("([\\p{Ll}\\p{N}])(\\p{Lu})", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** The plural of a plain name in the singular, and vice versa; there may be several candidates. */
    public static Set<String> otherNumber(String plain) {
        var others = new LinkedHashSet<String>();
        if (plain.endsWith("ies")) {
            others.add(plain.substring(0, plain.length() - 3) + "y");
        }
        if (plain.endsWith("es")) {
            others.add(plain.substring(0, plain.length() - 2));
        }
        if (plain.endsWith("s") && !plain.endsWith("ss")) {
            others.add(plain.substring(0, plain.length() - 1));
        } else {
            others.add(plain + "s");
            others.add(plain + "es");
            if (plain.endsWith("y")) {
                others.add(plain.substring(0, plain.length() - 1) + "ies");
            }
        }
        others.remove("");
        return others;
    }

    /** The names in a text, which are separated by spaces. */
    public static List<String> listed(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
