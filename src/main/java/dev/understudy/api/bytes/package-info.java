/** Bytes in memory or on disk, and the JSON nodes that stand for them. */
@NullMarked
package dev.understudy.api.bytes;

import org.jspecify.annotations.NullMarked;
