/** Fixture files become collections: layers, merges, relative dates, and every fault with its place. */
@NullMarked
package dev.understudy.load;

import org.jspecify.annotations.NullMarked;
