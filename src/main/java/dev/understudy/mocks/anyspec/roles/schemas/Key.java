package dev.understudy.mocks.anyspec.roles.schemas;

import org.jspecify.annotations.Nullable;

/**
 * A value that identifies a record within its collection.
 *
 * @param parameter the path parameter for it
 * @param property the property of a record with it; null if the document shows none
 */
public record Key(String parameter, @Nullable Property property) {}
