package dev.understudy.mocks.anyspec.roles.schemas;

import org.jspecify.annotations.Nullable;

/**
 * What tells a record apart from the others of its collection.
 *
 * @param parameter the path parameter that it is asked for by
 * @param property where a record has it; null if the document shows it nowhere
 */
public record Key(String parameter, @Nullable Property property) {}
