/**
 * Patterns of calls: an operation, and what its arguments must be. Whoever counts calls and whoever answers some of
 * them in another way say by the same words which they mean.
 */
@NullMarked
package dev.understudy.match;

import org.jspecify.annotations.NullMarked;
