/**
 * Answers lists and items as {@link dev.understudy.mocks.anyspec.roles} recognized them: where records come from, how a
 * request filters, sorts and pages them, and how an answer contains them.
 *
 * <p>{@code AnySpec} asks {@link Collections} first, unless the client prefers a certain answer. A collection of
 * records is a collection of the {@code State}, named {@code CONTRACT/COLLECTION}; an answer is a pure function of call
 * and state.
 */
@NullMarked
package dev.understudy.mocks.anyspec.collections;

import org.jspecify.annotations.NullMarked;
