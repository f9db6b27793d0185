/** Bytes that need not be in memory: what a body has, wherever it is, and the values that stand for such bytes. */
@NullMarked
package dev.understudy.api.bytes;

import org.jspecify.annotations.NullMarked;
