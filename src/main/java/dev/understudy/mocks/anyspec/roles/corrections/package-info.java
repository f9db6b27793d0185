/** The declarations of {@code x-understudy} about operations, resolved in their document; they override recognition. */
@NullMarked
package dev.understudy.mocks.anyspec.roles.corrections;

import org.jspecify.annotations.NullMarked;
