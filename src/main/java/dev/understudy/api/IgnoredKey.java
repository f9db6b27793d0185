package dev.understudy.api;

import org.jspecify.annotations.Nullable;

/**
 * A key of a query that no parameter of its operation reads, as proxies and browsers add them.
 *
 * @param meant the parameter that it was probably meant for; null if none is near
 */
public record IgnoredKey(String key, @Nullable String meant) {}
