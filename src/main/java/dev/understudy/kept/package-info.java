/** Caches for speed: records as checked bytes, and earlier answers. */
@NullMarked
package dev.understudy.kept;

import org.jspecify.annotations.NullMarked;
