package dev.understudy.generate.values;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of properties in one spelling: {@code createdAt}, {@code Created-At} and {@code created_at} are the same. */
final class PropertyName {
    private static final Set<String> ADDRESS =
            Set.of("city", "zip", "zipCode", "zip_code", "zipcode", "postal_code", "postalCode", "postcode", "street");
    private static final Set<String> OF_PERSON = Set.of("email", "first_name", "firstName", "phone", "birthday");
    private static final Set<String> MORE = Set.of("from", "to", "min", "max", "start", "end", "new", "old", "value");
    private static final Set<String> PERSON = Set.of(
            "user", "person", "author", "owner", "employee", "customer", "contact", "assignee", "member", "manager");

    private PropertyName() {}

    /** Words in small letters, with {@code _} between them. */
    static String plain(String name) {
        var plain = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean begins = Character.isUpperCase(c) && i > 0 && !Character.isUpperCase(name.charAt(i - 1));
            boolean parts = !Character.isLetterOrDigit(c);
            if ((begins || parts) && !plain.isEmpty() && plain.charAt(plain.length() - 1) != '_') {
                plain.append('_');
            }
            if (!parts) {
                plain.append(c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * What the name means in its object: a state beside a city is one of a country, and the name of an author is one of
     * a person.
     *
     * @param parent the name of the object, as it is plain
     * @param siblings the names of all properties of the object, as they are written
     */
    static String meant(String name, String parent, Set<String> siblings) {
        String plain = plain(name);
        if (plain.equals("state") && siblings.stream().anyMatch(ADDRESS::contains)) {
            return "region";
        } else if (plain.equals("name")
                && (PERSON.contains(parent) || siblings.stream().anyMatch(OF_PERSON::contains))) {
            return "full_name";
        }
        return plain;
    }

    /** Of one of the things that this is the name of. */
    static String singular(String name) {
        if (name.endsWith("ies")) {
            return name.substring(0, name.length() - 3) + "y";
        }
        return name.endsWith("s") && !name.endsWith("ss") ? name.substring(0, name.length() - 1) : name;
    }

    /** What is known of the name, or else of its last words: of {@code home_city}, what is known of {@code city}. */
    static <T> @Nullable T known(String name, Map<String, T> known) {
        T found = ofSuffix(name, known);
        int end = found == null ? end(name) : -1;
        return end > 0 ? known(name.substring(0, end), known) : found;
    }

    /** Where words end that say more of a thing: {@code place_of_birth} is a place, {@code year_from} a year. */
    private static int end(String name) {
        int of = name.indexOf("_of_");
        int last = name.lastIndexOf('_');
        return of > 0 ? of : MORE.contains(name.substring(last + 1)) ? last : -1;
    }

    private static <T> @Nullable T ofSuffix(String name, Map<String, T> known) {
        for (String suffix = name; ; suffix = suffix.substring(suffix.indexOf('_') + 1)) {
            T found = known.get(suffix);
            if (found != null || suffix.indexOf('_') < 0) {
                return found;
            }
        }
    }
}
