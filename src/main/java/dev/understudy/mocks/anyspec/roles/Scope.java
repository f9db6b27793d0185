package dev.understudy.mocks.anyspec.roles;

import dev.understudy.mocks.anyspec.roles.schemas.Property;
import org.jspecify.annotations.Nullable;

/**
 * A path parameter in front of a collection, such as {@code id} in {@code /customers/{id}/orders}.
 *
 * @param property where a record has its value; null if it has it nowhere
 * @param parent the collection of which one record is meant; null if it is none
 */
public record Scope(String parameter, @Nullable Property property, @Nullable String parent) {
    /** The key by which a record in a file says it where it has no property for it. */
    public String key() {
        return "x-" + parameter;
    }
}
