/**
 * Creates, changes and deletes records in the collections of a contract, for the operations that
 * {@link dev.understudy.mocks.anyspec.roles} recognized.
 *
 * <p>{@code AnySpec} asks {@link Changes} for each call that may change something, unless the client prefers a certain
 * answer. The result is a pure function of call, state and clock; a call that loses a race is answered again on the
 * newer state.
 */
@NullMarked
package dev.understudy.mocks.anyspec.changes;

import org.jspecify.annotations.NullMarked;
