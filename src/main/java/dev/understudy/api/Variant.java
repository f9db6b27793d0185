package dev.understudy.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * One of the records that a value may become where the contract has no discriminator, so that its keys tell.
 *
 * @param required the keys that it always has
 * @param optional the keys that it may have besides
 */
public record Variant<T>(Set<String> required, Set<String> optional, Binder<? extends T> binder) {
    /** The value as the one variant that has all its keys. */
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
