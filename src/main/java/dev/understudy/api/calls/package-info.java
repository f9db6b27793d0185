/** Describes in Java which calls a test means: an operation, and conditions on its arguments. */
@NullMarked
package dev.understudy.api.calls;

import org.jspecify.annotations.NullMarked;
