package dev.understudy.mocks.anyspec.roles;

import dev.understudy.mocks.anyspec.roles.schemas.Property;

/**
 * A property that refers to a record of another collection, as {@code customer_id} refers to {@code customers}.
 *
 * @param collection the name of the other collection
 */
public record Reference(Property property, String collection) {}
