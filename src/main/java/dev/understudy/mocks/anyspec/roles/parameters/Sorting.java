package dev.understudy.mocks.anyspec.roles.parameters;

import dev.understudy.mocks.anyspec.roles.schemas.Key;
import dev.understudy.mocks.anyspec.roles.schemas.Name;
import dev.understudy.mocks.anyspec.roles.schemas.Properties;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the values of a parameter name properties to sort by. */
public final class Sorting {
    /** A sign before a name, or a word after it: {@code -name}, {@code name:desc}, {@code name desc}. */
    private static final Pattern KEY = Pattern.compile(
            "([-+!~])?(.+?)(?:[ :.,|_/-]?(asc|ascending|desc|descending|dsc|down|up))?", Pattern.CASE_INSENSITIVE);

    private static final Set<String> DESCENDING =
            Set.of("desc", "descending", "dsc", "down", "reverse", "-1", "d", "dec");
    private static final Set<String> ASCENDING = Set.of("asc", "ascending", "up", "1", "a", "normal");

    private final Properties properties;
    private final String owner;
    private final List<String> values;
    private final Map<String, String> meanings;

    /** @param values the values that the contract lists; empty if it lists none */
    public Sorting(Properties properties, String owner, List<String> values) {
        this(properties, owner, values, Map.of());
    }

    /** @param meanings the meanings of values, such as {@code -created_at} for {@code newest} */
    public Sorting(Properties properties, String owner, List<String> values, Map<String, String> meanings) {
        this.properties = properties;
        this.owner = owner;
        this.values = values;
        this.meanings = meanings;
    }

    /**
     * A property to sort by.
     *
     * @param signed whether the value itself gives the direction
     */
    public record Key(Property property, boolean descending, boolean signed) {}

    /** Whether a word is a direction. */
    public static boolean isDirection(String word) {
        return isDescending(word) || ASCENDING.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a word means descending. */
    public static boolean isDescending(String word) {
        return DESCENDING.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The sort key that a value means; empty if it means none. */
    public Optional<Key> key(String value) {
        String text = meanings.getOrDefault(value.strip(), value.strip());
        Optional<Property> whole = property(text);
        if (whole.isPresent() && !text.matches("[-+!~].*")) {
            return whole.map(property -> new Key(property, false, false));
        }
        Matcher key = KEY.matcher(text);
        if (!key.matches()) {
            return Optional.empty();
        }
        boolean minus = "-".equals(key.group(1)) || "!".equals(key.group(1)) || "~".equals(key.group(1));
        boolean down =
                key.group(3) != null && key.group(3).toLowerCase(Locale.ROOT).matches("d.*");
        boolean signed = key.group(1) != null || key.group(3) != null;
        return property(key.group(2)).map(property -> new Key(property, minus != down, signed));
    }

    private Optional<Property> property(String name) {
        String plain = Name.plain(name);
        return plain.isEmpty()
                ? Optional.empty()
                : properties
                        .meant(plain, owner)
                        .or(() -> properties.moment(plain))
                        .filter(each -> !each.several());
    }

    /** Whether the contract lists no values, so that any name may be sent. */
    public boolean isOpen() {
        return values.isEmpty();
    }

    /** The values that the contract lists; empty if it lists none. */
    public List<String> values() {
        return values;
    }

    /** The names of the properties to sort by, those with the shortest paths first. */
    public List<String> names() {
        Stream<String> own = properties.all().stream()
                .filter(property -> !property.several())
                .map(property -> String.join(".", property.path()));
        return Stream.concat(meanings.keySet().stream(), own).toList();
    }

    /** The listed values that mean no property. */
    List<String> strange() {
        return values.stream().filter(value -> key(value).isEmpty()).toList();
    }

    boolean isUseless() {
        return values.isEmpty() ? names().isEmpty() : strange().size() == values.size();
    }

    String text() {
        var known = new ArrayList<>(values);
        known.removeAll(strange());
        known.replaceAll(value -> meanings.containsKey(value) ? value + " (" + meanings.get(value) + ")" : value);
        String by = values.isEmpty() ? " by the properties that it names" : " by " + String.join(", ", known);
        return strange().isEmpty() ? by : by + "; no property is meant by " + String.join(", ", strange());
    }
}
