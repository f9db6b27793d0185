/** Which calls a test means, in Java: of an operation, and with which arguments. */
@NullMarked
package dev.understudy.api.calls;

import org.jspecify.annotations.NullMarked;
