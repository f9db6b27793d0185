package dev.understudy.api;

import org.jspecify.annotations.Nullable;

/**
 * A query key that is not a parameter of the operation, such as those that proxies and browsers add.
 *
 * @param meant the parameter that was probably meant; null if no name is close
 */
public record IgnoredKey(String key, @Nullable String meant) {}
