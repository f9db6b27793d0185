/** Understudy: a contract-first mock server, a mock that cannot lie. */
@NullMarked
package dev.understudy;

import org.jspecify.annotations.NullMarked;
