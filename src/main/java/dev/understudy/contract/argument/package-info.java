/**
 * The parameters and headers of operations: how the document describes them, what their texts are read as, and what of
 * them breaks it. How lists and objects are written is in {@code contract.style}.
 */
@NullMarked
package dev.understudy.contract.argument;

import org.jspecify.annotations.NullMarked;
