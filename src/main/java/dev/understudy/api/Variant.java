package dev.understudy.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * One of several possible record types for a value. The contract has no discriminator, so the keys decide.
 *
 * @param required the keys that the record always has
 * @param optional the keys that it may have
 */
public record Variant<T>(Set<String> required, Set<String> optional, Binder<? extends T> binder) {
    /** Binds the value as the one variant that matches its keys. */
    public static <T> T bind(List<Variant<T>> variants, JsonNode value, Binding binding) {
        List<Variant<T>> fitting =
                variants.stream().filter(variant -> variant.fits(value)).toList();
        if (fitting.size() != 1) {
            throw new UnrepresentableValue();
        }
        return fitting.get(0).binder().bind(value, binding);
    }

    private boolean fits(JsonNode value) {
        long known = optional.stream().filter(value::has).count() + required.size();
        return required.stream().allMatch(value::has) && known == value.size();
    }
}
