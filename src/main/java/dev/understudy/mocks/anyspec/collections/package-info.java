/**
 * Lists and their items, as {@link dev.understudy.mocks.anyspec.roles} found them: where the records come from, how a
 * request narrows, orders and pages them, and how an answer holds them.
 *
 * <p>The seam: {@code AnySpec} asks {@link Collections} first, unless the client prefers something else. A collection
 * of records is one collection of the {@code State}, named {@code CONTRACT/COLLECTION}; an answer is a pure function of
 * call and state. Creating, changing and deleting will give the next state through the same class.
 */
@NullMarked
package dev.understudy.mocks.anyspec.collections;

import org.jspecify.annotations.NullMarked;
