package dev.understudy.mocks.anyspec.roles;

import dev.understudy.mocks.anyspec.roles.schemas.Property;
import org.jspecify.annotations.Nullable;

/**
 * A path parameter before a collection, such as {@code id} in {@code /customers/{id}/orders}.
 *
 * @param property the property of a record with its value; null if there is none
 * @param parent the collection that the parameter identifies a record of; null if there is none
 */
public record Scope(String parameter, @Nullable Property property, @Nullable String parent) {
    /** The key for its value in a record of a fixture file, if the record has no property for it. */
    public String key() {
        return "x-" + parameter;
    }
}
