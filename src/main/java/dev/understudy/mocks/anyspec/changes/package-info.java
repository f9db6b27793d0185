/**
 * What is created, changed and deleted in the collections of a contract, as {@link dev.understudy.mocks.anyspec.roles}
 * found the operations that do so.
 *
 * <p>The seam: {@code AnySpec} asks {@link Changes} for each call that may change something, unless the client prefers
 * something else. The outcome is a pure function of call, state and clock; who loses a race asks again on the newer
 * state.
 */
@NullMarked
package dev.understudy.mocks.anyspec.changes;

import org.jspecify.annotations.NullMarked;
