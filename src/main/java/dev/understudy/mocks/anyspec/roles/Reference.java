package dev.understudy.mocks.anyspec.roles;

/**
 * A property that names a record of another collection, as {@code customer_id} does of {@code customers}.
 *
 * @param collection the name of the other collection
 */
public record Reference(Property property, String collection) {}
