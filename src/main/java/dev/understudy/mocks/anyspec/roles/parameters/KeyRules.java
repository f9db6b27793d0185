package dev.understudy.mocks.anyspec.roles.parameters;

import dev.understudy.mocks.anyspec.roles.schemas.Name;
import java.util.List;
import java.util.Optional;

/**
 * Determines the uses of keys in an object with arbitrary keys: {@code filter[name]=Ada}, {@code filter[price][gte]=5}.
 */
public final class KeyRules {
    private final ParameterRules rules;
    private final String name;

    /** @param name the name of the parameter */
    KeyRules(ParameterRules rules, String name) {
        this.rules = rules;
        this.name = name;
    }

    /**
     * The use of a key, or of a key inside its value.
     *
     * @param keys the key, followed by the key inside its value, if any
     */
    public ParameterUse use(List<String> keys) {
        String joined = String.join("_", keys);
        String plain = Name.plain(joined);
        Optional<ParameterUse> use = rules.filtering(name + "[" + joined + "]", plain);
        String first = Name.plain(keys.get(0));
        boolean compares = keys.size() > 1
                && rules.filtering(name + "[" + keys.get(0) + "]", first).isPresent();
        return use.orElseGet(() ->
                new ParameterUse.Stray(new Sorting(rules.properties(), rules.owner(), List.of()).names(), compares));
    }

    /** How a key sorts, if it is the name of a property. */
    public ParameterUse.Sort order() {
        return new ParameterUse.Sort(new Sorting(rules.properties(), rules.owner(), List.of()));
    }
}
