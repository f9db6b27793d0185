package dev.understudy.mocks.anyspec.roles.parameters;

import dev.understudy.mocks.anyspec.roles.schemas.Name;
import java.util.List;
import java.util.Optional;

/** What the keys of an object do that may have any: {@code filter[name]=Ada}, {@code filter[price][gte]=5}. */
public final class KeyRules {
    private final ParameterRules rules;
    private final String name;

    /** @param name that of the parameter */
    KeyRules(ParameterRules rules, String name) {
        this.rules = rules;
        this.name = name;
    }

    /**
     * What a key does, or one in it.
     *
     * @param keys its name, and that of a key in its value
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

    /** How a key orders, if it is the name of a property. */
    public ParameterUse.Sort order() {
        return new ParameterUse.Sort(new Sorting(rules.properties(), rules.owner(), List.of()));
    }
}
