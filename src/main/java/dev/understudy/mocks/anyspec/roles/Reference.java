package dev.understudy.mocks.anyspec.roles;

import dev.understudy.mocks.anyspec.roles.schemas.Property;

/**
 * A property that names a record of another collection, as {@code customer_id} does of {@code customers}.
 *
 * @param collection the name of the other collection
 */
public record Reference(Property property, String collection) {}
